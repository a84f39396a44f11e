package org.ganatelier.experiment.objective;

/**
 * A loss that compares the score of a real image with that of a generated one. Both batches must be
 * seen at once, and G needs real images too. Scores are only comparable where each depends on its
 * own image: layers that mix the images of a batch would tell D which batch an image came with.
 */
public non-sealed interface PairedLoss extends Loss {
    /**
     * G's loss, mean over the pairs; writes down its gradients by all scores.
     *
     * @param real scores of real images, which G cannot change
     */
    double ofGenerator(ScoreBatch real, ScoreBatch fake);
}
