package org.ganatelier.experiment.layer;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.experiment.basics.Require;

import java.util.List;
import java.util.Map;

/** An elementwise function, as Keras defines it. */
public sealed interface Activation {
    /** All kinds, in the order of a menu. */
    static List<Kind<Activation>> kinds() {
        return Kinds.ALL;
    }

    /** The kind that this activation is of. */
    default Kind<Activation> kind() {
        return Kind.of(Kinds.ALL, this);
    }

    /** Its name in sentences, in every language: functions of mathematics are lower case. */
    default String title() {
        return switch (this) {
            case Linear _, Tanh _, Sigmoid _, Softplus _, Swish _ -> kind().key();
            case ReLU _, LeakyReLU _, ELU _, SELU _, GELU _ -> kind().id();
        };
    }

    /** The catalogue: a line for each kind. */
    final class Kinds {
        private static final List<Kind<Activation>> ALL =
                List.of(
                        of("Linear", new Linear()),
                        of("ReLU", new ReLU()),
                        // The slope as in DCGAN (Radford et al. 2015) and most GANs since.
                        of("LeakyReLU", new LeakyReLU(0.2)).omitting(Map.of("slope", 0.3)),
                        of("ELU", new ELU()),
                        of("SELU", new SELU()),
                        of("GELU", new GELU()),
                        of("Tanh", new Tanh()),
                        of("Sigmoid", new Sigmoid()),
                        of("Softplus", new Softplus()),
                        of("Swish", new Swish()));

        private Kinds() {}

        private static Kind<Activation> of(String id, Activation usual) {
            return Kind.of(Activation.class, id, Purpose.ACTIVATION, usual);
        }
    }

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
            Require.within(Range.between(0, 1).belowMost(), slope, Quantity.SLOPE, "LeakyReLU");
        }
    }

    /** x above zero, exp(x) - 1 below (Clevert et al. 2015, alpha = 1). */
    record ELU() implements Activation {}

    /**
     * 1.0507 * x above zero, 1.7581 * (exp(x) - 1) below: keeps mean 0 and variance 1 from layer to
     * layer (Klambauer et al. 2017, arXiv:1706.02515).
     */
    record SELU() implements Activation {}

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
