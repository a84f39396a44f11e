package org.ganatelier.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.ganatelier.data.Sets;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.Schedule;
import org.ganatelier.experiment.TrainingSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Cropping2D;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.DepthwiseConv2D;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.GaussianNoise;
import org.ganatelier.experiment.layer.GlobalAveragePool;
import org.ganatelier.experiment.layer.GlobalMaxPool;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.PReLU;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.SeparableConv2D;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.experiment.layer.ZeroPadding2D;
import org.ganatelier.experiment.objective.InstanceNoise;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.Minimax;
import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.experiment.objective.Wasserstein;
import org.ganatelier.experiment.objective.WassersteinGp;
import org.ganatelier.experiment.objective.ZeroCentredPenalty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

class ProjectJsonTest {
    private static final Activation LINEAR = new Activation.Linear();

    static List<Activation> activations() {
        return List.of(
                LINEAR,
                new Activation.ReLU(),
                new Activation.LeakyReLU(0.2),
                new Activation.ELU(),
                new Activation.SELU(),
                new Activation.GELU(),
                new Activation.Tanh(),
                new Activation.Sigmoid(),
                new Activation.Softplus(),
                new Activation.Swish());
    }

    static List<LayerSpec> layers() {
        var leaky = new Activation.LeakyReLU(0.05);
        return List.of(
                new Dense(7, false, leaky),
                new Conv2D(16, 4, 2, Padding.SAME, true, leaky),
                new Conv2DTranspose(8, 5, 3, Padding.VALID, false, LINEAR),
                new Dense(7, false, leaky).withSpectralNorm(true),
                new Conv2D(16, 4, 2, Padding.SAME, true, leaky).withSpectralNorm(true),
                new Conv2D(16, 3, 1, Padding.VALID, true, leaky).withDilation(2),
                new Conv2DTranspose(8, 5, 3, Padding.VALID, false, LINEAR).withSpectralNorm(true),
                new DepthwiseConv2D(2, 3, 1, Padding.SAME, false, leaky),
                new SeparableConv2D(9, 2, 3, 1, Padding.SAME, false, leaky),
                new UpSampling2D(3),
                new PixelShuffle(3),
                new MinibatchStdDev(8),
                new BatchNorm(0.9, 1e-5, new Activation.ReLU()),
                new LayerNorm(1e-6, leaky),
                new Activate(leaky),
                new Dropout(0.3),
                new GaussianNoise(0.1),
                new Reshape(new Shape.Image(7, 6, 5)),
                new Reshape(new Shape.Flat(210)),
                new Flatten(),
                new Conv2D(16, 4, 2, new Padding.Explicit(1), true, leaky),
                new Conv2DTranspose(16, 4, 2, new Padding.Explicit(1), true, leaky),
                new Conv2DTranspose(16, 3, 2, new Padding.Explicit(1), true, leaky)
                        .withOutputPadding(1),
                new MaxPool(3, 2, Padding.SAME),
                new AveragePool(2, 1, Padding.VALID),
                new ZeroPadding2D(1, 0, 3, 2),
                new Cropping2D(1, 0, 3, 2),
                new GlobalMaxPool(),
                new PReLU(),
                new GlobalAveragePool());
    }

    private static Experiment experiment(LayerSpec... layers) {
        return new Experiment(
                "Ünïcode \"quoted\"",
                Sets.FASHION.spec(),
                17,
                NetworkSpec.of(layers),
                NetworkSpec.of(new Flatten()),
                new Objective(new WassersteinGp())
                        .withNumber(Wasserstein.CLIP, 0.25)
                        .withNumber(WassersteinGp.LAMBDA, 5)
                        .withR1(new ZeroCentredPenalty(0.5, 7))
                        .withR2(new ZeroCentredPenalty(0.25, 3))
                        .withLabelSmoothing(0.125)
                        .withInstanceNoise(new InstanceNoise(0.75, 1234)),
                new TrainingSpec(
                        48,
                        3,
                        2,
                        new OptimizerSpec(1e-4, 0, 0.9),
                        new OptimizerSpec(
                                OptimizerSpec.Kind.RMSPROP,
                                0.25,
                                0.123456789,
                                0.9999,
                                1e-3,
                                2.5,
                                new Schedule(Schedule.Kind.COSINE, 4321, 0.0625)),
                        0.999),
                Long.MIN_VALUE);
    }

    private static void assertSurvivesJson(Experiment experiment) throws ProjectException {
        assertThat(ProjectJson.read(ProjectJson.write(experiment))).isEqualTo(experiment);
    }

    @Test
    void theExamplesCoverEveryLayerAndActivation() {
        assertThat(layers())
                .map(Object::getClass)
                .containsAll(List.of(LayerSpec.class.getPermittedSubclasses()));
        assertThat(activations())
                .map(Object::getClass)
                .containsAll(List.of(Activation.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void everyLayerSurvivesJson(LayerSpec layer) throws ProjectException {
        assertSurvivesJson(experiment(layer));
    }

    @ParameterizedTest
    @MethodSource("activations")
    void everyActivationSurvivesJson(Activation activation) throws ProjectException {
        assertSurvivesJson(experiment(new Activate(activation), new Dense(3, true, activation)));
    }

    @ParameterizedTest
    @EnumSource(Initialization.class)
    void everyInitializationSurvivesJson(Initialization scheme) throws ProjectException {
        assertSurvivesJson(
                experiment(new Flatten())
                        .withNetwork(Side.GENERATOR, n -> n.withInitialization(scheme)));
    }

    @Test
    void initializationsHaveReadableNames() {
        assertThat(Initialization.values())
                .extracting(ProjectJson.MAPPER::writeValueAsString)
                .containsExactly(
                        "\"glorot-uniform\"",
                        "\"glorot-normal\"",
                        "\"he-normal\"",
                        "\"normal-0.02\"",
                        "\"orthogonal\"");
    }

    static Stream<DataSpec> data() {
        var image = new Shape.Image(28, 20, 1);
        return Stream.of(
                Sets.MNIST.spec(),
                new DataSpec.IdxFiles(Path.of("my data/images.gz"), Optional.empty(), image),
                new DataSpec.IdxFiles(Path.of("/a:b/c"), Optional.of(Path.of("labels")), image),
                new DataSpec.IdxFiles(Path.of("/c"), Optional.of(Path.of("labels")), image, 26));
    }

    @ParameterizedTest
    @MethodSource("data")
    void everyKindOfDataSurvivesJson(DataSpec data) throws ProjectException {
        assertSurvivesJson(experiment().withData(data));
    }

    @Test
    void clustersStandBesideTheData() throws ProjectException {
        Experiment clusters = experiment().withClusters(20);
        assertSurvivesJson(clusters);
        assertThat(ProjectJson.write(clusters))
                .contains("\"data\": \"fashion-mnist\",\n  \"clusters\": 20,");
        assertThat(ProjectJson.write(experiment())).doesNotContain("clusters");
        assertThat(ProjectJson.withOverrides(clusters, Map.of("clusters", "0")))
                .isEqualTo(clusters.withClusters(0));
        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> ProjectJson.withOverrides(experiment(), Map.of("clusters", "1")))
                .extracting(Refusals::sentence)
                .isEqualTo(
                        "clusters: There must be at least 2 clusters, or 0 for the data’s own"
                                + " labels.");
        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(
                        () -> ProjectJson.withOverrides(experiment(), Map.of("clusters", "many")));
    }

    @ParameterizedTest
    @EnumSource(Conditioning.class)
    void labelsSurviveJson(Conditioning conditioning) throws ProjectException {
        assertSurvivesJson(experiment().withConditioning(conditioning));
    }

    @Test
    void anExperimentWithoutLabelsDoesNotNameThemButTheyCanBeSet() throws ProjectException {
        assertThat(ProjectJson.write(experiment())).doesNotContain("conditioning");
        Experiment told =
                ProjectJson.withOverrides(experiment(), Map.of("conditioning", "channels"));
        assertThat(told).isEqualTo(experiment().withConditioning(Conditioning.CHANNELS));
        assertThat(ProjectJson.write(told)).contains("\n  \"conditioning\": \"channels\",\n");
    }

    @Test
    void aLayerIsOneReadableLine() {
        var leaky = new Activation.LeakyReLU(0.2);
        String json =
                ProjectJson.write(
                        experiment(
                                new Conv2D(16, 4, 2, Padding.SAME, true, leaky),
                                new Dense(9, false, new Activation.ReLU())));

        assertThat(json)
                .startsWith("{\n  \"format\": 1,\n  \"name\": ")
                .contains("\n  \"data\": \"fashion-mnist\",\n")
                .contains(
                        "\n"
                            + "      {\"type\": \"Conv2D\", \"filters\": 16, \"kernel\": 4,"
                            + " \"stride\": 2, \"padding\": \"same\", \"bias\": true,"
                            + " \"spectralNorm\": false, \"activation\": {\"type\": \"LeakyReLU\","
                            + " \"slope\": 0.2}},\n")
                .contains(
                        "\n      {\"type\": \"Dense\", \"units\": 9, \"bias\": false,"
                                + " \"spectralNorm\": false, \"activation\": \"ReLU\"}\n")
                .contains("\n    ],\n    \"initialization\": \"glorot-uniform\"\n  },\n")
                .contains("\"learningRate\": 0.0001,");
    }

    @Test
    void aFieldYoungerThanTheFormatIsWrittenOnlyWhereItSaysSomething() {
        var usual = new Conv2DTranspose(16, 3, 2, new Padding.Explicit(1), true, LINEAR);
        assertThat(ProjectJson.write(experiment(usual)))
                .contains("\"stride\": 2, \"padding\": 1, \"bias\": true")
                .doesNotContain("outputPadding");
        assertThat(ProjectJson.write(experiment(usual.withOutputPadding(1))))
                .contains("\"padding\": 1, \"outputPadding\": 1, \"bias\": true");
    }

    @Test
    void whatIsMissingIsAsInKeras() throws ProjectException {
        Experiment read =
                ProjectJson.read(
                        """
                        {"format": 1,
                         "generator": {"layers": [
                           {"type": "Dense", "units": 5},
                           {"type": "Conv2D", "filters": 6, "kernel": 3},
                           {"type": "Conv2DTranspose", "filters": 6, "kernel": 3},
                           {"type": "UpSampling2D"},
                           {"type": "PixelShuffle"},
                           {"type": "MinibatchStdDev"},
                           {"type": "BatchNorm"},
                           {"type": "LayerNorm"},
                           {"type": "Activation", "activation": "LeakyReLU"},
                           {"type": "MaxPool"},
                           {"type": "AveragePool", "pool": 3}]},
                         "discriminator": {"layers": []}}
                        """);

        assertThat(read.generator())
                .isEqualTo(
                        NetworkSpec.of(
                                new Dense(5, true, LINEAR),
                                new Conv2D(6, 3, 1, Padding.VALID, true, LINEAR),
                                new Conv2DTranspose(6, 3, 1, Padding.VALID, true, LINEAR),
                                new UpSampling2D(2),
                                new PixelShuffle(2),
                                new MinibatchStdDev(4),
                                new BatchNorm(0.99, 1e-3, LINEAR),
                                new LayerNorm(1e-3, LINEAR),
                                new Activate(new Activation.LeakyReLU(0.3)),
                                new MaxPool(2, 2, Padding.VALID),
                                new AveragePool(3, 3, Padding.VALID)));
        var adam = new OptimizerSpec(0.001, 0.9, 0.999);
        assertThat(read.training()).isEqualTo(new TrainingSpec(32, 1, 1, adam, adam));
        assertThat(read.objective()).isEqualTo(new Objective(new NonSaturating()));
    }

    /** As files of the first version say it. */
    @Test
    void anOptimizerThatNamesNoKindIsAdamAndAnObjectiveOfItsKindAloneHasNothingAdded()
            throws ProjectException {
        Experiment read =
                ProjectJson.read(
                        networks(
                                """
                                "objective": {"kind": "minimax"},
                                "training": {"batchSize": 64,
                                  "discriminatorSteps": 1, "generatorSteps": 1,
                                  "discriminatorOptimizer":
                                    {"learningRate": 0.0005, "beta1": 0.5, "beta2": 0.999},
                                  "generatorOptimizer":
                                    {"learningRate": 0.001, "beta1": 0.5, "beta2": 0.999}}
                                """));

        assertThat(read.objective()).isEqualTo(new Objective(new Minimax()));
        assertThat(read.training())
                .isEqualTo(
                        new TrainingSpec(
                                64,
                                1,
                                1,
                                new OptimizerSpec(0.0005, 0.5, 0.999),
                                new OptimizerSpec(0.001, 0.5, 0.999)));
    }

    @Test
    void whatAnOptimizerDoesNotNameIsAsItsKindHasItInKeras() throws ProjectException {
        Experiment read =
                ProjectJson.read(
                        networks(
                                """
                                "training": {"discriminatorOptimizer": {"kind": "sgd"},
                                  "generatorOptimizer": {"kind": "rmsprop", "beta2": 0.99}}
                                """));

        var adam = new OptimizerSpec(0.001, 0.9, 0.999);
        assertThat(read.training().discriminatorOptimizer())
                .isEqualTo(
                        adam.withKind(OptimizerSpec.Kind.SGD).withLearningRate(0.01).withBeta1(0));
        assertThat(read.training().generatorOptimizer())
                .isEqualTo(adam.withKind(OptimizerSpec.Kind.RMSPROP).withBeta1(0).withBeta2(0.99));
    }

    /** As they have always been: a file that leaves them out must go on meaning the same. */
    @ParameterizedTest
    @CsvSource({
        "adam, 0.001, 0.9, 0.999, 0",
        "adamw, 0.001, 0.9, 0.999, 0.004",
        "rmsprop, 0.001, 0, 0.9, 0",
        "sgd, 0.01, 0, 0.999, 0"
    })
    void theUsualValuesOfAnOptimizerAreForLife(
            String kind, double rate, double beta1, double beta2, double decay)
            throws ProjectException {
        Experiment read =
                ProjectJson.read(
                        networks(
                                "\"training\": {\"discriminatorOptimizer\": {\"kind\": \"%s\"}}"
                                        .formatted(kind)));
        assertThat(read.training().discriminatorOptimizer())
                .isEqualTo(
                        new OptimizerSpec(
                                OptimizerSpec.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                                rate,
                                beta1,
                                beta2,
                                decay,
                                0,
                                Schedule.CONSTANT));
    }

    @Test
    void aFileThatNamesAdamWWithoutDecayHasNone() throws ProjectException {
        var digits = Presets.load("digits-plain");
        OptimizerSpec plain =
                digits.training()
                        .generatorOptimizer()
                        .withKind(OptimizerSpec.Kind.ADAMW)
                        .withWeightDecay(0);
        Experiment without = digits.withTraining(t -> t.withOptimizer(Side.GENERATOR, plain));
        assertThat(ProjectJson.read(ProjectJson.write(without))).isEqualTo(without);
        assertThat(ProjectJson.withOverrides(without, Map.of("seed", "7")))
                .isEqualTo(without.withSeed(7));
    }

    @Test
    void aNumberOfPixelsTakesThePlaceOfAPaddingThatIsAWord() throws Exception {
        Experiment digits = Presets.load("digits-plain");
        String path = "discriminator.layers.0.padding";
        Experiment padded = ProjectJson.withOverrides(digits, Map.of(path, "1"));
        assertThat(padded.discriminator().layers().getFirst())
                .hasFieldOrPropertyWithValue("padding", new Padding.Explicit(1));
        assertThat(ProjectJson.withOverrides(padded, Map.of(path, "same"))).isEqualTo(digits);
    }

    @Test
    void aKindThatIsSetBringsItsUsualValuesExceptThoseThatAreNamed() throws ProjectException {
        var digits = Presets.load("digits-plain");
        String path = "training.generatorOptimizer.";
        OptimizerSpec adam = digits.training().generatorOptimizer();
        assertThat(optimizer(digits, Map.of(path + "kind", "adamw")))
                .isEqualTo(adam.withKind(OptimizerSpec.Kind.ADAMW))
                .returns(0.004, OptimizerSpec::weightDecay);
        assertThat(optimizer(digits, Map.of(path + "kind", "rmsprop")).beta2()).isEqualTo(0.9);

        // Named before the kind, too.
        var overrides = new LinkedHashMap<String, String>();
        overrides.put(path + "weightDecay", "0");
        overrides.put(path + "beta2", "0.999");
        overrides.put(path + "kind", "adamw");
        assertThat(optimizer(digits, overrides).weightDecay()).isZero();
        overrides.put(path + "kind", "rmsprop");
        assertThat(optimizer(digits, overrides).beta2()).isEqualTo(0.999);
    }

    private static OptimizerSpec optimizer(Experiment experiment, Map<String, String> overrides)
            throws ProjectException {
        return ProjectJson.withOverrides(experiment, overrides).training().generatorOptimizer();
    }

    private static String networks(String more) {
        return "{\"format\": 1, \"generator\": {\"layers\": []}, \"discriminator\": {\"layers\":"
                + " []}, "
                + more
                + "}";
    }

    /** Layers that cannot be, and what is said of each. */
    static Stream<List<String>> badLayers() {
        return Stream.of(
                List.of("null", ": This must be an object, not null."),
                List.of("3", ": This must be an object with a \"type\", not 3."),
                List.of("{\"units\": 3}", ": \"type\" is missing: which layer is it?"),
                List.of(
                        "{\"type\": \"Dens\"}",
                        ": There is no layer \"Dens\"; did you mean \"Dense\"?"),
                List.of(
                        "{\"type\": \"Activate\"}",
                        ": There is no layer \"Activate\"; did you mean \"Activation\"?"),
                List.of(
                        "{\"type\": \"Dense\"}",
                        ".units: This is missing; it must be a whole number."),
                List.of("{\"type\": \"Dense\", \"units\": 0}", ": Dense needs at least one unit."),
                List.of(
                        "{\"type\": \"Dense\", \"units\": 2.5}",
                        ".units: This must be a whole number, not 2.5."),
                List.of(
                        "{\"type\": \"Dense\", \"units\": \"2\"}",
                        ".units: This must be a whole number, not \"2\"."),
                List.of(
                        "{\"type\": \"Dense\", \"units\": 99999999999}",
                        ".units: This must be a whole number, not 99999999999."),
                List.of(
                        "{\"type\": \"Dense\", \"units\": 3, \"bias\": 1}",
                        ".bias: This must be true or false, not 1."),
                List.of(
                        "{\"type\": \"Dense\", \"units\": 3, \"unit\": 3}",
                        ".unit: There is no field \"unit\" here; did you mean \"units\"?"),
                List.of(
                        "{\"type\": \"Dense\", \"units\": 3, \"activation\": \"relu\"}",
                        ".activation: There is no activation \"relu\"; did you mean \"ReLU\"?"),
                List.of(
                        "{\"type\": \"Dense\", \"units\": 3, \"activation\": null}",
                        ".activation: This must be an activation such as \"ReLU\", not null."),
                List.of(
                        "{\"type\": \"Dropout\", \"rate\": 1e999}",
                        ": Dropout’s rate must be at least 0 and below 1."),
                List.of(
                        "{\"type\": \"Dropout\", \"rate\": \"NaN\"}",
                        ": Dropout’s rate must be at least 0 and below 1."),
                List.of(
                        "{\"type\": \"MaxPool\", \"padding\": \"full\"}",
                        ".padding: This must be \"same\", \"valid\" or the pixels on each side,"
                                + " not \"full\"."),
                List.of(
                        "{\"type\": \"MaxPool\", \"padding\": 1.5}",
                        ".padding: This must be \"same\", \"valid\" or the pixels on each side,"
                                + " not 1.5."),
                List.of(
                        "{\"type\": \"MaxPool\", \"padding\": -1}",
                        ".padding: Padding cannot take anything away."),
                List.of(
                        "{\"type\": \"Reshape\", \"target\": [7, 7]}",
                        ".target: A shape is [values] or [height, width, channels]."),
                List.of(
                        "{\"type\": \"Reshape\", \"target\": [7, 7, \"x\"]}",
                        ".target.2: This must be a whole number, not \"x\"."));
    }

    @ParameterizedTest
    @MethodSource("badLayers")
    void aBadLayerIsNamedWithItsPlace(List<String> layerAndSentence) {
        String json =
                """
                {"format": 1, "generator": {"layers": []},
                 "discriminator": {"layers": [{"type": "Flatten"}, %s]}}
                """
                        .formatted(layerAndSentence.getFirst());

        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> ProjectJson.read(json))
                .extracting(Refusals::sentence)
                .isEqualTo("discriminator.layers.1" + layerAndSentence.getLast());
    }

    /** Texts that are no experiment, and what is said of each. */
    static Stream<List<String>> badTexts() {
        String networks =
                "{\"format\": 1, \"generator\": {\"layers\": []}, \"discriminator\": {\"layers\":"
                        + " []}";
        return Stream.of(
                List.of("", "An experiment is a JSON object: it begins with { \"format\"."),
                List.of("[]", "An experiment is a JSON object: it begins with { \"format\"."),
                List.of("{}", "This is not an experiment: \"format\": 1 is missing."),
                List.of("{\"format\": 1,\n x", "This is not JSON: look at line 2, column 2."),
                List.of(
                        "{\"format\": 2}",
                        "This was written by a newer GAN Atelier (format 2; this one reads 1)."),
                List.of("{\"format\": 1}", "generator: This is missing; it must be an object."),
                List.of(networks + "} x", "This is not JSON: look at line 1, column 77."),
                List.of(
                        networks + ", \"seed\": 1, \"seed\": 2}",
                        "This is not JSON: look at line 1, column 94."),
                List.of(
                        networks + ", \"data\": \"minst\"}",
                        "data: This must be \"mnist\" or \"fashion-mnist\" or \"ring\" or \"grid\","
                                + " not \"minst\"."),
                List.of(
                        networks + ", \"data\": {\"images\": \"a\"}}",
                        "data.shape: This is missing; it must be a list."),
                List.of(
                        networks + ", \"data\": {\"images\": \"a\", \"shape\": [28]}}",
                        "data.shape: An image’s shape is [height, width, channels]."),
                List.of(
                        networks + ", \"data\": {\"type\": \"IdxFile\"}}",
                        "data: There is no type of data \"IdxFile\"; did you mean \"IdxFiles\"?"),
                List.of(
                        networks + ", \"data\": {\"images\": \"\\u0000\", \"shape\": [1, 1, 1]}}",
                        "data.images: No file can have the name \"�\"."),
                List.of(
                        networks + ", \"training\": null}",
                        "training: This must be an object, not null."),
                List.of(
                        networks + ", \"training\": {\"batchSize\": 1}}",
                        "training: A batch needs at least 2 images."),
                List.of(
                        networks.replace("]}", "], \"initialization\": \"he\"}") + "}",
                        "generator.initialization: This must be \"glorot-uniform\" or"
                                + " \"glorot-normal\" or \"he-normal\" or \"normal-0.02\" or"
                                + " \"orthogonal\", not \"he\"."),
                List.of(
                        networks + ", \"objective\": {\"kind\": \"minmax\"}}",
                        "objective.kind: This must be \"non-saturating\" or \"minimax\" or"
                                + " \"least-squares\" or \"hinge\" or \"wasserstein\" or"
                                + " \"wasserstein-gp\" or \"relativistic\", not \"minmax\"."));
    }

    @ParameterizedTest
    @MethodSource("badTexts")
    void aTextThatIsNoExperimentIsRefusedInOneSentence(List<String> textAndSentence) {
        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> ProjectJson.read(textAndSentence.getFirst()))
                .extracting(Refusals::sentence)
                .isEqualTo(textAndSentence.getLast());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "training.batchSize | abc | training.batchSize: This must be a whole number, not"
                        + " \"abc\".",
                "training.batchSize | 1 | training: A batch needs at least 2 images.",
                "training.bathSize | 3 | There is no setting \"training.bathSize\"; the nearest is"
                        + " \"training.batchSize\".",
                "batchSize | 3 | There is no setting \"batchSize\"; the nearest is"
                        + " \"training.batchSize\".",
                "generator.layers.1.units | 3 | There is no setting \"generator.layers.1.units\";"
                        + " the nearest is \"generator.layers.0.units\".",
                "generator.layers.99999999999 | 3 | There is no setting"
                    + " \"generator.layers.99999999999\"; the nearest is \"generator.layers.0\".",
                "seed | 1.5 | seed: This must be a whole number, not 1.5.",
                "seed | '' | seed: This must be a whole number, not \"\".",
                "objective.kind | hindge | objective.kind: This must be \"non-saturating\" or"
                        + " \"minimax\" or \"least-squares\" or \"hinge\" or \"wasserstein\" or"
                        + " \"wasserstein-gp\" or \"relativistic\", not \"hindge\".",
                "objective.r1 | -1 | objective: R1’s gamma must be between 0 and 1000.",
                "training.averageDecay | 1 | training: G’s EMA decay must be at least 0 and"
                        + " below 1.",
                "clipNorm | 1 | There is no setting \"clipNorm\"; the nearest is"
                        + " \"training.generatorOptimizer.clipNorm\".",
            })
    void anOverrideThatCannotBeIsExplained(String path, String value, String sentence)
            throws ProjectException {
        var digits = Presets.load("digits-plain");

        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> ProjectJson.withOverrides(digits, Map.of(path, value)))
                .extracting(Refusals::sentence)
                .isEqualTo(sentence);
    }

    @Test
    void programsFromBeforeR2ReadWhatHasNone() throws ProjectException {
        var digits = Presets.load("digits-plain");
        assertThat(ProjectJson.write(digits)).doesNotContain("r2");
        Experiment with = digits.withObjective(digits.objective().withR2(1));
        assertThat(ProjectJson.write(with)).contains("\"r2\": 1", "\"r2Interval\": 16");
        assertThat(ProjectJson.read(ProjectJson.write(with))).isEqualTo(with);
    }

    @ParameterizedTest
    @MethodSource("org.ganatelier.experiment.objective.Loss#all")
    void everyObjectiveCanBeSetByItsName(Loss kind) throws ProjectException {
        var digits = Presets.load("digits-plain");
        String name = kind.id();
        assertThat(ProjectJson.withOverrides(digits, Map.of("objective.kind", name)))
                .isEqualTo(digits.withLoss(kind));
    }

    @Test
    void whatIsAddedToAnObjectiveAndAnOptimizerCanBeSet() throws ProjectException {
        var digits = Presets.load("digits-plain");
        var overrides = new LinkedHashMap<String, String>();
        overrides.put("objective.r1", "0.5");
        overrides.put("objective.labelSmoothing", "0.1");
        overrides.put("objective.instanceNoise", "0.2");
        overrides.put("objective.instanceNoiseSteps", "300");
        overrides.put("training.averageDecay", "0.99");
        overrides.put("training.discriminatorOptimizer.kind", "adamw");
        overrides.put("training.discriminatorOptimizer.weightDecay", "0.001");
        overrides.put("training.discriminatorOptimizer.schedule.kind", "linear");
        overrides.put("training.discriminatorOptimizer.schedule.steps", "77");

        var adam = digits.training().discriminatorOptimizer();
        assertThat(ProjectJson.withOverrides(digits, overrides))
                .isEqualTo(
                        digits.withObjective(
                                        digits.objective()
                                                .withR1(0.5)
                                                .withLabelSmoothing(0.1)
                                                .withInstanceNoise(new InstanceNoise(0.2, 300)))
                                .withTraining(
                                        t ->
                                                t.withAverageDecay(0.99)
                                                        .withOptimizer(
                                                                Side.DISCRIMINATOR,
                                                                adam.withKind(
                                                                                OptimizerSpec.Kind
                                                                                        .ADAMW)
                                                                        .withWeightDecay(1e-3)
                                                                        .withSchedule(
                                                                                new Schedule(
                                                                                        Schedule
                                                                                                .Kind
                                                                                                .LINEAR,
                                                                                        77,
                                                                                        0.1)))));
    }

    @Test
    void overridesChangeWhatTheyNameAndNothingElse() throws ProjectException {
        var digits = Presets.load("digits-plain");
        var overrides = new LinkedHashMap<String, String>();
        overrides.put("training.batchSize", "32");
        overrides.put("seed", "7");
        overrides.put("name", "42");
        overrides.put("data", "fashion-mnist");
        overrides.put("objective.kind", "minimax");
        overrides.put("training.generatorOptimizer.learningRate", "2e-4");
        overrides.put("generator.layers.3.filters", "24");
        overrides.put("generator.layers.3.spectralNorm", "true");
        overrides.put("generator.initialization", "he-normal");
        overrides.put("generator.layers.1.activation", "LeakyReLU");
        overrides.put("generator.layers.1.activation.slope", "0.1");
        overrides.put("generator.layers.2.target", "[7, 14, 16]");

        Experiment changed = ProjectJson.withOverrides(digits, overrides);

        var generator = digits.generator();
        var conv = (Conv2DTranspose) generator.layers().get(3);
        assertThat(changed)
                .isEqualTo(
                        digits.withTraining(
                                        training ->
                                                new TrainingSpec(
                                                        32,
                                                        1,
                                                        1,
                                                        training.discriminatorOptimizer(),
                                                        training.generatorOptimizer()
                                                                .withLearningRate(2e-4),
                                                        training.averageDecay()))
                                .withSeed(7)
                                .withName("42")
                                .withData(Sets.FASHION.spec())
                                .withObjective(digits.objective().withLoss(new Minimax()))
                                .withNetwork(
                                        Side.GENERATOR,
                                        net ->
                                                net.withReplaced(
                                                                1,
                                                                new BatchNorm(
                                                                        0.9,
                                                                        1e-5,
                                                                        new Activation.LeakyReLU(
                                                                                0.1)))
                                                        .withReplaced(
                                                                2,
                                                                new Reshape(
                                                                        new Shape.Image(7, 14, 16)))
                                                        .withReplaced(
                                                                3,
                                                                new Conv2DTranspose(
                                                                        24,
                                                                        conv.kernel(),
                                                                        conv.stride(),
                                                                        conv.padding(),
                                                                        conv.outputPadding(),
                                                                        conv.bias(),
                                                                        true,
                                                                        conv.activation()))
                                                        .withInitialization(
                                                                Initialization.HE_NORMAL)));
    }
}
