package org.ganatelier.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ganatelier.plan.Examples.FLATTEN;
import static org.ganatelier.plan.Examples.LINEAR;
import static org.ganatelier.plan.Examples.RELU;
import static org.ganatelier.plan.Examples.SIGMOID;
import static org.ganatelier.plan.Examples.TANH;
import static org.ganatelier.plan.Examples.batchNorm;
import static org.ganatelier.plan.Examples.conv;
import static org.ganatelier.plan.Examples.deconv;
import static org.ganatelier.plan.Examples.dense;
import static org.ganatelier.plan.Examples.discriminator;
import static org.ganatelier.plan.Examples.generator;
import static org.ganatelier.plan.Examples.reshape;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.GaussianNoise;
import org.ganatelier.experiment.layer.GlobalAveragePool;
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
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.experiment.objective.Relativistic;
import org.ganatelier.experiment.objective.SeparableLoss;
import org.ganatelier.experiment.objective.WassersteinGp;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Limits;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.Violation;
import org.ganatelier.project.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class PlannerTest {
    private static final String BATCH =
            "MinibatchStdDev lets the images of a batch change each other; a generator must"
                    + " always make the same image of the same noise, whatever else is in the"
                    + " batch";

    private static List<Told> problems(Experiment experiment) {
        return Told.all(experiment);
    }

    private static Told only(Experiment experiment) {
        assertThat(problems(experiment)).hasSize(1);
        return problems(experiment).getFirst();
    }

    private static void assertProblem(
            Told problem, Side side, int layer, String message, String... fixes) {
        assertThat(problem.place()).isEqualTo(new Place.Layer(side, layer));
        assertThat(problem.message()).isEqualTo(message);
        assertThat(problem.labels()).containsExactly(fixes);
    }

    private static List<LayerSpec> layersAfterFirstFix(Experiment experiment, Side side) {
        Experiment fixed = only(experiment).fixes().getFirst().apply(experiment);
        assertThat(problems(fixed)).isEmpty();
        return fixed.network(side).layers();
    }

    @Test
    void aReadyPlanKnowsEveryShape() {
        var outcome = Planner.check(Examples.ready());

        assertThat(outcome).isInstanceOf(Outcome.Ready.class);
        assertThat(outcome.plan().generator().output()).contains(new Shape.Image(28, 28, 1));
        assertThat(outcome.plan().discriminator().output()).contains(new Shape.Flat(1));
        assertThat(outcome.plan().generator().parameterCount()).isEqualTo(100 * 784 + 784);
    }

    @Test
    void aDenseLayerNeedsAVector() {
        var experiment = discriminator(conv(8, 4, 2, Padding.SAME), dense(1));

        assertProblem(
                only(experiment),
                Side.DISCRIMINATOR,
                1,
                "Dense takes a plain vector, but gets an image of 14×14×8",
                "Insert Flatten",
                "Insert GlobalAveragePool");
        assertThat(layersAfterFirstFix(experiment, Side.DISCRIMINATOR))
                .element(1)
                .isEqualTo(FLATTEN);
    }

    @Test
    void aConvolutionNeedsAnImageAndTheReshapeThatIsOfferedFitsTheRestOfTheStack() {
        var experiment =
                generator(
                        dense(1568),
                        batchNorm(RELU),
                        deconv(16, 4, 2, Padding.SAME),
                        deconv(1, 4, 2, Padding.SAME, TANH));

        assertProblem(
                only(experiment),
                Side.GENERATOR,
                2,
                "Conv2DTranspose works on images, but gets a vector of 1,568 values",
                "Insert Reshape to 7×7×32");
    }

    @Test
    void whereNoReshapeFitsTheDenseLayerIsSetToFit() {
        var experiment =
                generator(
                        dense(1500),
                        deconv(16, 4, 2, Padding.SAME),
                        deconv(1, 4, 2, Padding.SAME, TANH));

        assertThat(only(experiment).labels().getFirst())
                .isEqualTo("Set units of Dense to 1470 and insert Reshape to 7×7×30");
        assertThat(layersAfterFirstFix(experiment, Side.GENERATOR))
                .startsWith(dense(1470), reshape(7, 7, 30));
    }

    @Test
    void averagingAVectorIsNoUse() {
        var experiment = discriminator(FLATTEN, new GlobalAveragePool(), dense(1));

        assertThat(only(experiment).labels().getFirst()).isEqualTo("Remove GlobalAveragePool");
    }

    @Test
    void aReshapeKeepsTheNumberOfValues() {
        var experiment =
                generator(
                        dense(1500),
                        batchNorm(RELU),
                        reshape(7, 7, 32),
                        deconv(1, 4, 4, Padding.SAME, TANH));

        assertProblem(
                only(experiment),
                Side.GENERATOR,
                2,
                "7×7×32 takes 1,568 values, but 1,500 come in",
                "Set units of Dense to 1568");
    }

    @Test
    void aReshapeMayTakeOtherChannelsInstead() {
        var experiment =
                generator(dense(980), reshape(7, 7, 32), deconv(1, 4, 4, Padding.SAME, TANH));

        assertThat(only(experiment).labels())
                .containsExactly("Set units of Dense to 1568", "Reshape to 7×7×20");
    }

    @Test
    void aReshapeOfTheNoiseIsGivenADenseLayer() {
        var experiment = generator(reshape(7, 7, 16), deconv(1, 4, 4, Padding.SAME, TANH));

        assertThat(only(experiment).labels().getFirst()).isEqualTo("Insert Dense with 784 units");
    }

    @Test
    void aWindowMustNotLieInThePaddingAlone() {
        assertProblem(
                only(discriminator(conv(4, 3, 2, new Padding.Explicit(3)), FLATTEN, dense(1))),
                Side.DISCRIMINATOR,
                0,
                "A padding of 3 is too large for a 3×3 window: it must be smaller",
                "Set padding to 1",
                "Set padding to same");
    }

    @Test
    void outputPaddingMustBeSmallerThanTheStride() {
        var last = new Conv2DTranspose(1, 4, 4, Padding.SAME, true, TANH).withOutputPadding(4);
        assertProblem(
                only(generator(dense(49), reshape(7, 7, 1), last)),
                Side.GENERATOR,
                2,
                "An output padding of 4 is too large for a stride of 4: it must be smaller",
                "Set output padding to 0");
    }

    @Test
    void aTransposedConvolutionMustLeaveSomething() {
        assertProblem(
                only(
                        generator(
                                dense(32),
                                reshape(1, 1, 32),
                                deconv(8, 4, 1, new Padding.Explicit(2)),
                                deconv(1, 28, 28, Padding.SAME, TANH))),
                Side.GENERATOR,
                2,
                "Conv2DTranspose cuts off all of a 1×1 image",
                "Set padding to same",
                "Remove Conv2DTranspose (layer 3)");
    }

    @Test
    void aWindowAboveItsLimitIsToldOnce() {
        assertThat(problems(discriminator(conv(8, 99, 1, Padding.VALID), FLATTEN, dense(1))))
                .extracting(problem -> problem.problem().violation())
                .containsExactly(new Violation.TooMuch(Violation.TooMuch.Measure.WINDOW, 99));
    }

    @Test
    void aWindowMustFit() {
        var experiment =
                discriminator(
                        conv(4, 4, 4, Padding.SAME),
                        conv(8, 9, 1, Padding.VALID),
                        FLATTEN,
                        dense(1));

        assertProblem(
                only(experiment),
                Side.DISCRIMINATOR,
                1,
                "A 9×9 window does not fit into 7×7 images",
                "Set padding to same",
                "Set kernel to 7");
    }

    @Test
    void imagesThatAreTooLargeAreStartedSmaller() {
        var experiment =
                generator(
                        dense(784),
                        reshape(28, 28, 1),
                        deconv(16, 5, 2, Padding.SAME),
                        batchNorm(RELU),
                        deconv(8, 5, 2, Padding.SAME),
                        conv(1, 5, 1, Padding.SAME));

        assertProblem(
                only(experiment),
                Side.GENERATOR,
                4,
                "Makes 112×112 images; the data is 28×28",
                "Set target of Reshape to 7×7×16",
                "Set strides of Conv2DTranspose (layer 3) and Conv2DTranspose (layer 5) to 1",
                "Set stride of Conv2D to 4");
        assertThat(layersAfterFirstFix(experiment, Side.GENERATOR)).contains(reshape(7, 7, 16));
    }

    @Test
    void imagesThatAreTooSmallAreEnlargedLate() {
        var experiment =
                generator(
                        dense(1568),
                        reshape(7, 7, 32),
                        deconv(16, 4, 2, Padding.SAME),
                        deconv(1, 4, 1, Padding.SAME, TANH));

        assertProblem(
                only(experiment),
                Side.GENERATOR,
                2,
                "Makes 14×14 images; the data is 28×28",
                "Set stride of Conv2DTranspose (layer 4) to 2",
                "Set stride to 4",
                "Set target of Reshape to 14×14×8");
    }

    @Test
    void aMissingLastLayerIsOfferedWhole() {
        var experiment =
                generator(
                        dense(1568),
                        reshape(7, 7, 32),
                        deconv(16, 4, 2, Padding.SAME),
                        batchNorm(RELU));

        assertThat(problems(experiment))
                .extracting(Told::message)
                .containsExactlyInAnyOrder(
                        "Makes images of 16 channels; the data has 1",
                        "Makes 14×14 images; the data is 28×28",
                        "Ends in ReLU, which cannot reach −1, the black of the images; tanh gives"
                                + " −1 to 1");
        Fix first = problems(experiment).getFirst().fixes().getFirst();
        assertThat(problems(experiment).getFirst().label(first))
                .isEqualTo("Add Conv2DTranspose with 1 filter, stride 2 and tanh");
        assertThat(problems(first.apply(experiment))).isEmpty();
    }

    @Test
    void channelsMustBeTheDatas() {
        var experiment =
                generator(dense(1568), reshape(7, 7, 32), deconv(3, 4, 4, Padding.SAME, TANH));

        assertProblem(
                only(experiment),
                Side.GENERATOR,
                2,
                "Makes images of 3 channels; the data has 1",
                "Set filters to 1",
                "Add Conv2D with 1 filter and tanh");
    }

    @Test
    void aGeneratorEndsInAnImage() {
        assertProblem(
                only(generator(dense(784, TANH))),
                Side.GENERATOR,
                0,
                "Ends in a vector of 784 values; the data is images of 28×28×1",
                "Add Reshape to 28×28×1",
                "Add Dense with 784 units and Reshape to 28×28×1");
    }

    @Test
    void aGeneratorMustReachBlackButMayEndLinear() {
        for (Activation activation :
                List.of(
                        RELU,
                        new Activation.Softplus(),
                        new Activation.GELU(),
                        new Activation.Swish(),
                        new Activation.LeakyReLU(0))) {
            var experiment = generator(dense(784, activation), reshape(28, 28, 1));
            assertThat(only(experiment).labels()).containsExactly("Use tanh");
            assertThat(layersAfterFirstFix(experiment, Side.GENERATOR)).contains(dense(784, TANH));
        }
        for (Activation activation :
                List.of(LINEAR, TANH, new Activation.ELU(), new Activation.LeakyReLU(0.2))) {
            assertThat(problems(generator(dense(784, activation), reshape(28, 28, 1)))).isEmpty();
        }
    }

    @Test
    void aDiscriminatorEndsInOneScore() {
        assertProblem(
                only(discriminator(FLATTEN, dense(2))),
                Side.DISCRIMINATOR,
                1,
                "Ends in a vector of 2 values; the objective wants one score for each image",
                "Set units to 1",
                "Add Dense with 1 unit");
        assertProblem(
                only(discriminator(conv(8, 4, 2, Padding.SAME))),
                Side.DISCRIMINATOR,
                0,
                "Ends in an image of 14×14×8; the objective wants one score for each image",
                "Add Flatten and Dense with 1 unit",
                "Add GlobalAveragePool and Dense with 1 unit");
        assertThat(only(discriminator(conv(1, 28, 1, Padding.VALID))).labels())
                .contains("Add Flatten");
    }

    @Test
    void aTrainedSlopeBendsAScore() {
        var bent = discriminator(FLATTEN, dense(1), new PReLU());
        assertProblem(
                only(bent),
                Side.DISCRIMINATOR,
                2,
                "Ends in PReLU, but the objective wants the plain score, which may be any number",
                "Remove PReLU");
        assertThat(layersAfterFirstFix(bent, Side.DISCRIMINATOR))
                .containsExactly(FLATTEN, dense(1));
    }

    @Test
    void aTrainedSlopeGivesBlackOnlyOfWhatIsBelowZero() {
        assertThat(Planner.check(generator(dense(784), new PReLU(), reshape(28, 28, 1))).problems())
                .isEmpty();
        assertThat(
                        only(generator(dense(784, RELU), new PReLU(), reshape(28, 28, 1)))
                                .problem()
                                .violation())
                .isEqualTo(new Violation.NoBlack(RELU));
    }

    @Test
    void aScoreIsNotSquashed() {
        var inside = discriminator(FLATTEN, dense(1, SIGMOID));
        var apart = discriminator(FLATTEN, dense(1), new Activate(SIGMOID));

        assertProblem(
                only(inside),
                Side.DISCRIMINATOR,
                1,
                "Ends in a sigmoid, but the objective wants the plain score: it applies the sigmoid"
                        + " itself, where it cannot saturate",
                "Remove the sigmoid");
        assertThat(layersAfterFirstFix(inside, Side.DISCRIMINATOR))
                .containsExactly(FLATTEN, dense(1));
        assertThat(layersAfterFirstFix(apart, Side.DISCRIMINATOR))
                .containsExactly(FLATTEN, dense(1));
        assertThat(only(discriminator(FLATTEN, dense(1, RELU))).message())
                .startsWith("Ends in ReLU, but the objective wants the plain score");
    }

    @Test
    void emptyNetworksAreStartedWithOneClickEach() {
        var empty = Examples.experiment(NetworkSpec.of(), NetworkSpec.of());

        Experiment fixed = empty;
        for (Told problem : problems(empty)) {
            assertThat(problem.fixes()).hasSize(1);
            fixed = problem.fixes().getFirst().apply(fixed);
        }

        assertThat(problems(empty))
                .extracting(Told::place)
                .containsExactly(
                        new Place.Network(Side.GENERATOR), new Place.Network(Side.DISCRIMINATOR));
        assertThat(problems(fixed)).isEmpty();
    }

    @Test
    void aPixelShuffleNeedsWholePixels() {
        var experiment =
                generator(
                        dense(1568),
                        reshape(14, 14, 8),
                        conv(6, 3, 1, Padding.SAME),
                        batchNorm(LINEAR),
                        new PixelShuffle(2));

        assertProblem(
                only(experiment),
                Side.GENERATOR,
                4,
                "Makes one channel of every 4 (2×2), but 6 come in",
                "Set filters of Conv2D to 4",
                "Insert Conv2D with 4 filters");
        assertThat(layersAfterFirstFix(experiment, Side.GENERATOR))
                .element(2)
                .isEqualTo(conv(4, 3, 1, Padding.SAME));
    }

    @Test
    void whereAPixelShuffleStandsInTheMiddleTheChannelsAreRoundedUp() {
        var experiment =
                generator(
                        dense(7 * 7 * 30),
                        reshape(7, 7, 30),
                        new PixelShuffle(2),
                        deconv(1, 4, 2, Padding.SAME, TANH));

        assertProblem(
                only(experiment),
                Side.GENERATOR,
                2,
                "Makes one channel of every 4 (2×2), but 30 come in",
                "Set target of Reshape to 7×7×32 and set units of Dense to 1568",
                "Set target of Reshape to 7×7×28 and set units of Dense to 1372",
                "Set target of Reshape to 7×7×4 and set units of Dense to 196");
    }

    @Test
    void filtersBeforeAPixelShuffleAreCountedInPixels() {
        var experiment =
                generator(
                        dense(1568),
                        reshape(14, 14, 8),
                        conv(8, 3, 1, Padding.SAME),
                        new PixelShuffle(2));

        assertProblem(
                only(experiment),
                Side.GENERATOR,
                2,
                "Makes images of 2 channels; the data has 1",
                "Add Conv2D with 1 filter and tanh",
                "Set filters to 4");
    }

    @Test
    void aPixelShuffleIsAnEnlargementThatCanBeSet() {
        var experiment = discriminator(conv(8, 4, 2, Padding.SAME), new PixelShuffle(99), FLATTEN);

        assertThat(problems(experiment))
                .extracting(Told::message)
                .contains("Enlarging by 99 is too much; the limit is 32");
        assertThat(problems(experiment).getFirst().labels().getFirst())
                .isEqualTo("Set factor to 2");
    }

    @Test
    void whatTheMinibatchDeviationAddsToAnImageIsTakenAwayWithIt() {
        var experiment = generator(dense(784, TANH), reshape(28, 28, 1), new MinibatchStdDev(4));

        assertThat(problems(experiment)).hasSize(2);
        assertProblem(
                problems(experiment).getFirst(),
                Side.GENERATOR,
                2,
                BATCH,
                "Remove MinibatchStdDev");
        assertProblem(
                problems(experiment).getLast(),
                Side.GENERATOR,
                2,
                "Makes images of 2 channels; the data has 1",
                "Remove MinibatchStdDev",
                "Add Conv2D with 1 filter and tanh");
    }

    @Test
    void aGeneratorsImageMustNotDependOnItsCompany() {
        var deviation = new MinibatchStdDev(4);
        var once = generator(dense(9), deviation, dense(784, TANH), reshape(28, 28, 1));

        assertProblem(only(once), Side.GENERATOR, 1, BATCH, "Remove MinibatchStdDev");
        assertThat(layersAfterFirstFix(once, Side.GENERATOR))
                .containsExactly(dense(9), dense(784, TANH), reshape(28, 28, 1));

        var twice = generator(deviation, dense(9), deviation, dense(784, TANH), reshape(28, 28, 1));
        assertThat(problems(twice)).hasSize(2);
        Fix second = problems(twice).getLast().fixes().getFirst();
        assertThat(problems(twice).getLast().label(second))
                .isEqualTo("Remove MinibatchStdDev (layer 3)");
        assertProblem(
                only(second.apply(twice)), Side.GENERATOR, 0, BATCH, "Remove MinibatchStdDev");
    }

    @Test
    void aDiscriminatorMayCompareTheImagesOfABatch() {
        assertThat(problems(discriminator(FLATTEN, new MinibatchStdDev(4), dense(1)))).isEmpty();
    }

    @Test
    void fixesKeepSpectralNormalizationAndTheFirstWeights() {
        var spectral = new Conv2D(8, 4, 3, Padding.SAME, true, RELU).withSpectralNorm(true);
        var experiment =
                generator(dense(1568), reshape(14, 14, 8), deconv(8, 4, 4, Padding.SAME), spectral)
                        .withNetwork(
                                Side.GENERATOR,
                                n -> n.withInitialization(Initialization.ORTHOGONAL));

        for (Told problem : problems(experiment)) {
            for (Fix fix : problem.fixes()) {
                var fixed = fix.apply(experiment).generator();
                assertThat(fixed.initialization())
                        .as(problem.label(fix))
                        .isEqualTo(Initialization.ORTHOGONAL);
                assertThat(fixed.layers())
                        .as(problem.label(fix))
                        .anyMatch(layer -> layer instanceof Conv2D conv && conv.spectralNorm());
            }
        }
        assertThat(problems(experiment)).isNotEmpty();
    }

    @Test
    void layersAfterABrokenOneAreJudgedFromWhatItWasMeantToGive() {
        var experiment =
                discriminator(
                        dense(100, RELU),
                        conv(8, 3, 2, Padding.SAME),
                        dense(10),
                        new Reshape(new Shape.Flat(7)),
                        dense(1, SIGMOID));

        var outcome = Planner.check(experiment);

        assertThat(problems(experiment))
                .extracting(Told::message)
                .containsExactly(
                        "Dense takes a plain vector, but gets an image of 28×28×1",
                        "Conv2D works on images, but gets a vector of 100 values",
                        "Dense takes a plain vector, but gets an image",
                        "Takes 7 values, but 10 come in",
                        "Ends in a sigmoid, but the objective wants the plain score: it applies the"
                                + " sigmoid itself, where it cannot saturate");
        var layers = outcome.plan().discriminator().layers();
        assertThat(layers.get(1).output()).isEmpty();
        assertThat(layers.get(2).output()).contains(new Shape.Flat(10));
        assertThat(layers.get(4).parameterCount()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(ints = {Limits.UNITS + 1, Integer.MAX_VALUE})
    void tooManyUnitsAreOneProblemWithAFix(int units) {
        var experiment =
                generator(dense(units), reshape(7, 7, 32), deconv(1, 4, 4, Padding.SAME, TANH));

        Told first = problems(experiment).getFirst();

        assertThat(first.message()).contains("units are too many; the limit is 16,384");
        assertThat(first.labels().getFirst()).isEqualTo("Set units to 1568");
        assertThat(problems(first.fixes().getFirst().apply(experiment))).isEmpty();
    }

    @Test
    void hugeNumbersNeitherOverflowNorThrow() {
        int huge = Integer.MAX_VALUE;
        var experiment =
                generator(
                        dense(huge),
                        reshape(huge, huge, huge),
                        deconv(huge, huge, huge, Padding.VALID),
                        new UpSampling2D(huge),
                        conv(huge, huge, huge, Padding.SAME),
                        FLATTEN,
                        dense(huge));

        var outcome = Planner.suggest(experiment.withLatentSize(huge));

        assertThat(outcome.plan().generator().parameterCount()).isEqualTo(Long.MAX_VALUE);
        assertThat(outcome.problems()).allSatisfy(p -> assertThat(p.fixes()).isNotEmpty());
    }

    @Test
    void limitsOfSettingsHaveFixes() {
        var batch = Examples.ready().withTraining(t -> t.withBatchSize(5000));
        var latent = Examples.ready().withLatentSize(3000);
        var data = Examples.ready().withData(Examples.images(1000, 1000, 3));

        assertThat(only(batch).message())
                .isEqualTo("A batch of 5,000 images makes every step slow; the limit is 1,024");
        assertThat(only(batch).labels())
                .containsExactly("Set batch size to 64", "Set batch size to 1024");
        assertThat(only(latent).labels())
                .containsExactly("Set noise size to 100", "Set noise size to 1024");
        assertThat(problems(data).getFirst().labels().getFirst()).isEqualTo("Use MNIST digits");
    }

    /** 65,536 by 65,536 pixels are none, counted as an int. */
    @Test
    void aReshapeToMorePixelsThanAnIntCountsHasFixes() throws Exception {
        Experiment experiment =
                Presets.open("src/test/resources/fixtures/hostile/planner-by-zero.json");
        assertThat(Planner.suggest(experiment).problems())
                .isNotEmpty()
                .noneMatch(problem -> problem.fixes().isEmpty());
    }

    @Test
    void aStepThatTakesTooMuchMemoryIsGivenASmallerBatch() {
        var experiment =
                discriminator(
                                conv(64, 3, 1, Padding.SAME),
                                conv(64, 3, 1, Padding.SAME),
                                FLATTEN,
                                dense(1))
                        .withTraining(t -> t.withBatchSize(1000));

        assertThat(only(experiment).place()).isEqualTo(new Place.Settings());
        assertThat(only(experiment).message()).matches("Training would take [\\d,]+ MB .*512 MB");
        assertThat(only(experiment).labels().getFirst()).isEqualTo("Set batch size to 128");
    }

    @Test
    void whatLiesBetweenThePartsOfASeparableConvolutionTakesMemory() {
        var experiment =
                discriminator(
                                new SeparableConv2D(1, 256, 3, 1, Padding.SAME, true, RELU),
                                FLATTEN,
                                dense(1))
                        .withTraining(t -> t.withBatchSize(500));

        assertThat(only(experiment).message()).matches("Training would take [\\d,]+ MB .*512 MB");
    }

    /** Activations inside layers; what pooling, dropout and normalizations keep for each value. */
    @ParameterizedTest
    @ValueSource(strings = {"planner-accepts-no-memory", "planner-accepts-no-memory-layernorm"})
    void whatLayersKeepForThemselvesTakesMemory(String name) throws Exception {
        Experiment experiment =
                Presets.open("src/test/resources/fixtures/hostile/" + name + ".json");

        assertThat(only(experiment).message()).matches("Training would take [\\d,]+ MB .*512 MB");
        assertThat(only(experiment).labels()).singleElement().asString().contains("batch size");
    }

    @Test
    void layersThatRememberTakeMoreThanTheirOutputs() {
        for (LayerSpec layer : List.of(new MaxPool(2, 1, Padding.SAME), new Dropout(0.5))) {
            var layers = new ArrayList<LayerSpec>(Collections.nCopies(40, layer));
            layers.addFirst(conv(40, 3, 1, Padding.SAME));
            layers.addAll(List.of(FLATTEN, dense(1)));
            var experiment = discriminator(layers.toArray(LayerSpec[]::new));

            assertThat(only(experiment).problem().violation())
                    .isInstanceOf(Violation.TooMuchMemory.class);
        }
    }

    @Test
    void networksThatTakeTooMuchMemoryWhateverTheBatchAreMadeNarrower() {
        var large =
                NetworkSpec.of(
                        dense(4096, RELU), dense(1500, RELU), dense(784), reshape(28, 28, 1));
        var experiment =
                Examples.experiment(
                        large, NetworkSpec.of(FLATTEN, dense(4096, RELU), dense(1000), dense(1)));

        assertThat(only(experiment).message()).matches("Training would take [\\d,]+ MB .*512 MB");
        assertThat(only(experiment).labels())
                .containsExactly(
                        "Set units of Dense (layer 2) to 750 and set units of Dense (layer 3) to"
                                + " 500");
    }

    @Test
    void tooManyParametersAreAProblemOfTheNetwork() {
        var experiment = discriminator(FLATTEN, dense(16_000, RELU), dense(1));

        assertThat(only(experiment).place()).isEqualTo(new Place.Network(Side.DISCRIMINATOR));
        assertThat(only(experiment).labels().getFirst())
                .isEqualTo("Set units of Dense (layer 2) to 8000");
    }

    @Test
    void aHeapOfLayersIsRefusedQuickly() {
        var heap = NetworkSpec.of().withLayers(Collections.nCopies(5000, dense(3)));
        var experiment = Examples.experiment(Examples.ready().generator(), heap);

        assertThat(only(experiment).message()).isEqualTo("5,000 layers; the limit is 64");
        assertThat(only(experiment).fixes()).isNotEmpty();
    }

    private static Experiment penalised(LayerSpec... judges) {
        return discriminator(judges).withObjective(new Objective(new WassersteinGp()).withR1(0));
    }

    @Test
    void aGradientPenaltyCannotBearBatchNormalizationAndLayerNormalizationHelps() {
        var experiment = penalised(FLATTEN, dense(8), batchNorm(RELU), dense(1));

        assertProblem(
                only(experiment),
                Side.DISCRIMINATOR,
                2,
                "BatchNorm lets the images of a batch change each other’s scores; a penalty on"
                        + " gradients needs each score to depend on its own image alone",
                "Use LayerNorm",
                "Clip weights instead");
        assertThat(layersAfterFirstFix(experiment, Side.DISCRIMINATOR))
                .containsExactly(FLATTEN, dense(8), new LayerNorm(1e-3, RELU), dense(1));
    }

    @Test
    void oneFixServesAllLayersThatAPenaltyCannotBear() {
        var experiment =
                discriminator(
                                conv(8, 4, 2, Padding.SAME),
                                batchNorm(RELU),
                                new Dropout(0.3),
                                conv(8, 4, 2, Padding.SAME),
                                batchNorm(RELU),
                                new GaussianNoise(0.1),
                                FLATTEN,
                                dense(1))
                        .withObjective(new Objective(new NonSaturating()).withR1(10));

        assertThat(problems(experiment)).hasSize(4);
        for (Told problem : problems(experiment)) {
            assertThat(problem.labels())
                    .containsExactly(
                            "Use LayerNorm and remove Dropout and GaussianNoise", "Switch R1 off");
            for (Fix fix : problem.fixes()) {
                assertThat(problems(fix.apply(experiment))).isEmpty();
            }
        }
    }

    @Test
    void aPenaltyBearsLayersThatDoNothingAtRandomAfterAll() {
        assertThat(
                        problems(
                                penalised(
                                        FLATTEN,
                                        new Dropout(0),
                                        new GaussianNoise(0),
                                        new LayerNorm(1e-3, RELU),
                                        dense(1))))
                .isEmpty();
    }

    @Test
    void withoutAPenaltyTheDiscriminatorMayMixAndRollDice() {
        var experiment = discriminator(FLATTEN, batchNorm(RELU), new Dropout(0.3), dense(1));
        for (Loss loss : Loss.all()) {
            if (loss instanceof SeparableLoss) {
                assertThat(problems(experiment.withObjective(unpenalised(loss)))).isEmpty();
            }
        }
    }

    @Test
    void aLossOfPairsBearsDiceAndNoMixtureEvenWithoutAPenalty() {
        Objective pairs = unpenalised(new Relativistic());
        assertThat(
                        problems(
                                discriminator(FLATTEN, new Dropout(0.3), dense(1))
                                        .withObjective(pairs)))
                .isEmpty();
        Experiment mixing = discriminator(FLATTEN, batchNorm(RELU), dense(1)).withObjective(pairs);
        List<Told> told = problems(mixing);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().message())
                .contains("a relativistic objective compares real with generated images");
        assertThat(problems(told.getFirst().fixes().getFirst().apply(mixing))).isEmpty();
    }

    private static Objective unpenalised(Loss loss) {
        return new Objective(loss).withNumber(WassersteinGp.LAMBDA, 0).withR1(0).withR2(0);
    }

    @Test
    void aPenaltyOnTheDiscriminatorLeavesTheGeneratorItsBatchNormalization() {
        var experiment =
                generator(dense(784), batchNorm(TANH), reshape(28, 28, 1))
                        .withObjective(new Objective(new WassersteinGp()));
        assertThat(problems(experiment)).isEmpty();
    }
}
