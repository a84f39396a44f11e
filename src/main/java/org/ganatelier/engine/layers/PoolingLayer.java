package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Leaving;
import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.plan.model.Axis;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The largest or the mean value under each window; what lies beyond the border does not count. */
public final class PoolingLayer implements Layer {
    /** What a window gives. */
    public enum Kind {
        MAX,
        AVERAGE
    }

    private final Kind kind;
    private final Shape.Image out;
    private final int inputWidth;
    private final int inputArea;
    private final Window[] windows;

    /** The pixels of one channel under one window. */
    private record Window(int top, int bottom, int left, int right) {
        int area() {
            return (bottom - top) * (right - left);
        }
    }

    public PoolingLayer(
            Kind kind, Shape.Image in, Shape.Image out, int pool, int stride, Padding padding) {
        this.kind = kind;
        this.out = out;
        inputWidth = in.width();
        inputArea = in.height() * in.width();
        Axis rows = Axis.of(in.height(), out.height(), pool, stride, 1, padding);
        Axis columns = Axis.of(in.width(), out.width(), pool, stride, 1, padding);
        windows = new Window[out.height() * out.width()];
        for (int i = 0; i < windows.length; i++) {
            int top = i / out.width() * stride - rows.padding() + rows.leadingZeros();
            int left = i % out.width() * stride - columns.padding() + columns.leadingZeros();
            windows[i] =
                    new Window(
                            Math.max(top, 0),
                            Math.min(top + pool, in.height()),
                            Math.max(left, 0),
                            Math.min(left + pool, in.width()));
        }
    }

    @Override
    public Pass bind(Memory memory, Tensor input, Tensor inputGradient) {
        return switch (kind) {
            case MAX -> new MaxPass(memory, input, inputGradient);
            case AVERAGE -> new AveragePass(memory, input, inputGradient);
        };
    }

    private abstract class PoolingPass extends WeightlessPass {
        PoolingPass(Memory memory, Tensor input, Tensor inputGradient) {
            super(
                    memory,
                    input,
                    inputGradient,
                    input.batch(),
                    out.channels(),
                    out.height(),
                    out.width());
        }

        /** Windows may be large and many. */
        final void checkAtEachImage(int output) {
            if (output % windows.length == 0) {
                Leaving.check();
            }
        }
    }

    private final class MaxPass extends PoolingPass {
        /** Where each output's largest value lay: the first of equals. */
        private final int[] winners = new int[output.size()];

        MaxPass(Memory memory, Tensor input, Tensor inputGradient) {
            super(memory, input, inputGradient);
        }

        @Override
        public void forward(boolean training, Supplier<RandomGenerator> draws) {
            float[] x = input.heap();
            float[] y = output.heapToWrite();
            for (int i = 0; i < y.length; i++) {
                checkAtEachImage(i);
                winners[i] =
                        largest(x, i / windows.length * inputArea, windows[i % windows.length]);
                y[i] = x[winners[i]];
            }
        }

        @Override
        public void forwardNear(Supplier<RandomGenerator> draws) {
            float[] x = input.heap();
            float[] y = output.heapToWrite();
            for (int i = 0; i < y.length; i++) {
                y[i] = x[winners[i]];
            }
        }

        private int largest(float[] x, int image, Window window) {
            int best = image + window.top * inputWidth + window.left;
            for (int row = window.top; row < window.bottom; row++) {
                for (int column = window.left; column < window.right; column++) {
                    int at = image + row * inputWidth + column;
                    best = x[at] > x[best] ? at : best;
                }
            }
            return best;
        }

        @Override
        void inputGradient() {
            float[] g = outputGradient.heap();
            float[] dx = inputGradient.heapToWrite();
            Arrays.fill(dx, 0);
            for (int i = 0; i < g.length; i++) {
                dx[winners[i]] += g[i];
            }
        }
    }

    private final class AveragePass extends PoolingPass {
        AveragePass(Memory memory, Tensor input, Tensor inputGradient) {
            super(memory, input, inputGradient);
        }

        @Override
        public void forward(boolean training, Supplier<RandomGenerator> draws) {
            float[] x = input.heap();
            float[] y = output.heapToWrite();
            for (int i = 0; i < y.length; i++) {
                checkAtEachImage(i);
                Window window = windows[i % windows.length];
                int image = i / windows.length * inputArea;
                float sum = 0;
                for (int row = window.top; row < window.bottom; row++) {
                    for (int column = window.left; column < window.right; column++) {
                        sum += x[image + row * inputWidth + column];
                    }
                }
                y[i] = sum / window.area();
            }
        }

        @Override
        void inputGradient() {
            float[] g = outputGradient.heap();
            float[] dx = inputGradient.heapToWrite();
            Arrays.fill(dx, 0);
            for (int i = 0; i < g.length; i++) {
                checkAtEachImage(i);
                Window window = windows[i % windows.length];
                int image = i / windows.length * inputArea;
                float share = g[i] / window.area();
                for (int row = window.top; row < window.bottom; row++) {
                    for (int column = window.left; column < window.right; column++) {
                        dx[image + row * inputWidth + column] += share;
                    }
                }
            }
        }
    }
}
