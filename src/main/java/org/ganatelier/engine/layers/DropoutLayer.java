package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.train.DropoutMasks;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Inverted dropout (Srivastava et al. 2014): what is kept is scaled by 1 / (1 - rate) while
 * training.
 */
public final class DropoutLayer implements Layer {
    private final double rate;
    private DropoutMasks masks = DropoutMasks.NEWEST;

    /**
     * @param rate share of values dropped, at least 0 and below 1
     */
    public DropoutLayer(double rate) {
        this.rate = rate;
    }

    @Override
    public boolean draws() {
        return true;
    }

    @Override
    public void drawMasks(DropoutMasks way) {
        masks = way;
    }

    @Override
    public Pass bind(Memory memory, Tensor input, Tensor inputGradient) {
        return new DropoutPass(memory, input, inputGradient);
    }

    /** Which values of a pass are dropped. */
    interface Mask {
        /** Draws it anew. */
        void draw(RandomGenerator random);

        /** to = from where kept, scaled, and 0 where dropped. */
        void apply(Tensor from, Tensor to);
    }

    private final class DropoutPass extends WeightlessPass {
        private final MaskInTurn inTurn;
        private final HashedMask hashed;
        private boolean dropped;

        DropoutPass(Memory memory, Tensor input, Tensor inputGradient) {
            super(memory, input, inputGradient, input.shape());
            inTurn = new MaskInTurn(rate, input.size());
            hashed = new HashedMask(rate);
        }

        private Mask mask() {
            return switch (masks) {
                case IN_TURN -> inTurn;
                case HASHED -> hashed;
            };
        }

        @Override
        public void forward(boolean training, Supplier<RandomGenerator> draws) {
            dropped = training;
            if (training) {
                mask().draw(draws.get());
                mask().apply(input, output);
            } else {
                output.set(input);
            }
        }

        @Override
        void inputGradient() {
            if (dropped) {
                mask().apply(outputGradient, inputGradient);
            } else {
                inputGradient.set(outputGradient);
            }
        }
    }
}
