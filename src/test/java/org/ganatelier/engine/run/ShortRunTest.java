package org.ganatelier.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Datasets;
import org.ganatelier.data.Images;
import org.ganatelier.data.Sets;
import org.ganatelier.engine.classifier.EngineClassifierTrainer;
import org.ganatelier.engine.gan.Game;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.network.Inference;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.engine.network.Network;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.Schedule;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.objective.Hinge;
import org.ganatelier.experiment.objective.InstanceNoise;
import org.ganatelier.experiment.objective.LeastSquares;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.Minimax;
import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.experiment.objective.Relativistic;
import org.ganatelier.experiment.objective.Wasserstein;
import org.ganatelier.experiment.objective.WassersteinGp;
import org.ganatelier.experiment.objective.ZeroCentredPenalty;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.ClassifierFile;
import org.ganatelier.project.Presets;
import org.ganatelier.train.Classifier;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.Run.Turn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/**
 * Every objective, every optimizer and whatever else changes the game plays a short one on real
 * digits, after which the mean of the generated images must be nearer to that of the real ones.
 */
class ShortRunTest {
    private static final int BATCH = 16;
    private static final int STEPS = 100;
    private static final int SEEN = 500;

    /** Of the distance at the beginning. A generator that goes the wrong way ends above it. */
    private static final double NEARER = 0.75;

    /** Makes images of channels only: no layer but the shuffles enlarges anything. */
    private static final NetworkSpec SHUFFLING =
            Nets.net(
                    new Dense(7 * 7 * 64, true, new Activation.LeakyReLU(0.2)),
                    new Reshape(new Shape.Image(7, 7, 64)),
                    new PixelShuffle(2),
                    new Conv2D(4, 3, 1, Padding.SAME, true, new Activation.Tanh()),
                    new PixelShuffle(2));

    private static final int OBEDIENCE_STEPS = 400;

    /** Three times chance. */
    private static final double OBEYED = 0.3;

    private static Dataset digits;

    @BeforeAll
    static void loadEngine() throws Exception {
        Natives.load(1);
        digits = Datasets.open(Presets.load("digits-plain").data());
    }

    static Stream<Arguments> games() throws Exception {
        Experiment mlp = Presets.load("mlp").withTraining(t -> t.withBatchSize(BATCH));
        var slow = new OptimizerSpec(3e-4, 0.5, 0.999);
        var rmsProp = new OptimizerSpec(5e-4, 0, 0.9).withKind(OptimizerSpec.Kind.RMSPROP);
        var sgd = new OptimizerSpec(0.05, 0.5, 0).withKind(OptimizerSpec.Kind.SGD);
        var adamW =
                new OptimizerSpec(1e-3, 0.5, 0.999)
                        .withKind(OptimizerSpec.Kind.ADAMW)
                        .withWeightDecay(0.01);
        return Stream.of(
                Arguments.of("non-saturating", with(mlp, new NonSaturating())),
                // Against too quick a D its gradient vanishes.
                Arguments.of("minimax", optimizer(with(mlp, new Minimax()), slow, Side.values())),
                Arguments.of("least squares", with(mlp, new LeastSquares())),
                Arguments.of("hinge", with(mlp, new Hinge())),
                Arguments.of(
                        "clipped, by RMSProp",
                        optimizer(with(mlp, new Wasserstein()), rmsProp, Side.values())
                                .withTraining(t -> t.withTurns(3, 1))),
                Arguments.of("gradient penalty", with(mlp, new WassersteinGp())),
                Arguments.of("relativistic", with(mlp, new Relativistic())),
                Arguments.of("SGD", optimizer(mlp, sgd, Side.values())),
                Arguments.of("AdamW", optimizer(mlp, adamW, Side.values())),
                Arguments.of("all that can be added", crafted(mlp)),
                Arguments.of(
                        "spectral normalization",
                        mlp.withNetwork(Side.DISCRIMINATOR, Nets::spectral)),
                Arguments.of(
                        "minibatch deviation",
                        mlp.withNetwork(Side.DISCRIMINATOR, ShortRunTest::comparing)),
                Arguments.of("pixel shuffle", mlp.withNetwork(Side.GENERATOR, _ -> SHUFFLING)),
                Arguments.of("orthogonal weights", initialized(mlp, Initialization.ORTHOGONAL)),
                Arguments.of("He's weights", initialized(mlp, Initialization.HE_NORMAL)));
    }

    private static Experiment with(Experiment experiment, Loss kind) {
        return experiment.withObjective(new Objective(kind));
    }

    private static Experiment optimizer(
            Experiment experiment, OptimizerSpec optimizer, Side... sides) {
        Experiment result = experiment;
        for (Side side : sides) {
            result = result.withTraining(t -> t.withOptimizer(side, optimizer));
        }
        return result;
    }

    private static Experiment initialized(Experiment experiment, Initialization scheme) {
        Experiment result = experiment;
        for (Side side : Side.values()) {
            result = result.withNetwork(side, network -> network.withInitialization(scheme));
        }
        return result;
    }

    /** What D's last layer sees besides is how different the images of a group are. */
    private static NetworkSpec comparing(NetworkSpec discriminator) {
        int last = discriminator.layers().size() - 1;
        return discriminator.withInserted(last, new MinibatchStdDev(4));
    }

    private static Experiment crafted(Experiment experiment) {
        var falling =
                new OptimizerSpec(1e-3, 0.5, 0.999)
                        .withClipNorm(1)
                        .withSchedule(new Schedule(Schedule.Kind.COSINE, STEPS, 0.1));
        return optimizer(experiment, falling, Side.values())
                .withObjective(
                        new Objective(new NonSaturating())
                                .withR1(new ZeroCentredPenalty(1, 4))
                                .withLabelSmoothing(0.1)
                                .withInstanceNoise(new InstanceNoise(0.3, STEPS)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("games")
    void generatedImagesComeNearerToRealOnes(String name, Experiment experiment) {
        try (Game game = new Game(Nets.ready(experiment), digits)) {
            double before = distance(experiment, game.generator);
            for (int i = 0; i < STEPS; i++) {
                game.step(Turn.BOTH);
            }
            assertThat(distance(experiment, game.generator)).isLessThan(NEARER * before);
        }
    }

    @Test
    void imagesOfTheAveragedWeightsComeNearerToo() throws Exception {
        Experiment experiment =
                Presets.load("mlp").withTraining(t -> t.withBatchSize(BATCH).withAverageDecay(0.9));
        Plan plan = Nets.ready(experiment);
        try (Game game = new Game(plan, digits);
                var averaged = new Network(plan.generator())) {
            double before = distance(experiment, game.generator);
            for (int i = 0; i < STEPS; i++) {
                game.step(Turn.BOTH);
            }
            Snapshot.of(game.average().orElseThrow()).writeTo(averaged);
            assertThat(distance(experiment, averaged)).isLessThan(NEARER * before);
        }
    }

    /** By chance every tenth image shows the digit asked for. */
    @ParameterizedTest
    @EnumSource(value = Conditioning.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aGeneratorThatIsToldLabelsLearnsToDrawThem(Conditioning conditioning) throws Exception {
        Experiment experiment = Presets.load("digits-plain").withConditioning(conditioning);
        try (Game game = new Game(Nets.ready(experiment), digits);
                Classifier classifier =
                        new EngineClassifierTrainer()
                                .open(ClassifierFile.bundled(Sets.MNIST.spec()))) {
            assertThat(obeyed(game, classifier)).isBetween(0.05, 0.2);
            for (int i = 0; i < OBEDIENCE_STEPS; i++) {
                game.step(Turn.BOTH);
            }
            assertThat(obeyed(game, classifier)).isGreaterThan(OBEYED);
        }
    }

    private static double obeyed(Game game, Classifier classifier) {
        Experiment experiment = game.experiment();
        var input = GeneratorInput.sampled(experiment, SEEN, 1);
        Images images =
                Images.require(
                        Inference.samples(
                                game.generator, experiment.data().shape(), input, Inference.MOST));
        return classifier.classify(images).accuracy(input.labels());
    }

    /** Root mean square of the difference between the mean images, whose pixels are -1 to 1. */
    private static double distance(Experiment experiment, Network generator) {
        var real = new float[SEEN * 784];
        for (int i = 0; i < SEEN; i++) {
            digits.read(i, real, i * 784);
        }
        Images images =
                Images.require(
                        Inference.samples(
                                generator,
                                experiment.data().shape(),
                                GeneratorInput.preview(experiment, SEEN),
                                Inference.MOST));
        var difference = new double[784];
        for (int i = 0; i < real.length; i++) {
            double pixel = (images.pixels()[i] & 0xff) / 127.5 - 1;
            difference[i % 784] += (pixel - real[i]) / SEEN;
        }
        double squares = 0;
        for (double d : difference) {
            squares += d * d;
        }
        return Math.sqrt(squares / difference.length);
    }
}
