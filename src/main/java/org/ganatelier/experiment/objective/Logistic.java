package org.ganatelier.experiment.objective;

/**
 * Logarithmic losses are written with softplus(s) = log(1 + e^s) = -log sigma(-s), which neither
 * overflows nor loses the gradient where a probability would round to 0 or 1.
 */
final class Logistic {
    /** The loss where a chance is one half: -log ½. */
    static final double GUESSING = Math.log(2);

    private Logistic() {}

    static double softplus(double s) {
        return Math.max(s, 0) + Math.log1p(Math.exp(-Math.abs(s)));
    }

    static double sigmoid(double s) {
        return 1 / (1 + Math.exp(-s));
    }
}
