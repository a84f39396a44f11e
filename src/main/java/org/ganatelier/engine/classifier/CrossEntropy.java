package org.ganatelier.engine.classifier;

/**
 * Softmax with the cross-entropy of the true class: loss = log(sum_j exp(s_j)) - s_y, dLoss/ds_j =
 * p_j - [j = y]. The largest logit is subtracted first, so that nothing overflows.
 */
final class CrossEntropy {
    private CrossEntropy() {}

    /**
     * The mean loss of a batch, in nats.
     *
     * @param logits count * classes values
     * @param labels one per sample, 0 to classes - 1
     * @param gradients receives dLoss/d(logit) in the same places
     */
    static double loss(float[] logits, byte[] labels, int classes, float[] gradients) {
        double loss = 0;
        softmax(logits, labels.length, classes, gradients);
        for (int i = 0; i < labels.length; i++) {
            int truth = i * classes + Byte.toUnsignedInt(labels[i]);
            loss += logSum(logits, i * classes, classes) - logits[truth];
            gradients[truth] -= 1;
        }
        for (int i = 0; i < labels.length * classes; i++) {
            gradients[i] /= labels.length;
        }
        return loss / labels.length;
    }

    /** Writes the probabilities of the first {@code count} samples. */
    static void softmax(float[] logits, int count, int classes, float[] probabilities) {
        for (int from = 0; from < count * classes; from += classes) {
            double logSum = logSum(logits, from, classes);
            for (int j = from; j < from + classes; j++) {
                probabilities[j] = (float) Math.exp(logits[j] - logSum);
            }
        }
    }

    private static double logSum(float[] logits, int from, int classes) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int j = from; j < from + classes; j++) {
            largest = Math.max(largest, logits[j]);
        }
        double sum = 0;
        for (int j = from; j < from + classes; j++) {
            sum += Math.exp(logits[j] - largest);
        }
        return largest + Math.log(sum);
    }
}
