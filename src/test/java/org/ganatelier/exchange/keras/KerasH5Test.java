package org.ganatelier.exchange.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.modelimport.keras.KerasModelImport;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.exchange.model.ImageOrder;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activated;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.DepthwiseConv2D;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.PReLU;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Windowed;
import org.ganatelier.plan.Planner;
import org.ganatelier.project.Presets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** {@code .h5} files read and computed by Deeplearning4j's importer of Keras models. */
class KerasH5Test {
    private static final double MOST = 1e-5;

    private static double largest;

    @TempDir Path folder;

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
    }

    @AfterAll
    static void tell() {
        System.out.println(".h5 by DL4J's importer: largest difference " + largest);
    }

    static Stream<LayerZoo.Case> zoo() {
        return LayerZoo.all().map(KerasH5Test::weighted).filter(KerasH5Test::isKnown);
    }

    /** The importer crashes where a file has no weights at all: it gets a few in front. */
    private static LayerZoo.Case weighted(LayerZoo.Case example) {
        if (Planner.network(example.input(), example.net()).parameterCount() > 0) {
            return example;
        }
        LayerSpec first =
                switch (example.input()) {
                    case Shape.Image image ->
                            new Conv2D(
                                    image.channels(),
                                    1,
                                    1,
                                    Padding.VALID,
                                    true,
                                    new Activation.Linear());
                    case Shape.Flat(int units) -> new Dense(units, true, new Activation.Linear());
                };
        return new LayerZoo.Case(example.input(), example.net().withInserted(0, first));
    }

    /** Whether the importer reads all of it, and as Keras does. */
    private static boolean isKnown(LayerZoo.Case example) {
        return example.net().layers().stream()
                .allMatch(
                        layer ->
                                switch (layer) {
                                    case LayerNorm _, PReLU _, PixelShuffle _ -> false;
                                    // It finds its channels only in a graph of layers.
                                    case DepthwiseConv2D _ -> false;
                                    // With gaps between its windows it pads on other sides.
                                    case Conv2DTranspose c -> c.kernel() >= c.stride();
                                    case Windowed w ->
                                            !w.window().padding().equals(Padding.SAME)
                                                    || w.window().size() + 1 >= w.window().stride();
                                    case Activated a ->
                                            !(a.activation() instanceof Activation.GELU);
                                    default -> true;
                                });
    }

    /** The importer knows neither Permute nor Dot. */
    private static boolean isKnown(TestNetwork test) {
        return KerasModel.of(test.network(), KerasDialect.KERAS_2).layers().stream()
                .map(KerasLayer::className)
                .noneMatch(List.of("Permute", "Dot")::contains);
    }

    static List<String> presets() {
        return Presets.names().stream().filter(name -> !name.equals("article")).toList();
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void dl4jComputesWhatALayerComputesHere(LayerZoo.Case example) throws Exception {
        TestNetwork test = TestNetwork.of(example.input(), example.net());
        assumeThat(isKnown(test)).isTrue();
        compare(test);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void dl4jComputesBothNetworksOfAPreset(String preset) throws Exception {
        for (Side side : Side.values()) {
            TestNetwork test = TestNetwork.of(Presets.load(preset), side, 4);
            if (isKnown(test)) {
                compare(test);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Conditioning.class, names = "CHANNELS")
    void dl4jTellsBothNetworksTheirLabels(Conditioning conditioning) throws Exception {
        Experiment digits = Presets.load("digits-conditional").withConditioning(conditioning);
        for (Side side : Side.values()) {
            compare(TestNetwork.of(digits, side, 4));
        }
    }

    private void compare(TestNetwork test) throws Exception {
        Path file = folder.resolve("network.h5");
        Files.write(file, KerasH5.bytes(KerasModel.of(test.network(), KerasDialect.KERAS_2)));
        Shape shape = test.network().inputWithoutLabel();
        INDArray input = array(test.input(), test.batch(), shape);
        float[] theirs;
        if (KerasModel.of(test.network(), KerasDialect.KERAS_2).isSequential()) {
            MultiLayerNetwork network =
                    KerasModelImport.importKerasSequentialModelAndWeights(file.toString(), false);
            theirs = network.output(input).dup('c').data().asFloat();
        } else {
            ComputationGraph graph =
                    KerasModelImport.importKerasModelAndWeights(file.toString(), false);
            INDArray labels = oneHot(test);
            theirs = graph.output(input, labels)[0].dup('c').data().asFloat();
        }
        float[] ours = ImageOrder.CHANNELS_LAST.ordered(test.output(), test.outputShape());
        double difference = TestNetwork.difference(ours, theirs);
        largest = Math.max(largest, difference);
        assertThat(difference).isCloseTo(0, within(MOST));
    }

    private static INDArray array(float[] values, int batch, Shape shape) {
        long[] sizes =
                LongStream.concat(
                                LongStream.of(batch),
                                ImageOrder.CHANNELS_LAST.dimensions(shape).stream()
                                        .mapToLong(i -> i))
                        .toArray();
        return Nd4j.create(ImageOrder.CHANNELS_LAST.ordered(values, shape), sizes, 'c');
    }

    private static INDArray oneHot(TestNetwork test) {
        int classes = test.network().plan().labels().classes();
        var values = new float[test.batch() * classes];
        IntStream.range(0, test.batch()).forEach(i -> values[i * classes + test.labels()[i]] = 1);
        return Nd4j.create(values, new long[] {test.batch(), classes}, 'c');
    }
}
