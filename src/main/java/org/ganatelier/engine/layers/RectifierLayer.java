package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Order;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.engine.onednn.Rectifier;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** ReLU and LeakyReLU: y = max(x, slope * x). */
public final class RectifierLayer implements Layer {
    /** Takes every positive number that a network makes above 1. */
    private static final float STEEP = 1e30f;

    private final float slope;

    /**
     * @param slope below zero, at least 0 and below 1
     */
    public RectifierLayer(double slope) {
        this.slope = (float) slope;
    }

    @Override
    public Pass bind(Memory memory, Tensor input, Tensor inputGradient) {
        return new RectifierPass(memory, input, inputGradient);
    }

    private final class RectifierPass extends WeightlessPass {
        private final Branches branches = new Branches();
        private final Runnable forwardLast;
        private final Runnable backwardLast;

        RectifierPass(Memory memory, Tensor input, Tensor inputGradient) {
            super(memory, input, inputGradient, input.shape());
            Optional<Rectifier> direct = Rectifier.of(memory, slope);
            forwardLast =
                    direct.map(rectifier -> rectifier.forward(input, output))
                            .orElse(() -> rectify(Order.CHANNELS_LAST));
            backwardLast =
                    direct.map(
                                    rectifier ->
                                            rectifier.backward(
                                                    output, outputGradient, inputGradient))
                            .orElse(() -> backward(Order.CHANNELS_LAST));
        }

        private void rectify(Order order) {
            RectifierLayer.rectify(input.heap(order), output.heapToWrite(order), slope);
        }

        private void backward(Order order) {
            float[] g = outputGradient.heap(order);
            RectifierLayer.backward(output.heap(order), g, inputGradient.heapToWrite(order), slope);
        }

        @Override
        public void forward(boolean training, Supplier<RandomGenerator> draws) {
            branches.forget();
            switch (input.order()) {
                case CHANNELS_FIRST -> rectify(Order.CHANNELS_FIRST);
                case CHANNELS_LAST -> forwardLast.run();
            }
        }

        @Override
        public void forwardNear(Supplier<RandomGenerator> draws) {
            float[] above = branches.above(output.heap());
            follow(above, input.heap(), output.heapToWrite(), slope);
        }

        @Override
        void inputGradient() {
            if (branches.kept()) {
                float[] above = branches.above(output.heap());
                follow(above, outputGradient.heap(), inputGradient.heapToWrite(), slope);
                return;
            }
            switch (outputGradient.order()) {
                case CHANNELS_FIRST -> backward(Order.CHANNELS_FIRST);
                case CHANNELS_LAST -> backwardLast.run();
            }
        }
    }

    /** y = x where it was above zero, slope * x elsewhere. */
    private static void follow(float[] above, float[] x, float[] y, float slope) {
        for (int i = 0; i < y.length; i++) {
            y[i] = x[i] * Math.max(above[i], slope);
        }
    }

    private static void rectify(float[] x, float[] y, float slope) {
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.max(x[i], slope * x[i]);
        }
    }

    /**
     * dx = g where y is above zero, slope * g elsewhere. Minimum and maximum instead of a branch:
     * signs are as good as random, so a branch would be mispredicted half the time, and C2
     * vectorises only these.
     */
    static void backward(float[] y, float[] g, float[] dx, float slope) {
        for (int i = 0; i < dx.length; i++) {
            dx[i] = g[i] * Math.min(Math.max(y[i] * STEEP, slope), 1);
        }
    }
}
