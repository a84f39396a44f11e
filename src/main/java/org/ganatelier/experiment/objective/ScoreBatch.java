package org.ganatelier.experiment.objective;

import java.util.function.DoubleUnaryOperator;

/**
 * D's scores of a batch within an array, and where the gradients of a loss by them go. Views, not
 * copies.
 */
public final class ScoreBatch {
    private final float[] scores;
    private final float[] gradients;
    private final int from;
    private final int count;

    /**
     * A batch of {@code count} scores from {@code from} on.
     *
     * @param gradients receives dLoss/d(score) in the same places
     */
    public ScoreBatch(float[] scores, int from, int count, float[] gradients) {
        this.scores = scores;
        this.gradients = gradients;
        this.from = from;
        this.count = count;
    }

    int count() {
        return count;
    }

    double score(int i) {
        return scores[from + i];
    }

    void setGradient(int i, double gradient) {
        gradients[from + i] = (float) gradient;
    }

    /**
     * The mean of a loss of single scores, whose gradients it writes down.
     *
     * @param slope the loss's derivative
     */
    double mean(DoubleUnaryOperator loss, DoubleUnaryOperator slope) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double s = score(i);
            sum += loss.applyAsDouble(s);
            setGradient(i, slope.applyAsDouble(s) / count);
        }
        return sum / count;
    }
}
