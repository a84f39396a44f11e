package org.ganatelier.engine.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.data.Sets;
import org.ganatelier.data.Split;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.train.Classification;
import org.ganatelier.train.Classifier;
import org.ganatelier.train.ClassifierModel;
import org.ganatelier.train.ClassifierProgress;
import org.ganatelier.train.ClassifierTask;
import org.ganatelier.train.EngineException;
import org.ganatelier.train.Moments;
import org.ganatelier.train.RunFailure;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

final class ClassifierTrainerTest {
    private static final int FEATURES = 12;
    private static final int EPOCHS = 15;

    private static final NetworkSpec SMALL =
            NetworkSpec.of(
                    new AveragePool(2, 2, Padding.VALID),
                    new Flatten(),
                    new Dense(FEATURES, true, new Activation.ReLU()),
                    new Dropout(0.1),
                    new Dense(10, true, new Activation.Linear()));

    /** 1,500 digits to learn from and 500 to be examined with. */
    private static final Split DIGITS = Split.of(firstDigits(2000), 50);

    private static final EngineClassifierTrainer TRAINER = new EngineClassifierTrainer();
    private static final List<ClassifierProgress> PROGRESS = new ArrayList<>();
    private static final ClassifierModel LEARNT = train(1, DIGITS, PROGRESS);

    private static Dataset firstDigits(int count) {
        return Sets.MNIST.open().part(IntStream.range(0, count).toArray());
    }

    private static ClassifierModel train(
            long seed, Split images, List<ClassifierProgress> progress) {
        return TRAINER.train(
                new ClassifierTask(
                        Sets.MNIST, SMALL, seed, new ClassifierTask.Length.Epochs(EPOCHS)),
                images,
                progress::add);
    }

    @BeforeAll
    static void eachEpochIsHeardOf() {
        assertThat(PROGRESS)
                .extracting(ClassifierProgress::epoch)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, EPOCHS).boxed().toList());
        assertThat(PROGRESS.getLast().fraction()).isEqualTo(1);
    }

    @Test
    void learnsToTellDigitsApart() {
        assertThat(PROGRESS.getLast().loss()).isLessThan(0.75 * PROGRESS.getFirst().loss());
        assertThat(LEARNT.accuracy()).isGreaterThan(0.7);
    }

    @Test
    void saysWhatItLearntFrom() {
        assertThat(LEARNT.trainedOn()).isEqualTo(1500);
        assertThat(LEARNT.heldOut()).isEqualTo(500);
        assertThat(LEARNT.network()).isEqualTo(SMALL);
    }

    @Test
    void theSameSeedGivesTheSameBitsAndAnotherDoesNot() {
        assertThat(same(train(1, DIGITS, new ArrayList<>()), LEARNT)).isTrue();
        assertThat(same(train(2, DIGITS, new ArrayList<>()), LEARNT)).isFalse();
    }

    private static boolean same(ClassifierModel a, ClassifierModel b) {
        return a.arrays().keySet().stream()
                .allMatch(name -> Arrays.equals(a.arrays().get(name), b.arrays().get(name)));
    }

    @Test
    void theHeldOutImagesTeachNothing() {
        var otherExam = new Split(DIGITS.training(), DIGITS.training().part(3, 1, 4, 1, 5));
        ClassifierModel other = train(1, otherExam, new ArrayList<>());
        assertThat(same(other, LEARNT)).isTrue();
        assertThat(other.heldOut()).isEqualTo(5);
    }

    @Test
    void trainsForAsLongAsItIsTold() {
        ClassifierModel model =
                TRAINER.train(
                        new ClassifierTask(
                                Sets.MNIST,
                                SMALL,
                                1,
                                new ClassifierTask.Length.Time(Duration.ofNanos(1))),
                        DIGITS,
                        _ -> {});
        // One update has hardly any effect, however fast the machine.
        assertThat(model.accuracy()).isLessThan(LEARNT.accuracy());
    }

    @Test
    void classifiesAsWellAsItWasExamined() {
        try (Classifier classifier = TRAINER.open(LEARNT)) {
            Classification seen = classifier.classify(DIGITS.heldOut().images());
            assertThat(seen.accuracy(DIGITS.heldOut().labels().orElseThrow()))
                    .isEqualTo(LEARNT.accuracy());
            assertThat(seen.count()).isEqualTo(500);
            assertThat(seen.classes()).isEqualTo(10);
            for (int i = 0; i < seen.count(); i++) {
                float sum = 0;
                for (int label = 0; label < 10; label++) {
                    sum += seen.probability(i, label);
                }
                assertThat(sum).isCloseTo(1, within(1e-5f));
            }
        }
    }

    /** The logits computed by hand from the features: they are what goes into the last layer. */
    @Test
    void theFeaturesAreTheLastLayersInput() {
        try (Classifier classifier = TRAINER.open(LEARNT)) {
            Classification seen = classifier.classify(DIGITS.heldOut().images().first(3));
            assertThat(seen.width()).isEqualTo(FEATURES);
            float[] weight = weights("4.weight");
            float[] bias = weights("4.bias");
            for (int image = 0; image < 3; image++) {
                var logits = bias.clone();
                for (int f = 0; f < FEATURES; f++) {
                    for (int label = 0; label < 10; label++) {
                        logits[label] +=
                                seen.features()[image * FEATURES + f] * weight[f * 10 + label];
                    }
                }
                var expected = new float[10];
                CrossEntropy.softmax(logits, 1, 10, expected);
                for (int label = 0; label < 10; label++) {
                    assertThat(seen.probability(image, label))
                            .isCloseTo(expected[label], within(1e-5f));
                }
            }
        }
    }

    private static float[] weights(String name) {
        float[] values = LEARNT.arrays().get(name);
        assertThat(values).as(name).isNotNull();
        return values == null ? new float[0] : values;
    }

    @Test
    void anImageIsSeenTheSameInWhateverCompany() {
        try (Classifier classifier = TRAINER.open(LEARNT)) {
            Images all = DIGITS.heldOut().images();
            Classification alone = classifier.classify(all.get(70));
            Classification together = classifier.classify(all);
            for (int f = 0; f < FEATURES; f++) {
                assertThat(alone.features()[f])
                        .isCloseTo(together.features()[70 * FEATURES + f], within(1e-5f));
            }
        }
    }

    @Test
    void theReferenceIsOfTheImagesItLearntFrom() {
        try (Classifier classifier = TRAINER.open(LEARNT)) {
            Classification seen = classifier.classify(DIGITS.training().images());
            Moments expected = Moments.of(seen.features(), FEATURES);
            assertThat(LEARNT.reference().count()).isEqualTo(1500);
            assertThat(LEARNT.reference().mean()).containsExactly(expected.mean(), within(1e-9));
            assertThat(LEARNT.reference().covariance())
                    .containsExactly(expected.covariance(), within(1e-9));
        }
    }

    @Test
    void otherShapesAreRefused() {
        try (Classifier classifier = TRAINER.open(LEARNT)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () ->
                                    classifier.classify(
                                            new Images(
                                                    1, new Shape.Image(14, 56, 1), new byte[784])))
                    .withMessage("This classifier looks at images of 28×28×1, not 14×56×1");
        }
    }

    @Test
    void weightsThatDoNotFitAreRefused() {
        Map<String, float[]> arrays = new LinkedHashMap<>(LEARNT.arrays());
        arrays.put("4.bias", new float[9]);
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> TRAINER.open(with(arrays)))
                .extracting(EngineException::failure)
                .isEqualTo(new RunFailure.UnfitClassifier("4.bias"));
    }

    private static ClassifierModel with(Map<String, float[]> arrays) {
        return new ClassifierModel(
                LEARNT.data(), LEARNT.network(), 1, 1500, 500, 0.5, arrays, LEARNT.reference());
    }

    @Test
    void whatIsLearntIsKeptWhenItIsEnough() {
        var length = new ClassifierTask.Length.Epochs(40);
        var task = new ClassifierTask(Sets.MNIST, ClassifierTask.standardNetwork(10), 1, length);
        List<ClassifierProgress> told = new ArrayList<>();
        ClassifierModel model = TRAINER.train(task, DIGITS, () -> true, told::add);
        assertThat(told)
                .singleElement()
                .satisfies(only -> assertThat(only.fraction()).isBetween(1e-6, 0.02));
        assertThat(model.accuracy()).isEqualTo(told.getFirst().accuracy());
    }

    @Test
    void aNetworkWithoutTenPlainLogitsIsNoClassifier() {
        var sigmoid = NetworkSpec.of(new Flatten(), new Dense(10, true, new Activation.Sigmoid()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new ClassifierTask(
                                        Sets.MNIST,
                                        sigmoid,
                                        1,
                                        new ClassifierTask.Length.Epochs(1)))
                .withMessage(
                        "a classifier's network ends in Dense with 10 units and without an"
                                + " activation");
    }

    @Test
    void aNetworkThatDoesNotFitTheImagesIsRefused() {
        var broken = NetworkSpec.of(new Dense(10, true, new Activation.Linear()));
        var task = new ClassifierTask(Sets.MNIST, broken, 1, new ClassifierTask.Length.Epochs(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TRAINER.train(task, DIGITS, _ -> {}))
                .withMessageStartingWith("layer 1: NeedsVector");
    }
}
