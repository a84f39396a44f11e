package org.ganatelier.exchange.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Catalog;
import org.ganatelier.exchange.model.Assembled;
import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** What becomes of code in the style of well-known tutorials. */
final class TutorialsTest {
    private static final Activation LINEAR = new Activation.Linear();
    private static final LayerSpec LEAKY = new Activate(new Activation.LeakyReLU(0.2));
    private static final LayerSpec KERAS_LEAKY = new Activate(new Activation.LeakyReLU(0.3));
    private static final LayerSpec RELU = new Activate(new Activation.ReLU());
    private static final LayerSpec TANH = new Activate(new Activation.Tanh());
    private static final BatchNorm KERAS_NORM = new BatchNorm(0.99, 1e-3, LINEAR);
    private static final BatchNorm TORCH_NORM = new BatchNorm(0.9, 1e-5, LINEAR);

    private static Experiment experiment(String name) throws Exception {
        return Tutorials.assembled(Tutorials.read(name)).experiment();
    }

    private static Dense dense(int units, Activation activation) {
        return new Dense(units, true, activation);
    }

    @Test
    void tensorflowsDcgan() throws Exception {
        Experiment read = experiment("tensorflow_dcgan");
        Padding same = Padding.SAME;
        assertThat(read.generator().layers())
                .containsExactly(
                        new Dense(7 * 7 * 256, false, LINEAR),
                        KERAS_NORM,
                        KERAS_LEAKY,
                        new Reshape(new Shape.Image(7, 7, 256)),
                        new Conv2DTranspose(128, 5, 1, same, false, LINEAR),
                        KERAS_NORM,
                        KERAS_LEAKY,
                        new Conv2DTranspose(64, 5, 2, same, false, LINEAR),
                        KERAS_NORM,
                        KERAS_LEAKY,
                        new Conv2DTranspose(1, 5, 2, same, false, new Activation.Tanh()));
        assertThat(read.discriminator().layers())
                .containsExactly(
                        new Conv2D(64, 5, 2, same, true, LINEAR),
                        KERAS_LEAKY,
                        new Dropout(0.3),
                        new Conv2D(128, 5, 2, same, true, LINEAR),
                        KERAS_LEAKY,
                        new Dropout(0.3),
                        new Flatten(),
                        dense(1, LINEAR));
        assertThat(read.latentSize()).isEqualTo(100);
        assertThat(read.training().batchSize()).isEqualTo(256);
        assertThat(read.training().generatorOptimizer())
                .isEqualTo(new OptimizerSpec(1e-4, 0.9, 0.999));
        assertThat(read.training().discriminatorOptimizer())
                .isEqualTo(new OptimizerSpec(2e-4, 0.9, 0.999));
    }

    @Test
    void pytorchsDcgan() throws Exception {
        Experiment read = experiment("pytorch_dcgan");
        assertThat(read.generator().layers())
                .startsWith(
                        new Reshape(new Shape.Image(1, 1, 100)),
                        new Conv2DTranspose(512, 4, 1, Padding.VALID, false, LINEAR),
                        TORCH_NORM,
                        RELU,
                        new Conv2DTranspose(256, 4, 2, Padding.SAME, false, LINEAR))
                .endsWith(new Conv2DTranspose(3, 4, 2, Padding.SAME, false, LINEAR), TANH)
                .hasSize(15);
        assertThat(read.discriminator().layers())
                .startsWith(new Conv2D(64, 4, 2, new Padding.Explicit(1), false, LINEAR), LEAKY)
                .endsWith(new Conv2D(1, 4, 1, Padding.VALID, false, LINEAR), new Flatten())
                .hasSize(13);
        assertThat(read.latentSize()).isEqualTo(100);
        assertThat(read.generator().initialization()).isEqualTo(Initialization.NORMAL_002);
        assertThat(read.training().generatorOptimizer())
                .isEqualTo(new OptimizerSpec(4e-4, 0.5, 0.99));
        assertThat(read.training().discriminatorOptimizer())
                .isEqualTo(new OptimizerSpec(2e-4, 0.5, 0.999));
    }

    @Test
    void kerasGan() throws Exception {
        Assembled read = Tutorials.assembled(Tutorials.read("keras_gan"));
        var norm = new BatchNorm(0.8, 1e-3, LINEAR);
        assertThat(read.experiment().generator().layers())
                .containsExactly(
                        dense(256, LINEAR),
                        LEAKY,
                        norm,
                        dense(512, LINEAR),
                        LEAKY,
                        norm,
                        dense(784, new Activation.Tanh()),
                        new Reshape(new Shape.Image(28, 28, 1)));
        assertThat(read.experiment().discriminator().layers())
                .containsExactly(
                        new Flatten(),
                        dense(512, LINEAR),
                        LEAKY,
                        dense(256, LINEAR),
                        LEAKY,
                        dense(1, LINEAR));
        assertThat(read.experiment().training().batchSize()).isEqualTo(32);
        assertThat(read.experiment().training().generatorOptimizer())
                .isEqualTo(new OptimizerSpec(2e-4, 0.5, 0.999));
        assertThat(Tutorials.facts(read.remarks()))
                .hasAtLeastOneElementOfType(Fact.SigmoidInLoss.class)
                .hasAtLeastOneElementOfType(Fact.Combined.class)
                .doesNotHaveAnyElementsOfTypes(Fact.Frozen.class);
    }

    @Test
    void kerasCganIsToldLabelsAsChannels() throws Exception {
        Assembled read = Tutorials.assembled(Tutorials.read("keras_cgan"));
        assertThat(read.experiment().conditioning()).isEqualTo(Conditioning.CHANNELS);
        assertThat(read.experiment().latentSize()).isEqualTo(100);
        assertThat(read.experiment().discriminator().layers())
                .startsWith(new Flatten(), dense(512, LINEAR));
        assertThat(Tutorials.facts(read.remarks(), Fact.LabelsMultiplied.class)).hasSize(2);
        assertThat(Tutorials.facts(read.remarks())).hasAtLeastOneElementOfType(Fact.Frozen.class);
    }

    @Test
    void pytorchGanWithItsBlockFunction() throws Exception {
        Assembled read = Tutorials.assembled(Tutorials.read("pytorch_gan"));
        var norm = new BatchNorm(0.9, 0.8, LINEAR);
        assertThat(read.experiment().generator().layers())
                .containsExactly(
                        dense(128, LINEAR),
                        LEAKY,
                        dense(256, LINEAR),
                        norm,
                        LEAKY,
                        dense(512, LINEAR),
                        norm,
                        LEAKY,
                        dense(784, LINEAR),
                        TANH,
                        new Reshape(new Shape.Image(28, 28, 1)));
        assertThat(read.experiment().training().batchSize()).isEqualTo(64);
        assertThat(Tutorials.facts(read.remarks()))
                .contains(new Fact.EpsilonByPlace("nn.BatchNorm1d(out_feat, 0.8)", 0.8));
    }

    @Test
    void pytorchGansDcgan() throws Exception {
        Experiment read = experiment("pytorch_gan_dcgan");
        assertThat(read.generator().layers())
                .startsWith(
                        dense(8192, LINEAR),
                        new Reshape(new Shape.Image(8, 8, 128)),
                        TORCH_NORM,
                        new UpSampling2D(2),
                        new Conv2D(128, 3, 1, Padding.SAME, true, LINEAR),
                        new BatchNorm(0.9, 0.8, LINEAR),
                        LEAKY);
        assertThat(read.discriminator().layers())
                .startsWith(
                        new Conv2D(16, 3, 2, new Padding.Explicit(1), true, LINEAR),
                        LEAKY,
                        new Dropout(0.25),
                        new Conv2D(32, 3, 2, new Padding.Explicit(1), true, LINEAR))
                .endsWith(new Flatten(), dense(1, LINEAR));
    }

    @Test
    void kerasIosDcgan() throws Exception {
        Experiment read = experiment("keras_io_dcgan");
        assertThat(read.latentSize()).isEqualTo(128);
        assertThat(read.generator().layers()).hasSize(5);
        assertThat(read.discriminator().layers()).hasSize(7).endsWith(dense(1, LINEAR));
        assertThat(read.training().generatorOptimizer().learningRate()).isEqualTo(3e-4);
        assertThat(read.training().discriminatorOptimizer().learningRate()).isEqualTo(1e-4);
    }

    @Test
    void functionalCodeWithALoopAndABlock() throws Exception {
        Experiment read = experiment("keras_functional");
        assertThat(read.latentSize()).isEqualTo(64);
        assertThat(read.generator().layers()).hasSize(9);
        assertThat(read.discriminator().layers())
                .containsExactly(
                        new Conv2D(16, 4, 2, Padding.SAME, false, LINEAR),
                        KERAS_LEAKY,
                        new Conv2D(32, 4, 2, Padding.SAME, false, LINEAR),
                        KERAS_NORM,
                        KERAS_LEAKY,
                        new Flatten(),
                        dense(1, LINEAR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"keras_gan", "keras_cgan", "pytorch_gan", "keras_functional"})
    void whatFitsTheDigitsCanBeTrainedAtOnce(String name) throws Exception {
        assertThat(Planner.check(experiment(name))).isInstanceOf(Outcome.Ready.class);
    }

    @Test
    void fashionIsTakenWhereTheCodeNamesIt() throws Exception {
        String text = Tutorials.text("keras_gan").replace("import mnist", "import fashion_mnist");
        assertThat(Tutorials.assembled(CodeReader.read(text)).experiment().data())
                .isEqualTo(Catalog.find("fashion-mnist").orElseThrow().spec());
    }

    @Test
    void everyLineThatIsNotUnderstoodIsNamed() throws Exception {
        for (String name : Tutorials.ALL) {
            assertThat(Tutorials.facts(Tutorials.read(name).remarks()))
                    .as(name)
                    .doesNotHaveAnyElementsOfTypes(
                            Fact.Unreadable.class, Fact.Unknown.class, Fact.Unable.class);
        }
        assertThat(
                        Tutorials.facts(
                                CodeReader.read(
                                                """
                                                G = Sequential([
                                                    Dense(4),
                                                    Lambda(lambda x: x * 2),
                                                    Conv2D(3, (3, 5)),
                                                ])
                                                x = = 3
                                                """)
                                        .remarks()))
                .contains(
                        new Fact.Unable("Conv2D(3, (3, 5))", "kernel_size", "(3, 5)"),
                        new Fact.Unreadable())
                .anyMatch(f -> f instanceof Fact.Unknown(String it) && it.startsWith("Lambda("));
    }

    @Test
    void twoNetworksWithoutNamesAreToldApartByTheirLayers() throws Exception {
        Assembled read =
                Tutorials.assembled(
                        CodeReader.read(
                                """
                                a = Sequential([Input((28, 28, 1)), Flatten(), Dense(1)])
                                b = Sequential([Input((7,)), Dense(784), Reshape((28, 28, 1))])
                                """));
        assertThat(read.experiment().latentSize()).isEqualTo(7);
        assertThat(Tutorials.facts(read.remarks(), Fact.Player.class))
                .extracting(Fact.Player::byName)
                .isEqualTo(List.of(false, false));
    }
}
