package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Tensor;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** A layer bound to the buffers of one batch size. */
public interface Pass {
    /** What comes out. */
    Tensor output();

    /** dL/d(output), to be filled before {@link #backward}. */
    Tensor outputGradient();

    /**
     * Computes the output; changes no parameter and no running statistics.
     *
     * @param training batch statistics and noise, or running statistics and none
     * @param draws a fresh generator for each use of randomness
     */
    void forward(boolean training, Supplier<RandomGenerator> draws);

    /**
     * Computes the output for an input near that of the last {@link #forward} of a training pass,
     * and stays on the side of each kink on which that one was, though the input may have crossed
     * it; {@link #backward} then goes back the same way. So differences between such passes are
     * those of a function without kinks, whose second derivatives are what automatic
     * differentiation gives.
     *
     * @param draws as in {@link #forward}
     */
    default void forwardNear(Supplier<RandomGenerator> draws) {
        forward(true, draws);
    }

    /** Lets the running statistics follow those of the last training pass. */
    default void keepStatistics() {}

    /**
     * Goes back through the last pass. After one with running statistics, those count as constants.
     *
     * @param parameters whether to compute the gradients of the parameters, overwriting the old
     *     ones
     * @param input whether to compute dL/d(input)
     */
    void backward(boolean parameters, boolean input);

    /**
     * The gradients of the parameters alone, in two parts: what is given computes the rest of them,
     * on any thread, while the way back goes on below and nobody reads them. Empty where they
     * cannot be had apart: then {@link #backward} computes them.
     */
    default Optional<Runnable> parameterGradients() {
        return Optional.empty();
    }
}
