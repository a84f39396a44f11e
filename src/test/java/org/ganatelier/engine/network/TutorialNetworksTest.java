package org.ganatelier.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ganatelier.engine.network.Nets.net;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Datasets;
import org.ganatelier.engine.gan.Game;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Cropping2D;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.GlobalMaxPool;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.experiment.layer.ZeroPadding2D;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.experiment.objective.WassersteinGp;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.ParameterPlan;
import org.ganatelier.project.Presets;
import org.ganatelier.train.Run.Turn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/**
 * Networks of well-known tutorials for 28×28 digits, layer by layer as written there. Where a
 * discriminator ends in a sigmoid, its layer is linear here: objectives take logits.
 */
final class TutorialNetworksTest {
    private static final int BATCH = 4;
    private static final int STEPS = 2;

    private static final Activation LINEAR = new Activation.Linear();
    private static final Activation RELU = new Activation.ReLU();
    private static final Activation LEAKY = new Activation.LeakyReLU(0.2);
    private static final Activation SELU = new Activation.SELU();
    private static final Activation SIGMOID = new Activation.Sigmoid();
    private static final Activation TANH = new Activation.Tanh();

    /** Keras's default. */
    private static final double MOMENTUM = 0.99;

    /** Keras's default. */
    private static final double EPSILON = 0.001;

    private static Dataset digits;

    @BeforeAll
    static void loadEngine() throws Exception {
        Natives.load(1);
        digits = Datasets.open(Presets.load("digits-plain").data());
    }

    static Stream<Arguments> tutorials() throws Exception {
        return Stream.of(
                Arguments.of("Keras-GAN, dcgan.py", kerasGan()),
                Arguments.of("Hands-On Machine Learning, DCGAN", handsOn()),
                Arguments.of("keras.io, WGAN-GP", wassersteinGp()),
                Arguments.of("keras.io, conditional GAN", conditional()),
                Arguments.of("deeplearning.ai, DCGAN", deepLearningAi()),
                Arguments.of("dcgan-mnist, DCGAN in PyTorch", pyTorch()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tutorials")
    void aTutorialsNetworksCanBeTrained(String name, Experiment experiment) {
        try (var game = new Game(Nets.ready(experiment), digits)) {
            for (int i = 0; i < STEPS; i++) {
                Game.Scores scores = game.step(Turn.BOTH);
                assertThat(scores.generatorLoss()).isFinite();
                assertThat(scores.discriminatorLoss()).isFinite();
            }
        }
    }

    /** The numbers of parameters are those that PyTorch counts. */
    @Test
    void pytorchsDcganTutorialIsWrittenLayerByLayer() {
        NetworkPlan generator =
                Planner.network(
                        new Shape.Flat(100),
                        net(
                                new Reshape(new Shape.Image(1, 1, 100)),
                                up(512, 1, 0),
                                norm(RELU),
                                up(256, 2, 1),
                                norm(RELU),
                                up(128, 2, 1),
                                norm(RELU),
                                up(64, 2, 1),
                                norm(RELU),
                                up(3, 2, 1),
                                new Activate(TANH)));
        var image = new Shape.Image(64, 64, 3);
        assertThat(generator.layers().getLast().output()).contains(image);
        assertThat(trained(generator)).isEqualTo(3_576_704);

        NetworkPlan discriminator =
                Planner.network(
                        image,
                        net(
                                down(64, 2, 1),
                                new Activate(LEAKY),
                                down(128, 2, 1),
                                norm(LEAKY),
                                down(256, 2, 1),
                                norm(LEAKY),
                                down(512, 2, 1),
                                norm(LEAKY),
                                down(1, 1, 0),
                                new Flatten()));
        assertThat(discriminator.layers().getLast().output()).contains(new Shape.Flat(1));
        assertThat(trained(discriminator)).isEqualTo(2_765_568);
    }

    private static long trained(NetworkPlan plan) {
        return plan.layers().stream()
                .flatMap(layer -> layer.parameters().stream())
                .filter(ParameterPlan::trained)
                .mapToLong(ParameterPlan::count)
                .sum();
    }

    /** AKASHKADEL/dcgan-mnist, networks.py: the tutorial's networks, for 28×28 pixels. */
    private static Experiment pyTorch() throws Exception {
        return experiment(
                100,
                net(
                        new Reshape(new Shape.Image(1, 1, 100)),
                        up(128, 1, 0),
                        norm(RELU),
                        new Conv2DTranspose(64, 3, 2, new Padding.Explicit(1), false, LINEAR),
                        norm(RELU),
                        up(32, 2, 1),
                        norm(RELU),
                        up(1, 2, 1),
                        new Activate(TANH)),
                net(
                        down(32, 2, 1),
                        new Activate(LEAKY),
                        down(64, 2, 1),
                        norm(LEAKY),
                        new Conv2D(128, 3, 2, new Padding.Explicit(1), false, LINEAR),
                        norm(LEAKY),
                        down(1, 1, 0),
                        new Flatten()));
    }

    private static Conv2DTranspose up(int filters, int stride, int padding) {
        return new Conv2DTranspose(
                filters, 4, stride, new Padding.Explicit(padding), false, LINEAR);
    }

    private static Conv2D down(int filters, int stride, int padding) {
        return new Conv2D(filters, 4, stride, new Padding.Explicit(padding), false, LINEAR);
    }

    /** With PyTorch's defaults: its momentum is 1 minus this one. */
    private static BatchNorm norm(Activation activation) {
        return new BatchNorm(0.9, 1e-5, activation);
    }

    /** eriklindernoren/Keras-GAN, dcgan/dcgan.py. */
    private static Experiment kerasGan() throws Exception {
        return experiment(
                100,
                net(
                        new Dense(128 * 7 * 7, true, RELU),
                        new Reshape(new Shape.Image(7, 7, 128)),
                        new UpSampling2D(2),
                        new Conv2D(128, 3, 1, Padding.SAME, true, LINEAR),
                        new BatchNorm(0.8, EPSILON, RELU),
                        new UpSampling2D(2),
                        new Conv2D(64, 3, 1, Padding.SAME, true, LINEAR),
                        new BatchNorm(0.8, EPSILON, RELU),
                        new Conv2D(1, 3, 1, Padding.SAME, true, TANH)),
                net(
                        new Conv2D(32, 3, 2, Padding.SAME, true, LEAKY),
                        new Dropout(0.25),
                        new Conv2D(64, 3, 2, Padding.SAME, true, LINEAR),
                        new ZeroPadding2D(0, 1, 0, 1),
                        new BatchNorm(0.8, EPSILON, LEAKY),
                        new Dropout(0.25),
                        new Conv2D(128, 3, 2, Padding.SAME, true, LINEAR),
                        new BatchNorm(0.8, EPSILON, LEAKY),
                        new Dropout(0.25),
                        new Conv2D(256, 3, 1, Padding.SAME, true, LINEAR),
                        new BatchNorm(0.8, EPSILON, LEAKY),
                        new Dropout(0.25),
                        new Flatten(),
                        new Dense(1, true, LINEAR)));
    }

    /** Géron, Hands-On Machine Learning, chapter on generative networks. */
    private static Experiment handsOn() throws Exception {
        return experiment(
                100,
                net(
                        new Dense(7 * 7 * 128, true, LINEAR),
                        new Reshape(new Shape.Image(7, 7, 128)),
                        new BatchNorm(MOMENTUM, EPSILON, LINEAR),
                        new Conv2DTranspose(64, 5, 2, Padding.SAME, true, SELU),
                        new BatchNorm(MOMENTUM, EPSILON, LINEAR),
                        new Conv2DTranspose(1, 5, 2, Padding.SAME, true, TANH)),
                net(
                        new Conv2D(64, 5, 2, Padding.SAME, true, LEAKY),
                        new Dropout(0.4),
                        new Conv2D(128, 5, 2, Padding.SAME, true, LEAKY),
                        new Dropout(0.4),
                        new Flatten(),
                        new Dense(1, true, LINEAR)));
    }

    /**
     * keras.io/examples/generative/wgan_gp, but for three dropouts of its discriminator, which the
     * penalty does not allow: the planner says so.
     */
    private static Experiment wassersteinGp() throws Exception {
        return experiment(
                        128,
                        net(
                                new Dense(4 * 4 * 256, false, LINEAR),
                                new BatchNorm(MOMENTUM, EPSILON, LEAKY),
                                new Reshape(new Shape.Image(4, 4, 256)),
                                new UpSampling2D(2),
                                new Conv2D(128, 3, 1, Padding.SAME, false, LINEAR),
                                new BatchNorm(MOMENTUM, EPSILON, LEAKY),
                                new UpSampling2D(2),
                                new Conv2D(64, 3, 1, Padding.SAME, false, LINEAR),
                                new BatchNorm(MOMENTUM, EPSILON, LEAKY),
                                new UpSampling2D(2),
                                new Conv2D(1, 3, 1, Padding.SAME, false, LINEAR),
                                new BatchNorm(MOMENTUM, EPSILON, TANH),
                                new Cropping2D(2, 2, 2, 2)),
                        net(
                                new ZeroPadding2D(2, 2, 2, 2),
                                new Conv2D(64, 5, 2, Padding.SAME, true, LEAKY),
                                new Conv2D(128, 5, 2, Padding.SAME, true, LEAKY),
                                new Conv2D(256, 5, 2, Padding.SAME, true, LEAKY),
                                new Conv2D(512, 5, 2, Padding.SAME, true, LEAKY),
                                new Flatten(),
                                new Dense(1, true, LINEAR)))
                .withObjective(new Objective(new WassersteinGp()));
    }

    /** keras.io/examples/generative/conditional_gan. */
    private static Experiment conditional() throws Exception {
        return experiment(
                        128,
                        net(
                                new Dense(7 * 7 * 138, true, LEAKY),
                                new Reshape(new Shape.Image(7, 7, 138)),
                                new Conv2DTranspose(128, 4, 2, Padding.SAME, true, LEAKY),
                                new Conv2DTranspose(128, 4, 2, Padding.SAME, true, LEAKY),
                                new Conv2D(1, 7, 1, Padding.SAME, true, SIGMOID)),
                        net(
                                new Conv2D(64, 3, 2, Padding.SAME, true, LEAKY),
                                new Conv2D(128, 3, 2, Padding.SAME, true, LEAKY),
                                new GlobalMaxPool(),
                                new Dense(1, true, LINEAR)))
                .withConditioning(Conditioning.CHANNELS);
    }

    /**
     * DeepLearning.AI, Build Basic Generative Adversarial Networks, week 2: noise as an image of
     * one pixel, and no padding anywhere. In PyTorch's terms momentum is 1 minus this one.
     */
    private static Experiment deepLearningAi() throws Exception {
        return experiment(
                64,
                net(
                        new Reshape(new Shape.Image(1, 1, 64)),
                        new Conv2DTranspose(256, 3, 2, Padding.VALID, true, LINEAR),
                        new BatchNorm(0.9, 1e-5, RELU),
                        new Conv2DTranspose(128, 4, 1, Padding.VALID, true, LINEAR),
                        new BatchNorm(0.9, 1e-5, RELU),
                        new Conv2DTranspose(64, 3, 2, Padding.VALID, true, LINEAR),
                        new BatchNorm(0.9, 1e-5, RELU),
                        new Conv2DTranspose(1, 4, 2, Padding.VALID, true, LINEAR),
                        new Activate(TANH)),
                net(
                        new Conv2D(16, 4, 2, Padding.VALID, true, LINEAR),
                        new BatchNorm(0.9, 1e-5, LEAKY),
                        new Conv2D(32, 4, 2, Padding.VALID, true, LINEAR),
                        new BatchNorm(0.9, 1e-5, LEAKY),
                        new Conv2D(1, 4, 2, Padding.VALID, true, LINEAR),
                        new Flatten()));
    }

    private static Experiment experiment(
            int latentSize, NetworkSpec generator, NetworkSpec discriminator) throws Exception {
        return Presets.load("digits-plain")
                .withLatentSize(latentSize)
                .withNetwork(Side.GENERATOR, _ -> generator)
                .withNetwork(Side.DISCRIMINATOR, _ -> discriminator)
                .withTraining(training -> training.withBatchSize(BATCH));
    }
}
