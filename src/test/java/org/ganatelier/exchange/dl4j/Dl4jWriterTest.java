package org.ganatelier.exchange.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.engine.stock.StockFiles;
import org.ganatelier.exchange.model.Examples;
import org.ganatelier.exchange.model.Export;
import org.ganatelier.exchange.model.ExportTask;
import org.ganatelier.exchange.model.Obstacle;
import org.ganatelier.exchange.model.PortableNetwork;
import org.ganatelier.exchange.onnx.Differences;
import org.ganatelier.exchange.onnx.RandomNetwork;
import org.ganatelier.exchange.onnx.StackCases;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.PReLU;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.plan.model.LabelUse;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.ganatelier.train.Weights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** DL4J's own reader finds networks that give what the engine gives. */
final class Dl4jWriterTest {
    private static final double TOLERANCE = 1e-5;

    @TempDir private Path folder = Path.of("");

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
    }

    static Stream<StackCases.Case> cases() {
        List<StackCases.Case> windowed =
                StackCases.windowed().filter(Dl4jWriterTest::isWithin).toList();
        // All of them are compared with DL4J's layers elsewhere: here every fifth.
        return Stream.concat(
                IntStream.range(0, windowed.size()).filter(i -> i % 5 == 0).mapToObj(windowed::get),
                StackCases.unwindowed().filter(Dl4jWriterTest::isWithin));
    }

    private static boolean isWithin(StackCases.Case example) {
        try (var network = RandomNetwork.of(example.input(), example.layers())) {
            return Dl4jWriter.missing(new StockFiles(), network.portable).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void dl4jComputesWhatTheEngineComputes(StackCases.Case example) throws Exception {
        try (var network = RandomNetwork.of(example.input(), example.layers())) {
            var zip = new ByteArrayOutputStream();
            Dl4jWriter.write(new StockFiles(), network.portable, zip);
            compare(network, zip.toByteArray());
        }
    }

    private static void compare(RandomNetwork network, byte[] zip) throws Exception {
        if (network.portable.plan().labels() instanceof LabelUse.Projected(int classes)) {
            compareGraph(network, classes, zip);
        } else {
            compareStack(network, zip);
        }
    }

    private static void compareGraph(RandomNetwork network, int classes, byte[] zip)
            throws Exception {
        ComputationGraph read =
                ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(zip), false);
        for (int batch : new int[] {1, 3, 16}) {
            float[] samples = network.samples(batch);
            byte[] labels = network.labels(batch);
            INDArray told = Nd4j.zeros(batch, classes);
            for (int i = 0; i < batch; i++) {
                told.putScalar(i, labels[i], 1);
            }
            INDArray[] output = read.output(false, array(network.portable, samples, batch), told);
            Differences.assertClose(
                    output[0].dup('c').data().asFloat(),
                    network.compute(samples, labels),
                    TOLERANCE);
        }
        read.close();
    }

    private static void compareStack(RandomNetwork network, byte[] zip) throws Exception {
        MultiLayerNetwork read =
                ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(zip), false);
        for (int batch : new int[] {1, 3, 16}) {
            float[] samples = network.samples(batch);
            byte[] labels = network.labels(batch);
            float[] joined = joined(network.portable, samples, labels);
            INDArray output = read.output(array(network.portable, joined, batch), false);
            Differences.assertClose(
                    output.dup('c').data().asFloat(), network.compute(samples, labels), TOLERANCE);
        }
        // One without parameters has nothing to free, and DL4J cannot close it.
        if (read.numParams() > 0) {
            read.close();
        }
    }

    private static INDArray array(PortableNetwork network, float[] values, int batch) {
        long[] shape =
                switch (network.plan().input()) {
                    case Shape.Flat(int units) -> new long[] {batch, units};
                    case Shape.Image(int height, int width, int channels) ->
                            new long[] {batch, channels, height, width};
                };
        return Nd4j.create(values, shape, 'c');
    }

    /** Samples with a value, or a plane, for each class behind the rest. */
    private static float[] joined(PortableNetwork network, float[] samples, byte[] labels) {
        if (!(network.plan().labels() instanceof LabelUse.Joined(int classes))) {
            return samples;
        }
        int own = (int) network.inputWithoutLabel().size();
        int whole = (int) network.plan().input().size();
        int area = (whole - own) / classes;
        var joined = new float[labels.length * whole];
        for (int i = 0; i < labels.length; i++) {
            System.arraycopy(samples, i * own, joined, i * whole, own);
            int plane = i * whole + own + labels[i] * area;
            Arrays.fill(joined, plane, plane + area, 1);
        }
        return joined;
    }

    /** Those of the presets that DL4J's layers can compute. */
    static Stream<Experiment> presets() throws Exception {
        return Stream.of(
                Presets.load("digits"),
                Presets.load("digits-conditional"),
                flattenedAtTheEnd(),
                Presets.load("mlp"),
                Presets.load("dcgan"),
                Presets.load("tutorial"),
                Presets.load("fashion"),
                Presets.load("points"),
                Presets.load("digits-plain").withConditioning(Conditioning.CHANNELS),
                Presets.load("dcgan").withConditioning(Conditioning.CHANNELS));
    }

    /** D's features are images: its last dense layer flattens them. */
    private static Experiment flattenedAtTheEnd() throws Exception {
        return Presets.load("dcgan").withConditioning(Conditioning.PROJECTION);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void theFilesGiveTheExamplesThatLieBesideThem(Experiment experiment) throws Exception {
        Plan plan = Nets.ready(experiment);
        try (var generator = new RandomNetwork(plan, Side.GENERATOR);
                var discriminator = new RandomNetwork(plan, Side.DISCRIMINATOR)) {
            Examples examples =
                    Examples.of(
                            new EngineTrainer(), plan, generator.with(discriminator), Weights.RAW);
            var export =
                    new Export(
                            plan,
                            List.of(generator.portable, discriminator.portable),
                            Optional.of(examples));
            ExportTask.run(new Dl4jWriter(new StockFiles()), export, Optional.empty(), folder);
            compare(generator, Files.readAllBytes(folder.resolve("generator.zip")));
            compare(discriminator, Files.readAllBytes(folder.resolve("discriminator.zip")));
        }
        assertThat(folder.resolve("Generate.java"))
                .content()
                .contains("CLASSES = " + experiment.classes());
    }

    @Test
    void whatDl4jLacksIsNamed() throws Exception {
        var shape = new Shape.Image(4, 4, 4);
        List<LayerSpec> layers = List.of(new PReLU(), new PixelShuffle(2));
        try (var network = RandomNetwork.of(shape, layers)) {
            assertThat(Dl4jWriter.missing(new StockFiles(), network.portable))
                    .extracting(Obstacle::lack)
                    .containsExactly(
                            new Obstacle.Lack.Layer(layers.get(0)),
                            new Obstacle.Lack.Layer(layers.get(1)));
        }
    }

    @Test
    void whatNobodyTrainedIsRefused() throws Exception {
        Plan plan = Nets.ready(Presets.load("mlp"));
        var export =
                new Export(
                        plan,
                        List.of(PortableNetwork.untrained(plan, Side.DISCRIMINATOR)),
                        Optional.empty());
        assertThat(new Dl4jWriter(new StockFiles()).obstacles(export))
                .extracting(Obstacle::lack)
                .containsExactly(new Obstacle.Lack.Untrained());
    }
}
