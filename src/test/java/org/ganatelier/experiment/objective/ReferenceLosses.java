package org.ganatelier.experiment.objective;

import java.util.function.DoubleUnaryOperator;

/**
 * The losses of a single score in float64, written down as in the papers, whatever overflows: what
 * {@link SeparableLoss} is compared with.
 */
public final class ReferenceLosses {
    private ReferenceLosses() {}

    /** D's, of a real image. */
    public static DoubleUnaryOperator real(SeparableLoss loss, double target) {
        return switch (loss) {
            case NonSaturating _, Minimax _ ->
                    s -> -target * Math.log(sigmoid(s)) - (1 - target) * Math.log(1 - sigmoid(s));
            case LeastSquares _ -> s -> 0.5 * Math.pow(s - target, 2);
            case Hinge _ -> s -> Math.max(0, 1 - s);
            case Wasserstein _, WassersteinGp _ -> s -> -s;
            default -> throw unknown(loss);
        };
    }

    /** D's, of a generated image. */
    public static DoubleUnaryOperator fake(SeparableLoss loss) {
        return switch (loss) {
            case NonSaturating _, Minimax _ -> s -> -Math.log(1 - sigmoid(s));
            case LeastSquares _ -> s -> 0.5 * Math.pow(s, 2);
            case Hinge _ -> s -> Math.max(0, 1 + s);
            case Wasserstein _, WassersteinGp _ -> s -> s;
            default -> throw unknown(loss);
        };
    }

    /** G's, of its own image. */
    public static DoubleUnaryOperator generator(SeparableLoss loss) {
        return switch (loss) {
            case NonSaturating _ -> s -> -Math.log(sigmoid(s));
            case Minimax _ -> s -> Math.log(1 - sigmoid(s));
            case LeastSquares _ -> s -> 0.5 * Math.pow(s - 1, 2);
            case Hinge _, Wasserstein _, WassersteinGp _ -> s -> -s;
            default -> throw unknown(loss);
        };
    }

    /** A loss that was added needs its formula here as well. */
    private static AssertionError unknown(SeparableLoss loss) {
        return new AssertionError("There is no reference for the loss " + loss.id());
    }

    static double sigmoid(double s) {
        return 1 / (1 + Math.exp(-s));
    }
}
