package org.ganatelier.engine.network;

import org.ganatelier.engine.layers.BatchNormLayer;
import org.ganatelier.engine.layers.ConvolutionLayer;
import org.ganatelier.engine.layers.DenseLayer;
import org.ganatelier.engine.layers.Layer;
import org.ganatelier.engine.layers.Pass;
import org.ganatelier.engine.layers.RectifierLayer;
import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Padding;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Each layer of the classroom and the tutorial net alone, batch 64, one thread. {@link LayerRates}
 * runs it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LayerBenchmark {
    static final int BATCH = 64;

    /**
     * A layer, and the multiplications of one sample's forward pass: 0 where only memory counts.
     */
    public enum Subject {
        /** A square matrix product, to measure this machine's peak. */
        SGEMM_512(new Shape.Flat(512), 512L * 512 * 512 / BATCH),
        DENSE_64_1568(new Shape.Flat(64), 64L * 1568),
        DENSE_784_512(new Shape.Flat(784), 784L * 512),
        DENSE_1568_1(new Shape.Flat(1568), 1568),
        CONV_1_16(new Shape.Image(28, 28, 1), 196L * 16 * 16),
        CONV_16_32(new Shape.Image(14, 14, 16), 49L * 32 * 16 * 16),
        CONV_64_128_K5(new Shape.Image(14, 14, 64), 49L * 128 * 64 * 25),
        TRANSPOSED_32_16(new Shape.Image(7, 7, 32), 49L * 32 * 16 * 16),
        TRANSPOSED_16_1(new Shape.Image(14, 14, 16), 196L * 16 * 16),
        TRANSPOSED_256_128_K5(new Shape.Image(7, 7, 256), 49L * 256 * 128 * 25),
        BATCH_NORM_14_14_16(new Shape.Image(14, 14, 16), 0),
        LEAKY_RELU_14_14_16(new Shape.Image(14, 14, 16), 0);

        final Shape input;
        final long products;

        Subject(Shape input, long products) {
            this.input = input;
            this.products = products;
        }

        int batch() {
            return this == SGEMM_512 ? 512 : BATCH;
        }

        Layer layer(Memory memory) {
            return switch (this) {
                case SGEMM_512 -> new DenseLayer(memory, 512, 512, false);
                case DENSE_64_1568 -> new DenseLayer(memory, 64, 1568, false);
                case DENSE_784_512 -> new DenseLayer(memory, 784, 512, true);
                case DENSE_1568_1 -> new DenseLayer(memory, 1568, 1, true);
                case CONV_1_16 -> down(memory, new Shape.Image(14, 14, 16), 4);
                case CONV_16_32 -> down(memory, new Shape.Image(7, 7, 32), 4);
                case CONV_64_128_K5 -> down(memory, new Shape.Image(7, 7, 128), 5);
                case TRANSPOSED_32_16 -> up(memory, new Shape.Image(14, 14, 16), 4, 2);
                case TRANSPOSED_16_1 -> up(memory, new Shape.Image(28, 28, 1), 4, 2);
                case TRANSPOSED_256_128_K5 -> up(memory, new Shape.Image(7, 7, 128), 5, 1);
                case BATCH_NORM_14_14_16 -> new BatchNormLayer(memory, 16, 0.9, 1e-5, 0.2);
                case LEAKY_RELU_14_14_16 -> new RectifierLayer(0.2);
            };
        }

        private Layer down(Memory memory, Shape.Image out, int kernel) {
            return ConvolutionLayer.convolution(
                    memory, (Shape.Image) input, out, kernel, 2, 1, Padding.SAME, false);
        }

        private Layer up(Memory memory, Shape.Image out, int kernel, int stride) {
            return ConvolutionLayer.transposed(
                    memory, (Shape.Image) input, out, kernel, stride, (kernel - stride) / 2, false);
        }
    }

    @Param public Subject subject = Subject.SGEMM_512;

    private final Memory memory = new Memory();
    private Tensor input;
    private Pass pass;

    @Setup
    public void bind() {
        Natives.load(1);
        var random = new Random(1);
        Layer layer = subject.layer(memory);
        layer.initialize(Initialization.GLOROT_UNIFORM, random);
        long[] shape =
                switch (subject.input) {
                    case Shape.Flat(int units) -> new long[] {subject.batch(), units};
                    case Shape.Image(int height, int width, int channels) ->
                            new long[] {subject.batch(), channels, height, width};
                };
        input = memory.tensor(shape);
        pass = layer.bind(memory, input, memory.tensor(shape));
        fill(input, random);
        fill(pass.outputGradient(), random);
        pass.forward(true, () -> random);
    }

    private static void fill(Tensor tensor, Random random) {
        float[] values = tensor.heapToWrite();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
    }

    @TearDown
    public void free() {
        memory.close();
    }

    @Benchmark
    public void forward() {
        pass.forward(true, Random::new);
    }

    /** Gradients of weights and input. */
    @Benchmark
    public void backward() {
        pass.backward(true, true);
    }
}
