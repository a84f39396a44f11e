package org.ganatelier.train.dl4j;

import org.ganatelier.spec.Objective;

/**
 * The losses of both players as functions of D's scores, with their gradients. Losses are written
 * with softplus(s) = log(1 + e^s), which neither overflows nor loses the gradient where a
 * probability would round to 0 or 1.
 */
final class Objectives {
    private Objectives() {}

    /**
     * D's loss on real images, mean over the batch.
     *
     * @param scores of {@code count} images from {@code from}
     * @param gradients receives dLoss/d(score) in the same places
     */
    static double real(
            Objective objective, float[] scores, int from, int count, float[] gradients) {
        double loss = 0;
        for (int i = from; i < from + count; i++) {
            switch (objective.kind()) {
                case NON_SATURATING, MINIMAX -> {
                    loss += softplus(-scores[i]);
                    gradients[i] = (float) ((sigmoid(scores[i]) - 1) / count);
                }
            }
        }
        return loss / count;
    }

    /** D's loss on generated images; arguments as in {@link #real}. */
    static double fake(
            Objective objective, float[] scores, int from, int count, float[] gradients) {
        double loss = 0;
        for (int i = from; i < from + count; i++) {
            switch (objective.kind()) {
                case NON_SATURATING, MINIMAX -> {
                    loss += softplus(scores[i]);
                    gradients[i] = (float) (sigmoid(scores[i]) / count);
                }
            }
        }
        return loss / count;
    }

    /** G's loss on its own images; arguments as in {@link #real}. */
    static double generator(Objective objective, float[] scores, int count, float[] gradients) {
        double loss = 0;
        for (int i = 0; i < count; i++) {
            switch (objective.kind()) {
                case NON_SATURATING -> {
                    loss += softplus(-scores[i]);
                    gradients[i] = (float) ((sigmoid(scores[i]) - 1) / count);
                }
                case MINIMAX -> {
                    loss -= softplus(scores[i]);
                    gradients[i] = (float) (-sigmoid(scores[i]) / count);
                }
            }
        }
        return loss / count;
    }

    /** Mean of sigmoid(score), 0 to 1. */
    static double belief(float[] scores, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += sigmoid(scores[i]);
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
