package org.ganatelier.exchange.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;

import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.exchange.model.ImportException.Refusal;
import org.ganatelier.exchange.model.Imported;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Cropping2D;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Files of strangers are read, or refused in one way. */
final class HostileOnnxTest {
    private static final int MUTATIONS = 4_000;

    /** Layers that are read in different ways. */
    private static byte[] original = {};

    private final Random random = new Random(13);

    @BeforeAll
    static void writeOriginal() {
        Natives.load(1);
        var leaky = new Activation.LeakyReLU(0.2);
        try (var network =
                RandomNetwork.of(
                        new Shape.Image(6, 5, 2),
                        List.of(
                                new Conv2D(2, 3, 2, Padding.SAME, true, new Activation.GELU()),
                                new BatchNorm(0.9, 1e-5, leaky),
                                new Conv2DTranspose(2, 2, 2, Padding.SAME, false, leaky),
                                new LayerNorm(1e-5, new Activation.Swish()),
                                new AveragePool(2, 1, Padding.SAME),
                                new UpSampling2D(2),
                                new Cropping2D(1, 1, 0, 2),
                                new MinibatchStdDev(2),
                                new Flatten(),
                                new Dense(1, true, new Activation.Linear())))) {
            original = NetworkGraph.of(network.portable).toByteArray();
        }
    }

    private static Imported read(byte[] bytes) throws IOException {
        return OnnxReader.of(OnnxFile.read(CodedInputStream.newInstance(bytes)), "hostile");
    }

    private static Refusal refusal(byte[] bytes) {
        try {
            read(bytes);
        } catch (ImportException e) {
            return e.refusal();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("Was read");
    }

    @Test
    void thousandsOfDamagedFilesAreReadOrRefused() throws Exception {
        assertThat(read(original).stacks().getFirst().layers()).hasSize(10);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] damaged = mutated();
            try {
                read(damaged);
            } catch (ImportException e) {
                refused++;
            }
        }
        // Most changes hit weights, which may have any value.
        assertThat(refused).isBetween(MUTATIONS / 10, MUTATIONS - MUTATIONS / 10);
    }

    private byte[] mutated() {
        byte[] bytes = original.clone();
        for (int times = random.nextInt(1, 8); times > 0; times--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> Arrays.fill(bytes, at, Math.min(at + 9, bytes.length), (byte) 0xff);
                case 3 ->
                        bytes = joined(bytes, at, Math.min(at + random.nextInt(40), bytes.length));
                default -> bytes = joined(bytes, at, Math.max(at - random.nextInt(40), 0));
            }
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    /** The bytes up to a place, then those from another on. */
    private static byte[] joined(byte[] bytes, int to, int from) {
        byte[] result = Arrays.copyOf(bytes, to + bytes.length - from);
        System.arraycopy(bytes, from, result, to, bytes.length - from);
        return result;
    }

    private static byte[] changed(UnaryOperator<GraphProto.Builder> change) {
        try {
            ModelProto model = ModelProto.parseFrom(original);
            return model.toBuilder()
                    .setGraph(change.apply(model.getGraph().toBuilder()))
                    .build()
                    .toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] withTensor(UnaryOperator<TensorProto.Builder> change) {
        return changed(
                graph ->
                        graph.setInitializer(0, change.apply(graph.getInitializer(0).toBuilder())));
    }

    @Test
    void aGiantTensorIsRefusedBeforeItIsMade() {
        byte[] giant = withTensor(t -> t.clearDims().addDims(1L << 40).addDims(1L << 40));
        assertThat(refusal(giant)).isInstanceOf(Refusal.TooLarge.class);
        byte[] large = withTensor(t -> t.clearDims().addDims(60_000).addDims(60_000));
        assertThat(refusal(large)).isInstanceOf(Refusal.TooLarge.class);
        byte[] wrong = withTensor(t -> t.clearDims().addDims(7));
        assertThat(refusal(wrong)).isInstanceOf(Refusal.Damaged.class);
    }

    @Test
    void aNegativeDimensionIsDamage() {
        byte[] negative = withTensor(t -> t.clearDims().addDims(-2).addDims(-18));
        assertThat(refusal(negative)).isInstanceOf(Refusal.Damaged.class);
    }

    @Test
    void numbersInOtherFilesAreNotLookedFor() {
        byte[] outside =
                withTensor(
                        t -> {
                            t.addExternalDataBuilder()
                                    .setKey("location")
                                    .setValue("../../etc/passwd");
                            return t.setDataLocation(TensorProto.DataLocation.EXTERNAL);
                        });
        assertThat(refusal(outside)).isInstanceOf(Refusal.Elsewhere.class);
    }

    @Test
    void aClaimedLengthBeyondTheFileIsDamage() throws Exception {
        byte[] claim =
                ByteString.fromHex("3affffffff07" + "2affffff7f" + "4affffff3f").toByteArray();
        assertThat(refusal(claim)).isInstanceOfAny(Refusal.Damaged.class, Refusal.TooLarge.class);
        for (int length = 0; length < original.length; length += 97) {
            byte[] cut = Arrays.copyOf(original, length);
            assertThat(refusal(cut)).isInstanceOfAny(Refusal.Damaged.class, Refusal.Empty.class);
        }
    }

    @Test
    void aGraphThatRunsInCirclesEnds() throws Exception {
        byte[] circle =
                changed(
                        graph ->
                                graph.addNode(
                                        0,
                                        NodeProto.newBuilder()
                                                .setOpType("Identity")
                                                .addInput("image")
                                                .addOutput("image")));
        assertThat(refusal(circle)).isInstanceOf(Refusal.Empty.class);
        byte[] later =
                changed(
                        graph -> {
                            graph.setNode(0, graph.getNode(0).toBuilder().setOutput(0, "a"));
                            graph.addNode(
                                    1,
                                    NodeProto.newBuilder()
                                            .setOpType("Relu")
                                            .addInput("a")
                                            .addOutput("b"));
                            return graph.addNode(
                                    2,
                                    NodeProto.newBuilder()
                                            .setOpType("Tanh")
                                            .addInput("b")
                                            .addOutput("a"));
                        });
        assertThat(read(later).stacks().getFirst().layers()).hasSize(2);
    }

    @Test
    void moreNodesThanANetworkHasAreRefused() {
        byte[] many =
                changed(
                        graph -> {
                            for (int i = 0; i < 20_000; i++) {
                                graph.addNode(
                                        NodeProto.newBuilder()
                                                .setOpType("Mul")
                                                .addInput("image")
                                                .addOutput("image"));
                            }
                            return graph;
                        });
        assertThat(refusal(many)).isInstanceOf(Refusal.TooLarge.class);
    }

    @Test
    void weightsOfAnotherSizeThanTheirLayerAreDamage() {
        byte[] other =
                changed(
                        graph -> {
                            List<TensorProto> all = graph.getInitializerList();
                            for (int i = 0; i < all.size(); i++) {
                                if (all.get(i).getName().equals("layers.1.gamma")) {
                                    graph.setInitializer(
                                            i,
                                            all.get(i).toBuilder()
                                                    .clearDims()
                                                    .addDims(1)
                                                    .setRawData(ByteString.copyFrom(new byte[4])));
                                }
                            }
                            return graph;
                        });
        assertThat(refusal(other)).isInstanceOf(Refusal.Damaged.class);
    }

    @Test
    void whatIsNoModelIsRefused() throws Exception {
        assertThat(refusal(new byte[0])).isInstanceOf(Refusal.Empty.class);
        Path picture =
                Path.of(
                        Objects.requireNonNull(HostileOnnxTest.class.getResource("/fixtures"))
                                .toURI());
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> OnnxReader.read(picture));
        Path json = picture.resolve("hostile/long-sentence.json");
        assertThat(Files.exists(json)).isTrue();
        assertThatExceptionOfType(ImportException.class).isThrownBy(() -> OnnxReader.read(json));
    }
}
