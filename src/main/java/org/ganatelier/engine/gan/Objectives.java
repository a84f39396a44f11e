package org.ganatelier.engine.gan;

import org.ganatelier.experiment.objective.Objective;

/**
 * The losses of both players as functions of D's scores, with their gradients. Logarithmic losses
 * are written with softplus(s) = log(1 + e^s), which neither overflows nor loses the gradient where
 * a probability would round to 0 or 1. Penalties are not among them: they depend on more than
 * scores.
 */
public final class Objectives {
    private Objectives() {}

    /**
     * D's loss on real images, mean over the batch.
     *
     * @param scores of {@code count} images from {@code from}
     * @param gradients receives dLoss/d(score) in the same places
     */
    public static double real(
            Objective objective, float[] scores, int from, int count, float[] gradients) {
        double target = 1 - objective.labelSmoothing();
        double loss = 0;
        for (int i = from; i < from + count; i++) {
            double s = scores[i];
            double slope =
                    switch (objective.kind()) {
                        // Cross-entropy with the target: -t log sigma(s) - (1-t) log(1-sigma(s)).
                        case NON_SATURATING, MINIMAX -> {
                            loss += softplus(-s) + (1 - target) * s;
                            yield sigmoid(s) - target;
                        }
                        case LEAST_SQUARES -> {
                            loss += (s - target) * (s - target) / 2;
                            yield s - target;
                        }
                        case HINGE -> {
                            loss += Math.max(0, 1 - s);
                            yield s < 1 ? -1 : 0;
                        }
                        case WASSERSTEIN, WASSERSTEIN_GP -> {
                            loss -= s;
                            yield -1;
                        }
                    };
            gradients[i] = (float) (slope / count);
        }
        return loss / count;
    }

    /** D's loss on generated images; arguments as in {@link #real}. */
    public static double fake(
            Objective objective, float[] scores, int from, int count, float[] gradients) {
        double loss = 0;
        for (int i = from; i < from + count; i++) {
            double s = scores[i];
            double slope =
                    switch (objective.kind()) {
                        case NON_SATURATING, MINIMAX -> {
                            loss += softplus(s);
                            yield sigmoid(s);
                        }
                        case LEAST_SQUARES -> {
                            loss += s * s / 2;
                            yield s;
                        }
                        case HINGE -> {
                            loss += Math.max(0, 1 + s);
                            yield s > -1 ? 1 : 0;
                        }
                        case WASSERSTEIN, WASSERSTEIN_GP -> {
                            loss += s;
                            yield 1;
                        }
                    };
            gradients[i] = (float) (slope / count);
        }
        return loss / count;
    }

    /** G's loss on its own images; arguments as in {@link #real}. */
    public static double generator(
            Objective objective, float[] scores, int count, float[] gradients) {
        double loss = 0;
        for (int i = 0; i < count; i++) {
            double s = scores[i];
            double slope =
                    switch (objective.kind()) {
                        case NON_SATURATING -> {
                            loss += softplus(-s);
                            yield sigmoid(s) - 1;
                        }
                        case MINIMAX -> {
                            loss -= softplus(s);
                            yield -sigmoid(s);
                        }
                        case LEAST_SQUARES -> {
                            loss += (s - 1) * (s - 1) / 2;
                            yield s - 1;
                        }
                        case HINGE, WASSERSTEIN, WASSERSTEIN_GP -> {
                            loss -= s;
                            yield -1;
                        }
                    };
            gradients[i] = (float) (slope / count);
        }
        return loss / count;
    }

    /**
     * How sure D is that images are real, 0 to 1: the mean of sigmoid(score); for least squares,
     * whose score is an estimate of that chance already, of the score itself within 0 and 1.
     */
    static double belief(Objective objective, float[] scores, int from, int count) {
        boolean isChance = objective.kind() == Objective.Kind.LEAST_SQUARES;
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += isChance ? Math.clamp(scores[i], 0, 1) : sigmoid(scores[i]);
        }
        return sum / count;
    }

    private static double softplus(double s) {
        return Math.max(s, 0) + Math.log1p(Math.exp(-Math.abs(s)));
    }

    private static double sigmoid(double s) {
        return 1 / (1 + Math.exp(-s));
    }
}
