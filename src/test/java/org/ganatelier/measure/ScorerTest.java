package org.ganatelier.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.train.quality.ClassAccuracy;
import org.ganatelier.train.quality.Estimate;
import org.ganatelier.train.quality.Quality;
import org.ganatelier.train.quality.Score;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

final class ScorerTest {
    private static final Images REAL = random(4000, 1, 5, 1);
    private static final Dataset HELD_OUT = unnamed(random(1000, 2, 5, 1));

    private final KnownClassifier classifier = new KnownClassifier(REAL);
    private final Scorer scorer = new Scorer(classifier, HELD_OUT);

    /** To which images of any class are known. */
    private final Scorer ofAllClasses = new Scorer(classifier, unnamed(allClasses(2000)));

    /** Classes from 0 to 9 about a mean, certainties from 50 to 99 percent. */
    private static Images random(int count, long seed, double mean, double deviation) {
        var random = new Random(seed);
        var values = new int[2 * count];
        for (int i = 0; i < count; i++) {
            values[2 * i] = Math.clamp(Math.round(random.nextGaussian(mean, deviation)), 0, 9);
            values[2 * i + 1] = random.nextInt(50, 100);
        }
        return KnownClassifier.images(values);
    }

    private static Images allClasses(int count) {
        var random = new Random(7);
        var values = new int[2 * count];
        for (int i = 0; i < count; i++) {
            values[2 * i] = random.nextInt(10);
            values[2 * i + 1] = random.nextInt(50, 100);
        }
        return KnownClassifier.images(values);
    }

    /** Sevens of which the classifier is sure, one in four as black as no real image is. */
    @Test
    void anImageFarFromAllRealOnesIsUnknownHoweverSureTheClassifierIs() {
        var values = new int[400];
        for (int i = 0; i < 200; i++) {
            values[2 * i] = i % 4 == 0 ? 0 : 7;
            values[2 * i + 1] = i % 4 == 0 ? 0 : 95;
        }
        var asked = new byte[200];
        Arrays.fill(asked, (byte) 7);
        Quality quality = ofAllClasses.score(KnownClassifier.images(values), asked).images();
        assertThat(quality.coverage().known()).isEqualTo(0.75);
        assertThat(quality.coverage().shares().get(0)).isZero();
        assertThat(quality.coverage().shares().get(7)).isEqualTo(0.75);
        assertThat(quality.confidence()).isEqualTo(0.75);
        assertThat(quality.classAccuracy().orElseThrow().right()).isEqualTo(0.75);
        assertThat(quality.classAccuracy().orElseThrow().probability())
                .isCloseTo(0.75 * 0.95, within(1e-6));
    }

    private static Dataset unnamed(Images images) {
        return Dataset.of(images, Optional.empty());
    }

    @Test
    void imagesLikeTheRealOnesScoreLikeTheBaseline() {
        Score score = scorer.score(random(1000, 3, 5, 1));
        assertThat(score.baseline().count()).isEqualTo(1000);
        assertThat(score.baseline().frechet().value()).isLessThan(0.02);
        assertThat(score.images().frechet().value()).isLessThan(0.02);
    }

    /** Features are a tenth of the class: classes shifted by 3 give (3 / 10)² and little else. */
    @Test
    void imagesOfOtherClassesAreAsFarAsTheirMeans() {
        double shifted = scorer.score(random(1000, 3, 2, 1)).images().frechet().value();
        assertThat(shifted).isCloseTo(0.09, within(0.02));
    }

    @Test
    void classAccuracyIsToldOfImagesThatWereAskedForOnly() {
        int[] values = new int[200];
        var asked = new byte[100];
        for (int i = 0; i < 100; i++) {
            values[2 * i] = i % 10;
            values[2 * i + 1] = 91;
            asked[i] = (byte) (i < 75 ? i % 10 : (i + 1) % 10);
        }
        Images images = KnownClassifier.images(values);
        assertThat(ofAllClasses.score(images).images().classAccuracy()).isEmpty();
        assertThat(ofAllClasses.score(images, asked).images().classAccuracy().orElseThrow().right())
                .isCloseTo(0.75, within(1e-12));
    }

    /** The classifier's 91 % of the seen class leave 1 % for each of the others. */
    @Test
    void theBaselineOfClassAccuracyIsHowRealImagesShowTheirOwnClasses() {
        var values = new int[400];
        var labels = new byte[200];
        for (int i = 0; i < labels.length; i++) {
            values[2 * i] = i % 10;
            values[2 * i + 1] = 91;
            labels[i] = (byte) (i < 150 ? i % 10 : (i + 1) % 10);
        }
        var real = Dataset.of(KnownClassifier.images(values), Optional.of(labels));
        Images images = real.images().first(100);
        Quality baseline = new Scorer(classifier, real).score(images).baseline();
        assertThat(baseline.count()).isEqualTo(100);
        // Every other of the 200.
        ClassAccuracy classAccuracy = baseline.classAccuracy().orElseThrow();
        assertThat(classAccuracy.right()).isCloseTo(0.75, within(1e-12));
        assertThat(classAccuracy.probability()).isCloseTo(0.75 * 0.91 + 0.25 * 0.01, within(1e-6));
        assertThat(scorer.score(images).baseline().classAccuracy()).as("without labels").isEmpty();
    }

    @Test
    void confidentAreThoseFromNinetyPercentOn() {
        int[] values = new int[200];
        for (int i = 0; i < 100; i++) {
            values[2 * i] = i % 10;
            values[2 * i + 1] = i < 30 ? 91 : 89;
        }
        assertThat(ofAllClasses.score(KnownClassifier.images(values)).images().confidence())
                .isCloseTo(0.3, within(1e-12));
    }

    /**
     * The spread that one set tells is that among many sets. Ten groups know a deviation to about a
     * quarter, so the mean of many is compared.
     */
    @Test
    void theSpreadIsThatOfOtherDraws() {
        int draws = 60;
        double sum = 0;
        double squares = 0;
        double spread = 0;
        for (int i = 0; i < draws; i++) {
            Estimate distance = scorer.score(random(500, 100 + i, 2, 1)).images().frechet();
            sum += distance.value();
            squares += distance.value() * distance.value();
            spread += distance.spread() / draws;
        }
        double deviation = Math.sqrt(squares / draws - sum / draws * (sum / draws));
        assertThat(spread / deviation).isBetween(0.75, 1.35);
    }

    @Test
    void theBaselineIsOfAsManyImagesAsThereAreOrCanBe() {
        assertThat(scorer.score(random(300, 3, 5, 1)).baseline().count()).isEqualTo(300);
        assertThat(scorer.score(random(3000, 3, 5, 1)).baseline().count()).isEqualTo(1000);
    }

    @Test
    void distancesAreOfEqualNumbersAndOtherMeasuresOfAllImages() {
        Score few = scorer.score(random(300, 3, 2, 1));
        assertThat(few.images().frechet().count()).isEqualTo(300);
        assertThat(few.baseline().frechet().count()).isEqualTo(300);
        Score many = scorer.score(random(3000, 3, 2, 1));
        assertThat(many.images().count()).isEqualTo(3000);
        assertThat(many.images().frechet().count()).isEqualTo(1000);
        assertThat(many.baseline().frechet().count()).isEqualTo(1000);
    }

    /** A distance shrinks with the number of images: that of thrice as many must not be less. */
    @Test
    void imagesBeyondTheHeldOutOnesDoNotMakeTheDistanceSmaller() {
        int draws = 40;
        double more = 0;
        double equal = 0;
        var small = new Scorer(classifier, unnamed(random(100, 4, 5, 1)));
        for (int i = 0; i < draws; i++) {
            equal += small.score(random(100, 100 + i, 5, 1)).images().frechet().value() / draws;
            more += small.score(random(900, 200 + i, 5, 1)).images().frechet().value() / draws;
        }
        assertThat(more / equal).isBetween(0.7, 1.4);
    }

    /** Every tenth image of classes in turn would be of one class: 0.2² and more away. */
    @Test
    void theComparedImagesAreOfAllClassesWhereTheseComeInTurn() {
        var values = new int[2 * 10_000];
        for (int i = 0; i < values.length / 2; i++) {
            values[2 * i] = i % 10;
            values[2 * i + 1] = 70;
        }
        Images inTurn = KnownClassifier.images(values);
        Estimate distance =
                new Scorer(new KnownClassifier(inTurn), HELD_OUT).score(inTurn).images().frechet();
        assertThat(distance.count()).isEqualTo(1000);
        assertThat(distance.value()).isLessThan(0.005);
    }

    @Test
    void theBaselineIsMeasuredOnceForEachNumber() {
        scorer.score(random(300, 3, 5, 1));
        int first = classifier.asked();
        scorer.score(random(300, 4, 5, 1));
        assertThat(classifier.asked()).isEqualTo(first + 1);
        scorer.score(random(400, 4, 5, 1));
        assertThat(classifier.asked()).isEqualTo(first + 3);
    }

    @Test
    void tooFewImagesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer.score(random(99, 3, 5, 1)))
                .withMessage(
                        "99 images are too few to score a generator by: at least 100 are needed");
    }

    @Test
    void classAccuracyIsWhatTheClassifierSeesOfWhatWasAsked() {
        var seen = classifier.classify(KnownClassifier.images(3, 90, 4, 82, 5, 64));
        ClassAccuracy classAccuracy =
                ClassMeasures.accuracy(
                        seen, new boolean[] {true, true, true}, new byte[] {3, 4, 1});
        assertThat(classAccuracy.right()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(classAccuracy.probability()).isCloseTo((0.9 + 0.82 + 0.04) / 3, within(1e-6));
    }
}
