package org.ganatelier.measure;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.train.Classification;
import org.ganatelier.train.Classifier;
import org.ganatelier.train.Moments;
import org.ganatelier.train.RandomStream;
import org.ganatelier.train.quality.Estimate;
import org.ganatelier.train.quality.Quality;
import org.ganatelier.train.quality.Score;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Scores images with a classifier. May be used from any thread. The classifier is not closed. */
public final class Scorer {
    /** Fewer images say nothing, and of fewer no spread can be told. */
    public static final int FEWEST = 100;

    /** Enough for a spread, few enough that each group leaves most images in. */
    private static final int GROUPS = 10;

    private final Classifier classifier;
    private final Frechet distance;
    private final Dataset heldOut;
    private final KnownRegion region;
    private final Map<Integer, Quality> baselines = new ConcurrentHashMap<>();

    /**
     * @param heldOut real images that the classifier did not learn from: the baseline
     */
    public Scorer(Classifier classifier, Dataset heldOut) {
        this.classifier = classifier;
        this.heldOut = heldOut;
        distance = new Frechet(classifier.model().reference());
        region = new KnownRegion(classifier, heldOut);
    }

    /**
     * Scores images and, at the first time with so many, as many real ones for the baseline. Where
     * fewer are held out, the distance is of so many of the images only, spread over all.
     *
     * @throws IllegalArgumentException where there are fewer than {@link #FEWEST}
     */
    public Score score(Images images) {
        return score(images, new byte[0]);
    }

    /**
     * Scores images as {@link #score(Images)} does, and whether they are of the classes asked for.
     *
     * @param asked the class of each image, from 0; empty where none was asked for
     * @throws IllegalArgumentException where there are fewer than {@link #FEWEST}
     */
    public Score score(Images images, byte[] asked) {
        if (images.count() < FEWEST) {
            throw new IllegalArgumentException(
                    "%d images are too few to score a generator by: at least %d are needed"
                            .formatted(images.count(), FEWEST));
        }
        prepare(images.count());
        return new Score(
                quality(images, asked), Objects.requireNonNull(baselines.get(images.count())));
    }

    /** Computes the baseline of so many images, unless it is known. */
    void prepare(int count) {
        var _ = baselines.computeIfAbsent(count, this::baseline);
    }

    private Quality baseline(int count) {
        Dataset real = heldOut.part(Images.spread(count, heldOut.size()));
        return quality(real.images(), real.labels().orElse(new byte[0]));
    }

    private Quality quality(Images images, byte[] asked) {
        Classification classification = classifier.classify(images);
        boolean[] known = region.known(images, classification);
        return new Quality(
                classification.count(),
                frechet(classification),
                ClassMeasures.confidence(classification, known),
                ClassMeasures.coverage(classification, known),
                asked.length == 0
                        ? Optional.empty()
                        : Optional.of(ClassMeasures.accuracy(classification, known, asked)));
    }

    private Estimate frechet(Classification classification) {
        int[] compared = spread(classification.count());
        float[] rows = classification.features(compared);
        int width = classification.width();
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
        return new Estimate(
                compared.length,
                distance.distance(all),
                Math.sqrt(squares * (GROUPS - 1) / GROUPS));
    }

    /**
     * Which of so many images the distance is of: all, or where the held-out ones are fewer, as
     * many, one drawn from each of as many equal parts. Evenly spaced ones may be of few classes,
     * where these come in turn.
     */
    private int[] spread(int count) {
        int most = Math.min(count, heldOut.size());
        RandomGenerator random = RandomStream.SAMPLE.draw(0, 0);
        return IntStream.range(0, most)
                .mapToLong(i -> random.nextLong((long) i * count / most, (i + 1L) * count / most))
                .mapToInt(Math::toIntExact)
                .toArray();
    }
}
