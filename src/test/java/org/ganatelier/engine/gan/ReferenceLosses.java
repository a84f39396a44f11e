package org.ganatelier.engine.gan;

import org.ganatelier.experiment.objective.Objective;

import java.util.function.DoubleUnaryOperator;

/**
 * The losses of a single score in float64, written down as in the papers, whatever overflows: what
 * {@link Objectives} is compared with.
 */
public final class ReferenceLosses {
    private ReferenceLosses() {}

    /** D's, of a real image. */
    public static DoubleUnaryOperator real(Objective objective) {
        double target = 1 - objective.labelSmoothing();
        return switch (objective.kind()) {
            case NON_SATURATING, MINIMAX ->
                    s -> -target * Math.log(sigmoid(s)) - (1 - target) * Math.log(1 - sigmoid(s));
            case LEAST_SQUARES -> s -> 0.5 * Math.pow(s - target, 2);
            case HINGE -> s -> Math.max(0, 1 - s);
            case WASSERSTEIN, WASSERSTEIN_GP -> s -> -s;
        };
    }

    /** D's, of a generated image. */
    public static DoubleUnaryOperator fake(Objective objective) {
        return switch (objective.kind()) {
            case NON_SATURATING, MINIMAX -> s -> -Math.log(1 - sigmoid(s));
            case LEAST_SQUARES -> s -> 0.5 * Math.pow(s, 2);
            case HINGE -> s -> Math.max(0, 1 + s);
            case WASSERSTEIN, WASSERSTEIN_GP -> s -> s;
        };
    }

    /** G's, of its own image. */
    public static DoubleUnaryOperator generator(Objective objective) {
        return switch (objective.kind()) {
            case NON_SATURATING -> s -> -Math.log(sigmoid(s));
            case MINIMAX -> s -> Math.log(1 - sigmoid(s));
            case LEAST_SQUARES -> s -> 0.5 * Math.pow(s - 1, 2);
            case HINGE, WASSERSTEIN, WASSERSTEIN_GP -> s -> -s;
        };
    }

    private static double sigmoid(double s) {
        return 1 / (1 + Math.exp(-s));
    }
}
