package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.train.DropoutMasks;

import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/** The weights of one operation of a network, shared by its passes. */
public interface Layer {
    /** All of its numbers, in a fixed order. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** Draws the initial weights. */
    default void initialize(Initialization scheme, RandomGenerator random) {}

    /**
     * The largest singular value of its weights, as the last pass found it; empty where they are
     * not normalized by it.
     */
    default OptionalDouble sigma() {
        return OptionalDouble.empty();
    }

    /** Whether a training pass draws random numbers. */
    default boolean draws() {
        return false;
    }

    /** Draws the masks of dropout in a way from now on. */
    default void drawMasks(DropoutMasks way) {}

    /** Whether a training pass depends on its running statistics. */
    default boolean followsStatistics() {
        return false;
    }

    /**
     * Makes the buffers for one batch size.
     *
     * @param input what goes in; its first dimension is the batch
     * @param inputGradient receives dL/d(input) in a backward pass that asks for it
     */
    Pass bind(Memory memory, Tensor input, Tensor inputGradient);
}
