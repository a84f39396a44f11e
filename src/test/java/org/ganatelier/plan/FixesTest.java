package org.ganatelier.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.experiment.data.Distribution;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.DepthwiseConv2D;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.GaussianNoise;
import org.ganatelier.experiment.layer.GlobalAveragePool;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.SeparableConv2D;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.plan.check.Diagnosis;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Problem;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.Warning;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What must hold whatever somebody builds: checked on many stacks drawn at random. */
class FixesTest {
    private static final int EXPERIMENTS_PER_SEED = 40;

    static IntStream seeds() {
        return IntStream.range(0, 10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void planningNeverThrowsAndEveryFixSolvesItsProblem(int seed) {
        var builder = new Builder(new Random(seed));
        for (int i = 0; i < EXPERIMENTS_PER_SEED; i++) {
            check(builder.experiment());
        }
    }

    private static void check(Experiment experiment) {
        Outcome before = Planner.suggest(experiment);
        if (before instanceof Outcome.Ready) {
            assertThat(before.plan().generator().output()).contains(experiment.data().shape());
            assertThat(before.plan().discriminator().output()).contains(new Shape.Flat(1));
            assertThat(before.plan().generator().layers()).allMatch(FixesTest::isKnown);
            assertThat(before.plan().discriminator().layers()).allMatch(FixesTest::isKnown);
        }
        before.warnings().forEach(warning -> checkWarning(experiment, warning));
        for (Problem problem : before.problems()) {
            assertThat(problem.fixes()).as("fixes of %s in %s", problem, experiment).isNotEmpty();
            for (Fix fix : problem.fixes()) {
                Outcome after = Planner.check(fix.apply(experiment));
                assertThat(alike(after, problem))
                        .as("%s for %s in %s", fix, problem, experiment)
                        .isLessThan(alike(before, problem));
                // Findings, not problems: a sum that the first fix would have mended is told of
                // only
                // where another one leaves it.
                assertThat(Diagnosis.of(after.plan().experiment()).findings())
                        .as("%s for %s in %s", fix, problem, experiment)
                        .hasSizeLessThanOrEqualTo(Diagnosis.of(experiment).findings().size());
            }
        }
    }

    private static void checkWarning(Experiment experiment, Warning warning) {
        for (Fix fix : warning.fixes()) {
            Diagnosis after = Diagnosis.of(fix.apply(experiment));
            assertThat(after.warnings()).as("%s in %s", fix, experiment).doesNotContain(warning);
            assertThat(after.findings())
                    .as("%s for %s in %s", fix, warning, experiment)
                    .hasSizeLessThanOrEqualTo(Diagnosis.of(experiment).findings().size());
        }
    }

    private static boolean isKnown(LayerPlan layer) {
        return layer.input().isPresent() && layer.output().isPresent();
    }

    /** Problems of the same fact in the same network: their places move when layers come or go. */
    private static long alike(Outcome outcome, Problem problem) {
        return outcome.problems().stream()
                .filter(other -> other.violation().equals(problem.violation()))
                .filter(other -> side(other).equals(side(problem)))
                .count();
    }

    private static Optional<Side> side(Problem problem) {
        return switch (problem.place()) {
            case Place.Layer(Side side, int _) -> Optional.of(side);
            case Place.Network(Side side) -> Optional.of(side);
            case Place.Settings _ -> Optional.empty();
        };
    }

    private static final DataSpec POINTS = new DataSpec.Drawn(Distribution.GRID);

    /** Builds experiments as a careless person would. */
    private record Builder(Random random) {
        Experiment experiment() {
            return Examples.experiment(network(), network())
                    .withData(pick(List.of(Examples.mnist(), data(), labelled(), POINTS)))
                    .withLatentSize(number(200, 5000))
                    .withTraining(t -> t.withBatchSize(1 + number(300, 10_000)))
                    .withObjective(objective())
                    .withConditioning(pick(List.of(Conditioning.values())));
        }

        private Objective objective() {
            return new Objective(pick(Loss.all())).withR1(pick(List.of(0, 0, 10)));
        }

        private DataSpec data() {
            return Examples.images(number(40, 3000), number(40, 3000), number(3, 9));
        }

        private DataSpec labelled() {
            return Examples.labelled(data().shape().asImage(), number(40, 256));
        }

        private NetworkSpec network() {
            var layers = new ArrayList<LayerSpec>();
            int size = random.nextInt(9);
            for (int i = 0; i < size; i++) {
                layers.add(layer());
            }
            return new NetworkSpec(layers, pick(List.of(Initialization.values())));
        }

        private LayerSpec layer() {
            List<Supplier<LayerSpec>> kinds =
                    List.of(
                            () -> Examples.dense(number(1600, 100_000), activation()),
                            () -> Examples.dense(pick(List.of(1, 784, 1568)), activation()),
                            () -> Examples.conv(number(32, 5000), window(), stride(), padding()),
                            () ->
                                    Examples.deconv(
                                            number(32, 5000),
                                            window(),
                                            stride(),
                                            padding(),
                                            activation()),
                            () -> new UpSampling2D(number(3, 2000)),
                            () ->
                                    new DepthwiseConv2D(
                                            number(3, 2_000_000_000),
                                            window(),
                                            stride(),
                                            padding(),
                                            true,
                                            activation()),
                            () ->
                                    new SeparableConv2D(
                                            number(9, 2_000_000_000),
                                            number(3, 2_000_000_000),
                                            window(),
                                            stride(),
                                            padding(),
                                            true,
                                            activation()),
                            () -> new PixelShuffle(number(3, 2_000_000_000)),
                            () -> new MinibatchStdDev(1 + number(8, 2_000_000_000)),
                            () -> Examples.batchNorm(activation()),
                            () -> new LayerNorm(1e-3, activation()),
                            () -> new Activate(activation()),
                            () -> new Dropout(0.3),
                            () -> new GaussianNoise(0.1),
                            () -> new Reshape(shape()),
                            () -> Examples.FLATTEN,
                            () -> new MaxPool(window(), stride(), padding()),
                            () -> new AveragePool(window(), stride(), padding()),
                            GlobalAveragePool::new);
            return pick(kinds).get();
        }

        private Shape shape() {
            return pick(
                    List.<Shape>of(
                            new Shape.Image(28, 28, 1),
                            new Shape.Image(7, 7, number(32, 1_000_000)),
                            new Shape.Image(number(30, 100_000), number(30, 100_000), 3),
                            new Shape.Flat(number(800, 2_000_000_000))));
        }

        private Activation activation() {
            return pick(
                    List.of(
                            Examples.LINEAR,
                            Examples.RELU,
                            Examples.TANH,
                            Examples.SIGMOID,
                            new Activation.LeakyReLU(0.2)));
        }

        private int window() {
            return number(6, 2_000_000_000);
        }

        private int stride() {
            return number(3, 2_000_000_000);
        }

        private Padding padding() {
            return pick(
                    List.of(
                            Padding.SAME,
                            Padding.VALID,
                            new Padding.Explicit(number(4, 2_000_000_000) - 1)));
        }

        /** Mostly usual, now and then absurd; at least 1. */
        private int number(int usual, int absurd) {
            return 1 + random.nextInt(random.nextInt(40) == 0 ? absurd : usual);
        }

        private <T> T pick(List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }
    }
}
