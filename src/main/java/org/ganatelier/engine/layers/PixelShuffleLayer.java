package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.experiment.basics.Shape;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Turns channels into pixels (Shi et al. 2016, arXiv:1609.05158), in PyTorch's order. */
public final class PixelShuffleLayer implements Layer {
    private final Shape.Image in;
    private final Shape.Image out;
    private final int factor;

    public PixelShuffleLayer(Shape.Image in, Shape.Image out, int factor) {
        this.in = in;
        this.out = out;
        this.factor = factor;
    }

    @Override
    public Pass bind(Memory memory, Tensor input, Tensor inputGradient) {
        return new ShufflePass(memory, input, inputGradient);
    }

    private final class ShufflePass extends WeightlessPass {
        ShufflePass(Memory memory, Tensor input, Tensor inputGradient) {
            super(
                    memory,
                    input,
                    inputGradient,
                    input.batch(),
                    out.channels(),
                    out.height(),
                    out.width());
        }

        @Override
        public void forward(boolean training, Supplier<RandomGenerator> draws) {
            float[] x = input.heap();
            float[] y = output.heapToWrite();
            for (int line = 0; line < x.length / in.width(); line++) {
                int to = target(line);
                for (int column = 0; column < in.width(); column++) {
                    y[to + column * factor] = x[line * in.width() + column];
                }
            }
        }

        @Override
        void inputGradient() {
            float[] g = outputGradient.heap();
            float[] dx = inputGradient.heapToWrite();
            for (int line = 0; line < dx.length / in.width(); line++) {
                int from = target(line);
                for (int column = 0; column < in.width(); column++) {
                    dx[line * in.width() + column] = g[from + column * factor];
                }
            }
        }
    }

    /**
     * Where the first pixel of a line goes; lines are counted through samples, channels and rows.
     */
    private int target(int line) {
        int row = line % in.height();
        // Channel c * factor² + i * factor + j of a sample, counted on through the samples.
        int channel = line / in.height();
        int j = channel % factor;
        int i = channel / factor % factor;
        int made = channel / (factor * factor);
        return (made * out.height() + row * factor + i) * out.width() + j;
    }
}
