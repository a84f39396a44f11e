package org.ganatelier.train.dissection;

/**
 * The gradient of G's loss by what G made, as it comes back through D. The loss is a mean, so the
 * gradients are as much smaller as the batch is large. The norms are not copied.
 *
 * @param gradients by the numbers of the samples that are shown
 * @param norms L2 norm for each sample of the batch
 */
public record Pull(SampleValues gradients, double[] norms) {
    /** The mean norm over the batch. */
    public double meanNorm() {
        double sum = 0;
        for (double norm : norms) {
            sum += norm;
        }
        return sum / norms.length;
    }
}
