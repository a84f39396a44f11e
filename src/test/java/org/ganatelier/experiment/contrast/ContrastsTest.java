package org.ganatelier.experiment.contrast;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Sets;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.Schedule;
import org.ganatelier.experiment.TrainingSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.Kind;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.objective.Hinge;
import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.experiment.objective.Wasserstein;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

final class ContrastsTest {
    private static final LayerSpec WIDE = dense(64);
    private static final LayerSpec NARROW = dense(8);
    private static final LayerSpec DROPOUT = new Dropout(0.3);
    private static final LayerSpec FLATTEN = new Flatten();

    private static final Experiment PLAIN =
            new Experiment(
                    "Plain",
                    Sets.MNIST.spec(),
                    8,
                    NetworkSpec.of(WIDE, NARROW),
                    NetworkSpec.of(FLATTEN, WIDE),
                    new Objective(new NonSaturating()),
                    new TrainingSpec(
                            64,
                            1,
                            1,
                            new OptimizerSpec(1e-3, 0.5, 0.999),
                            new OptimizerSpec(2e-3, 0.5, 0.999)),
                    1);

    @Test
    void experimentsOfOtherNamesDoNotDiffer() {
        assertThat(Contrasts.between(PLAIN, PLAIN.withName("Other"))).isEmpty();
    }

    @Test
    void everyPartOfAnExperimentIsCompared() {
        var schedule = new Schedule(Schedule.Kind.COSINE, 10_000, 0.1);
        OptimizerSpec ofD = PLAIN.training().discriminatorOptimizer();
        OptimizerSpec sgd =
                new OptimizerSpec(OptimizerSpec.Kind.SGD, 1e-3, 0.5, 0.999, 0, 0, ofD.schedule());

        assertThat(only(PLAIN.withData(Sets.FASHION.spec())))
                .isEqualTo(new Contrast.Data(Sets.MNIST.spec(), Sets.FASHION.spec()));
        assertThat(only(PLAIN.withObjective(new Objective(new Hinge()))))
                .isEqualTo(new Contrast.Losses(new NonSaturating(), new Hinge()));
        assertThat(only(PLAIN.withConditioning(Conditioning.PROJECTION)))
                .isEqualTo(new Contrast.Labels(Conditioning.NONE, Conditioning.PROJECTION));
        assertThat(only(PLAIN.withSeed(1L << 60))).isEqualTo(new Contrast.Seed(1, 1L << 60));
        assertThat(only(optimizer(_ -> sgd)))
                .isEqualTo(
                        new Contrast.Optimizer(
                                Side.DISCRIMINATOR,
                                OptimizerSpec.Kind.ADAM,
                                OptimizerSpec.Kind.SGD));
        assertThat(only(optimizer(o -> o.withSchedule(schedule))))
                .isEqualTo(
                        new Contrast.Falling(
                                Side.DISCRIMINATOR, Schedule.Kind.CONSTANT, Schedule.Kind.COSINE));
        assertThat(
                        only(
                                PLAIN.withNetwork(
                                        Side.GENERATOR,
                                        n -> n.withInitialization(Initialization.HE_NORMAL))))
                .isEqualTo(
                        new Contrast.InitialWeights(
                                Side.GENERATOR,
                                Initialization.GLOROT_UNIFORM,
                                Initialization.HE_NORMAL));
    }

    @Test
    void everyNumberIsComparedUnderItsPlaceInTheFile() {
        assertNumber(PLAIN.withLatentSize(16), "latentSize", 8, 16);
        assertNumber(PLAIN.withTraining(t -> t.withBatchSize(32)), "training.batchSize", 64, 32);
        assertNumber(
                PLAIN.withTraining(t -> t.withTurns(5, 1)), "training.discriminatorSteps", 1, 5);
        assertNumber(PLAIN.withTraining(t -> t.withTurns(1, 2)), "training.generatorSteps", 1, 2);
        assertNumber(
                PLAIN.withTraining(t -> t.withAverageDecay(0.9)), "training.averageDecay", 0, 0.9);
        assertNumber(
                optimizer(o -> o.withLearningRate(0.1)),
                "training.discriminatorOptimizer.learningRate",
                0.001,
                0.1);
        assertNumber(objective(o -> o.withR2(3)), "objective.r2", 0, 3);
        assertNumber(objective(o -> o.withLabelSmoothing(0.1)), "objective.labelSmoothing", 0, 0.1);
        assertNumber(objective(o -> o.withInstanceNoise(0.5)), "objective.instanceNoise", 0, 0.5);
    }

    @Test
    void aValueThatMeansNothingInBothIsNoDifference() {
        var clip = new Wasserstein().numbers().getFirst();
        assertThat(between(objective(o -> o.withR1(o.r1().withInterval(4))))).isEmpty();
        assertThat(between(objective(o -> o.withNumber(clip, 0.5)))).isEmpty();
        assertThat(between(optimizer(o -> o.withSchedule(o.schedule().withSteps(7))))).isEmpty();

        // It does where one of the two uses it.
        assertThat(between(objective(o -> o.withR1(1).withR1(o.r1().withGamma(1).withInterval(4)))))
                .extracting(Contrast::path)
                .containsExactly("objective.r1", "objective.r1Interval");
    }

    @Test
    void aLayerThatComesOrGoesLeavesTheOthersAsTheyAre() {
        assertThat(layers(List.of(WIDE, NARROW), List.of(WIDE, DROPOUT, NARROW)))
                .containsExactly(new Contrast.Added(Side.GENERATOR, 1, DROPOUT));
        assertThat(layers(List.of(WIDE, DROPOUT, NARROW), List.of(WIDE, NARROW)))
                .containsExactly(new Contrast.Removed(Side.GENERATOR, 1, DROPOUT));
        assertThat(layers(List.of(), List.of(WIDE)))
                .containsExactly(new Contrast.Added(Side.GENERATOR, 0, WIDE));
        // Of two of a kind the new one is the one that is new.
        assertThat(layers(List.of(NARROW), List.of(WIDE, NARROW)))
                .containsExactly(new Contrast.Added(Side.GENERATOR, 0, WIDE));
    }

    @Test
    void aLayerOfTheSameKindIsTheSameLayerWithOtherValues() {
        var altered = new Contrast.Altered(Side.GENERATOR, 2, NARROW, dense(9));
        assertThat(layers(List.of(WIDE, NARROW), List.of(WIDE, DROPOUT, dense(9))))
                .containsExactly(new Contrast.Added(Side.GENERATOR, 1, DROPOUT), altered);
        assertThat(altered.fields()).extracting(Kind.Field::name).containsExactly("units");
        assertThat(layers(List.of(WIDE, DROPOUT, NARROW), List.of(WIDE, FLATTEN, NARROW)))
                .containsExactly(new Contrast.Replaced(Side.GENERATOR, 1, DROPOUT, FLATTEN));
    }

    @Test
    void aLayerThatGoesHereAndComesThereHasMoved() {
        assertThat(layers(List.of(DROPOUT, FLATTEN, WIDE), List.of(FLATTEN, WIDE, DROPOUT)))
                .containsExactly(new Contrast.Moved(Side.GENERATOR, 0, 2, DROPOUT));
    }

    private static void assertNumber(Experiment other, String path, double before, double after) {
        assertThat(only(other))
                .isInstanceOfSatisfying(
                        Contrast.Setting.class,
                        number -> {
                            assertThat(number.path()).isEqualTo(path);
                            assertThat(number.before()).isEqualTo(before);
                            assertThat(number.after()).isEqualTo(after);
                        });
    }

    private static Contrast only(Experiment other) {
        List<Contrast> found = between(other);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<Contrast> between(Experiment other) {
        return Contrasts.between(PLAIN, other);
    }

    private static List<Contrast> layers(List<LayerSpec> before, List<LayerSpec> after) {
        List<Experiment> two =
                Stream.of(before, after)
                        .map(layers -> PLAIN.withNetwork(Side.GENERATOR, n -> n.withLayers(layers)))
                        .toList();
        return Contrasts.between(two.getFirst(), two.getLast());
    }

    private static Experiment optimizer(UnaryOperator<OptimizerSpec> change) {
        return PLAIN.withTraining(
                t ->
                        t.withOptimizer(
                                Side.DISCRIMINATOR, change.apply(t.optimizer(Side.DISCRIMINATOR))));
    }

    private static Experiment objective(UnaryOperator<Objective> change) {
        return PLAIN.withObjective(change.apply(PLAIN.objective()));
    }

    private static LayerSpec dense(int units) {
        return new Dense(units, true, new Activation.ReLU());
    }
}
