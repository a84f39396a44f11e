package org.ganatelier.measure;

import org.ganatelier.data.Images;
import org.ganatelier.data.Split;
import org.ganatelier.train.Judge;
import org.ganatelier.train.Judgement;

/**
 * Scores images with a judge. To make one, the judge looks at all real images once, which takes a
 * second or two; then it may be used from any thread. The judge is not closed.
 */
public final class Scorer {
    /** Fewer images say nothing, and of fewer no spread can be told. */
    public static final int FEWEST = 100;

    /** Enough for a spread, few enough that each group leaves most images in. */
    private static final int GROUPS = 10;

    private final Judge judge;
    private final Frechet distance;
    private final Judgement real;

    /**
     * @param images of the set that the judge knows: those it learnt from are what others are
     *     compared with, those held out are the floor
     */
    public Scorer(Judge judge, Split images) {
        this.judge = judge;
        Judgement reference = judge.judge(images.training().images());
        distance = new Frechet(Moments.of(reference.features(), reference.width()));
        real = judge.judge(images.heldOut().images());
    }

    /**
     * Judges images and, for the floor, as many real ones.
     *
     * @throws IllegalArgumentException where there are fewer than {@link #FEWEST}
     */
    public Score score(Images images) {
        if (images.count() < FEWEST) {
            throw new IllegalArgumentException(
                    "%d images are too few to judge a generator by: at least %d are needed"
                            .formatted(images.count(), FEWEST));
        }
        return new Score(quality(judge.judge(images)), quality(some(real, images.count())));
    }

    private Quality quality(Judgement judgement) {
        return new Quality(
                judgement.count(),
                frechet(judgement),
                confident(judgement),
                Coverage.of(judgement));
    }

    private Estimate frechet(Judgement judgement) {
        float[] rows = judgement.features();
        int width = judgement.width();
        Moments all = Moments.of(rows, width);
        var without = new double[GROUPS];
        double mean = 0;
        for (int group = 0; group < GROUPS; group++) {
            // Every tenth image: where a file is sorted by class, each group has all classes.
            without[group] = distance.distance(all.minus(Moments.of(rows, width, group, GROUPS)));
            mean += without[group] / GROUPS;
        }
        double squares = 0;
        for (double value : without) {
            squares += (value - mean) * (value - mean);
        }
        return new Estimate(distance.distance(all), Math.sqrt(squares * (GROUPS - 1) / GROUPS));
    }

    private static double confident(Judgement judgement) {
        int sure = 0;
        for (int i = 0; i < judgement.count(); i++) {
            if (judgement.probability(i, judgement.label(i)) >= Quality.SURE) {
                sure++;
            }
        }
        return (double) sure / judgement.count();
    }

    /** So many of the judgements, evenly spaced, or all where there are fewer. */
    private static Judgement some(Judgement all, int most) {
        if (most >= all.count()) {
            return all;
        }
        var probabilities = new float[most * all.classes()];
        var features = new float[most * all.width()];
        for (int i = 0; i < most; i++) {
            int from = (int) ((long) i * all.count() / most);
            copy(all.probabilities(), from, probabilities, i, all.classes());
            copy(all.features(), from, features, i, all.width());
        }
        return new Judgement(most, all.classes(), probabilities, all.width(), features);
    }

    private static void copy(float[] rows, int from, float[] target, int to, int width) {
        System.arraycopy(rows, from * width, target, to * width, width);
    }
}
