package org.ganatelier.engine.gan;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.engine.layers.Parameter;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.nd4j.SideWork;
import org.ganatelier.engine.network.LayerMaker;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.engine.network.Network;
import org.ganatelier.engine.network.Profile;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.BenchNets;
import org.ganatelier.train.Run.Turn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Twenty steps of the benchmark's networks from PyTorch's weights, noise and images, by the real
 * game: the losses on the way and the weights in the end are PyTorch's. Without dropout, whose
 * masks differ.
 */
class TorchFixtureTest {
    /** As in the script that made the files. */
    private static final double RATES = 0.03;

    private static final int NOISE = 1000;

    /** The stream of the images of the first step. */
    static final int IMAGES = 2000;

    private static final int PIXELS = 28 * 28;

    /**
     * How many times as far off as PyTorch in float32 we may be: the same roundings in another
     * order.
     */
    private static final double ORDER = 8;

    /**
     * Of the way gone, where PyTorch happened to round better than that: the weights' own float32
     * grid is some 1e-5 of it.
     */
    private static final double GRID = 1e-4;

    /** Of a loss, about 1: a mean over scores that are sums of up to some thousand products. */
    private static final double LOSS = 2e-6;

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mlp",
                "classroom",
                "dcgan",
                "tutorial",
                "classroom-channels",
                "classroom-projection"
            })
    void twentyStepsEndWherePyTorchsEnd(String net) throws Exception {
        TorchFixture fixture = TorchFixture.read(net);
        Plan plan = Nets.ready(experiment(net, fixture.batch()));
        try (var game =
                new Game(
                        plan,
                        LayerMaker.own(),
                        new PrescribedImages(),
                        PrescribedNoise::new,
                        PrescribedLabels::new,
                        Profile.off(),
                        SideWork.alone())) {
            Map<String, float[]> start = begin(game);
            for (double[] losses : fixture.losses()) {
                Game.Scores scores = game.step(Turn.BOTH);
                var offset = Offset.offset(Math.max(LOSS, ORDER * fixture.lossError()));
                assertThat(scores.discriminatorLoss()).as("D's loss").isCloseTo(losses[0], offset);
                assertThat(scores.generatorLoss()).as("G's loss").isCloseTo(losses[1], offset);
            }
            Map<String, float[]> ends = game.arrays();
            for (TorchFixture.End end : fixture.ends()) {
                check(
                        end,
                        Objects.requireNonNull(start.get(end.name())),
                        Objects.requireNonNull(ends.get(end.name())));
            }
            assertThat(fixture.ends()).hasSize(start.size());
        }
    }

    private static Experiment experiment(String net, int batch) throws Exception {
        Experiment experiment = conditional(net).withTraining(t -> t.withBatchSize(batch));
        for (Side side : Side.values()) {
            OptimizerSpec adam = experiment.training().optimizer(side);
            experiment =
                    experiment
                            .withNetwork(side, TorchFixtureTest::withoutDropout)
                            .withTraining(
                                    t ->
                                            t.withOptimizer(
                                                    side,
                                                    adam.withLearningRate(
                                                            adam.learningRate() * RATES)));
        }
        return experiment;
    }

    /** "classroom-projection" is the classroom's nets, told labels. */
    static Experiment conditional(String net) throws Exception {
        String[] words = net.split("-", 2);
        Experiment experiment = BenchNets.load(words[0]);
        return words.length == 1
                ? experiment
                : experiment.withConditioning(
                        Conditioning.valueOf(words[1].toUpperCase(Locale.ROOT)));
    }

    private static NetworkSpec withoutDropout(NetworkSpec network) {
        return network.withLayers(
                network.layers().stream().filter(layer -> !(layer instanceof Dropout)).toList());
    }

    /** Writes the initial weights and returns a copy of them. */
    private static Map<String, float[]> begin(Game game) {
        List<Parameter> all = new ArrayList<>();
        Map<String, float[]> start = new HashMap<>();
        for (Network network : List.of(game.generator, game.discriminator)) {
            String side = network == game.generator ? "generator." : "discriminator.";
            for (Network.Named named : network.parameters()) {
                float[] values = named.parameter().value().heapToWrite();
                fill(named.parameter(), all.size(), values);
                all.add(named.parameter());
                start.put(side + named.name(), values.clone());
            }
        }
        return start;
    }

    /** Writes a parameter's initial values. */
    static void fill(Parameter parameter, int stream) {
        fill(parameter, stream, parameter.value().heapToWrite());
    }

    private static void fill(Parameter parameter, int stream, float[] values) {
        float scale = scale(parameter);
        float base =
                parameter.name().equals("gamma") || parameter.name().equals("variance") ? 1 : 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = TorchFixture.uniform(stream, i) * scale + base;
        }
    }

    private static float scale(Parameter parameter) {
        return switch (parameter.name()) {
            case "weight", "embedding" -> {
                long[] shape = parameter.value().shape();
                long area = shape.length == 2 ? 1 : shape[2] * shape[3];
                yield (float) Math.sqrt(6.0 / ((shape[0] + shape[1]) * area));
            }
            case "bias", "beta", "gamma" -> 0.1f;
            default -> 0;
        };
    }

    /**
     * Three bounds on the distance between two arrays: their lengths and their means differ by no
     * more than its root mean square, no value by more than the largest difference.
     */
    private static void check(TorchFixture.End end, float[] start, float[] values) {
        assertThat(values).as(end.name()).hasSize(end.size());
        double squares = 0;
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double way = (double) values[i] - start[i];
            squares += way * way;
            sum += way;
        }
        double allowed = Math.max(ORDER * end.error(), GRID * end.way());
        assertThat(Math.sqrt(squares / values.length))
                .as("way gone by " + end.name())
                .isCloseTo(end.way(), Offset.offset(allowed));
        assertThat(sum / values.length)
                .as("mean way gone by " + end.name())
                .isCloseTo(end.meanWay(), Offset.offset(allowed));
        double most = Math.max(ORDER * end.largestError(), GRID * end.way());
        for (int i = 0; i < end.samples().length; i++) {
            int at = (int) ((long) i * end.size() / end.samples().length);
            assertThat((double) values[at])
                    .as("%s[%d]", end.name(), at)
                    .isCloseTo(end.samples()[i], Offset.offset(most));
        }
    }

    /** The noise of one step. */
    private static final class PrescribedNoise implements RandomGenerator {
        private static final float DEVIATION_ONE = (float) Math.sqrt(3);

        private final long step;
        private int drawn;

        PrescribedNoise(long step) {
            this.step = step;
        }

        @Override
        public double nextGaussian() {
            return TorchFixture.uniform(NOISE + step, drawn++) * DEVIATION_ONE;
        }

        @Override
        public long nextLong() {
            throw new AssertionError("Noise is drawn by nextGaussian");
        }
    }

    /** The label of a real image in the script that made the files. */
    static byte realLabel(int image, int step) {
        return (byte) ((7 * image + step) % 10);
    }

    /** The labels that are asked for in one step. */
    private static final class PrescribedLabels implements RandomGenerator {
        private final long step;
        private int drawn;

        PrescribedLabels(long step) {
            this.step = step;
        }

        @Override
        public int nextInt(int bound) {
            return (int) ((3L * drawn++ + 2 * step) % bound);
        }

        @Override
        public long nextLong() {
            throw new AssertionError("Labels are drawn by nextInt");
        }
    }

    /** The images of each step: values that no byte has. */
    private static final class PrescribedImages extends Batches {
        private int step;

        PrescribedImages() {
            super(noData(), 0);
        }

        @Override
        public void next(float[] values, byte[] labels) {
            for (int i = 0; i < labels.length; i++) {
                labels[i] = realLabel(i, step);
            }
            next(values, labels.length);
        }

        @Override
        public void next(float[] values, int count) {
            for (int i = 0; i < count * PIXELS; i++) {
                values[i] = TorchFixture.uniform(IMAGES + step, i);
            }
            step++;
        }

        private static Dataset noData() {
            var shape = new Shape.Image(28, 28, 1);
            return Dataset.of(new Images(1, shape, new byte[PIXELS]), Optional.empty());
        }
    }
}
