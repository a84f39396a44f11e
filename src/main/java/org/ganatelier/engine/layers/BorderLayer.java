package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.experiment.basics.Shape;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Puts zeros around an image, or cuts its border off. */
public final class BorderLayer implements Layer {
    private final Shape.Image in;
    private final Shape.Image out;
    private final int top;
    private final int left;

    /**
     * @param top rows of zeros above the image, or minus the rows that are cut off
     * @param left the same for columns
     */
    public BorderLayer(Shape.Image in, Shape.Image out, int top, int left) {
        this.in = in;
        this.out = out;
        this.top = top;
        this.left = left;
    }

    @Override
    public Pass bind(Memory memory, Tensor input, Tensor inputGradient) {
        return new BorderPass(memory, input, inputGradient);
    }

    private final class BorderPass extends WeightlessPass {
        private final int images;

        BorderPass(Memory memory, Tensor input, Tensor inputGradient) {
            super(
                    memory,
                    input,
                    inputGradient,
                    input.batch(),
                    out.channels(),
                    out.height(),
                    out.width());
            images = input.batch() * in.channels();
        }

        @Override
        public void forward(boolean training, Supplier<RandomGenerator> draws) {
            copy(input.heap(), in, output.heapToWrite(), out, top, left);
        }

        @Override
        void inputGradient() {
            copy(outputGradient.heap(), out, inputGradient.heapToWrite(), in, -top, -left);
        }

        /** Moves images by so many rows and columns; what comes in from outside is zero. */
        private void copy(
                float[] from,
                Shape.Image source,
                float[] to,
                Shape.Image target,
                int down,
                int right) {
            Arrays.fill(to, 0);
            int first = Math.max(0, right);
            int width = Math.min(target.width(), source.width() + right) - first;
            for (int image = 0; image < images; image++) {
                int last = Math.min(target.height(), source.height() + down);
                for (int row = Math.max(0, down); row < last; row++) {
                    System.arraycopy(
                            from,
                            (image * source.height() + row - down) * source.width() + first - right,
                            to,
                            (image * target.height() + row) * target.width() + first,
                            width);
                }
            }
        }
    }
}
