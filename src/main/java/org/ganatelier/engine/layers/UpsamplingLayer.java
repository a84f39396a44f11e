package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.experiment.basics.Shape;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Repeats every pixel. */
public final class UpsamplingLayer implements Layer {
    private final Shape.Image in;
    private final int factor;

    public UpsamplingLayer(Shape.Image in, int factor) {
        this.in = in;
        this.factor = factor;
    }

    @Override
    public Pass bind(Memory memory, Tensor input, Tensor inputGradient) {
        return new UpsamplingPass(memory, input, inputGradient);
    }

    private final class UpsamplingPass extends WeightlessPass {
        UpsamplingPass(Memory memory, Tensor input, Tensor inputGradient) {
            super(
                    memory,
                    input,
                    inputGradient,
                    input.batch(),
                    in.channels(),
                    (long) in.height() * factor,
                    (long) in.width() * factor);
        }

        @Override
        public void forward(boolean training, Supplier<RandomGenerator> draws) {
            float[] x = input.heap();
            float[] y = output.heapToWrite();
            int width = in.width() * factor;
            int lines = input.size() / in.width();
            for (int line = 0; line < lines; line++) {
                int top = line * factor * width;
                for (int column = 0; column < in.width(); column++) {
                    Arrays.fill(
                            y,
                            top + column * factor,
                            top + (column + 1) * factor,
                            x[line * in.width() + column]);
                }
                for (int copy = 1; copy < factor; copy++) {
                    System.arraycopy(y, top, y, top + copy * width, width);
                }
            }
        }

        @Override
        void inputGradient() {
            float[] g = outputGradient.heap();
            float[] dx = inputGradient.heapToWrite();
            int width = in.width() * factor;
            for (int i = 0; i < dx.length; i++) {
                int corner = i / in.width() * factor * width + i % in.width() * factor;
                float sum = 0;
                for (int row = 0; row < factor; row++) {
                    for (int column = 0; column < factor; column++) {
                        sum += g[corner + row * width + column];
                    }
                }
                dx[i] = sum;
            }
        }
    }
}
