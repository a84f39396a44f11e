package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Tensor;

/** A pass without weights. */
abstract class WeightlessPass implements Pass {
    final Tensor input;
    final Tensor inputGradient;
    final Tensor output;
    final Tensor outputGradient;

    /**
     * @param shape of the output, with the batch
     */
    WeightlessPass(Memory memory, Tensor input, Tensor inputGradient, long... shape) {
        this.input = input;
        this.inputGradient = inputGradient;
        output = memory.tensor(shape);
        outputGradient = memory.tensor(shape);
    }

    @Override
    public final Tensor output() {
        return output;
    }

    @Override
    public final Tensor outputGradient() {
        return outputGradient;
    }

    @Override
    public final void backward(boolean parameters, boolean wanted) {
        if (wanted) {
            inputGradient();
        }
    }

    /** Computes dL/d(input) from dL/d(output). */
    abstract void inputGradient();
}
