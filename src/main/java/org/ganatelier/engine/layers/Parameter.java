package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Tensor;

/**
 * Numbers that belong to a layer.
 *
 * @param name within its layer, as in a checkpoint: "weight", "bias", "gamma", "beta", "mean",
 *     "variance", "slope", "u" of spectral normalization
 * @param gradient of the loss, summed over the batch; unused where not trained
 * @param trained false for running statistics, which no optimizer touches
 */
public record Parameter(String name, Tensor value, Tensor gradient, boolean trained) {
    static Parameter trained(Memory memory, String name, long... shape) {
        return new Parameter(name, memory.tensor(shape), memory.tensor(shape), true);
    }

    static Parameter running(Memory memory, String name, long... shape) {
        return new Parameter(name, memory.tensor(shape), memory.tensor(shape), false);
    }
}
