package org.ganatelier.experiment.layer;

import org.ganatelier.experiment.basics.Require;

/** An elementwise function, as Keras defines it. */
public sealed interface Activation {
    /** Passes its input on (Keras: linear). */
    record Linear() implements Activation {}

    /** max(0, x). */
    record ReLU() implements Activation {}

    /**
     * x above zero, slope * x below (Keras: negative_slope, default 0.3).
     *
     * @param slope from 0 up to, not including, 1
     */
    record LeakyReLU(double slope) implements Activation {
        public LeakyReLU {
            Require.that(
                    slope >= 0 && slope < 1, "LeakyReLU's slope must be at least 0 and below 1");
        }
    }

    /** x above zero, exp(x) - 1 below (Clevert et al. 2015, alpha = 1). */
    record ELU() implements Activation {}

    /** x * Phi(x) with the exact normal distribution function (Hendrycks and Gimpel 2016). */
    record GELU() implements Activation {}

    /** Hyperbolic tangent: into (-1, 1), the range of the images. */
    record Tanh() implements Activation {}

    /** 1 / (1 + exp(-x)). */
    record Sigmoid() implements Activation {}

    /** log(1 + exp(x)). */
    record Softplus() implements Activation {}

    /** x * sigmoid(x) (Ramachandran et al. 2017; Keras: silu). */
    record Swish() implements Activation {}
}
