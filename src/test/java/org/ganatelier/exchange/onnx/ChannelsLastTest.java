package org.ganatelier.exchange.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedInputStream;

import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.exchange.model.ImageOrder;
import org.ganatelier.exchange.model.Imported;
import org.ganatelier.exchange.model.ImportedStack;
import org.ganatelier.exchange.model.Remark;
import org.ganatelier.experiment.basics.Shape;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

/** Graphs as Keras's exporters leave them: images have their channels last, and are turned. */
final class ChannelsLastTest {
    private static final int BATCH = 3;
    private static final double TOLERANCE = 1e-5;
    private static final Shape.Image IMAGE = new Shape.Image(3, 4, 5);

    private final Random random = new Random(21);
    private final GraphBuilder graph = new GraphBuilder("keras");

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
    }

    private float[] numbers(int count) {
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian() / 2;
        }
        return numbers;
    }

    private String constant(String name, long... dimensions) {
        int count = 1;
        for (long side : dimensions) {
            count *= (int) side;
        }
        return graph.floats(name, numbers(count), dimensions);
    }

    private String dense(String in, int inputs, int units) {
        String product = graph.node("MatMul", List.of(in, constant("kernel", inputs, units)));
        return graph.node("Add", List.of(product, constant("bias", units)));
    }

    private String norm(String in, int values) {
        var variance = new float[values];
        for (int i = 0; i < values; i++) {
            variance[i] = 0.5f + random.nextFloat();
        }
        return graph.node(
                "BatchNormalization",
                List.of(
                        in,
                        constant("gamma", values),
                        constant("beta", values),
                        constant("mean", values),
                        graph.floats("variance", variance, values)));
    }

    private String turned(String in, long... axes) {
        return graph.node("Transpose", List.of(in), Attribute.wholes("perm", axes));
    }

    private static ImportedStack read(byte[] model) throws Exception {
        Imported read = OnnxReader.of(OnnxFile.read(CodedInputStream.newInstance(model)), "keras");
        assertThat(read.remarks())
                .noneMatch(each -> each.fact() instanceof Remark.Fact.Unknown)
                .noneMatch(each -> each.fact() instanceof Remark.Fact.Unable);
        return read.stacks().getFirst();
    }

    @Test
    void aVectorBecomesAnImageInTheRightOrder() throws Exception {
        String value = dense(graph.input("z", new Shape.Flat(6)), 6, 60);
        value = graph.node("Relu", List.of(norm(value, 60)));
        value = graph.node("Reshape", List.of(value, graph.wholes("shape", -1, 3, 4, 5)));
        value = turned(value, 0, 3, 1, 2);
        value =
                graph.node(
                        "ConvTranspose",
                        List.of(value, constant("weight", 5, 2, 2, 2)),
                        Attribute.wholes("kernel_shape", 2, 2),
                        Attribute.wholes("strides", 2, 2));
        value = turned(graph.node("Tanh", List.of(value)), 0, 2, 3, 1);
        // Its sides in the file's order.
        byte[] model = graph.model(value, new Shape.Image(8, 2, 6), "test").toByteArray();

        ImportedStack stack = read(model);
        float[] samples = numbers(BATCH * 6);
        float[] ours =
                ImageOrder.CHANNELS_LAST.ordered(
                        TorchModelsTest.ours(stack, samples, BATCH), new Shape.Image(6, 8, 2));
        Differences.assertClose(ours, TorchModelsTest.theirs(model, samples, BATCH, 6), TOLERANCE);
    }

    @Test
    void anImageBecomesAVectorInTheRightOrder() throws Exception {
        // Taken for channels first where it is declared: 3 rows, 4 columns, 5 channels.
        String value = turned(graph.input("image", new Shape.Image(4, 5, 3)), 0, 3, 1, 2);
        value =
                graph.node(
                        "Conv",
                        List.of(value, constant("weight", 2, 5, 2, 2), constant("bias", 2)),
                        Attribute.wholes("kernel_shape", 2, 2));
        value = turned(graph.node("LeakyRelu", List.of(value)), 0, 2, 3, 1);
        value = graph.node("Reshape", List.of(value, graph.wholes("shape", -1, 12)));
        value = dense(norm(value, 12), 12, 3);
        byte[] model = graph.model(value, new Shape.Flat(3), "test").toByteArray();

        ImportedStack stack = read(model);
        assertThat(stack.input()).contains(IMAGE);
        float[] samples = numbers(BATCH * 60);
        Differences.assertClose(
                TorchModelsTest.ours(stack, samples, BATCH),
                TorchModelsTest.theirs(
                        model, ImageOrder.CHANNELS_LAST.ordered(samples, IMAGE), BATCH, 3, 4, 5),
                TOLERANCE);
    }
}
