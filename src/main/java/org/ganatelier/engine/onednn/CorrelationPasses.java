package org.ganatelier.engine.onednn;

import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.engine.nd4j.TwoParts;

import java.util.Optional;

/** The passes of the linear map between large and small images that both convolutions are. */
public interface CorrelationPasses {
    /** small = large * W (+ bias). */
    Runnable down(Tensor large, Tensor small, Optional<Tensor> bias);

    /** large = the adjoint of {@link #down} on small. */
    Runnable up(Tensor small, Tensor large);

    /**
     * The gradient of the weights where {@code large} went in and {@code small} is dL/d(output), or
     * the reverse.
     */
    TwoParts weightGradient(Tensor large, Tensor small);
}
