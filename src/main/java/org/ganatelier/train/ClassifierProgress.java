package org.ganatelier.train;

/**
 * How the training of a classifier goes, after an epoch.
 *
 * @param epoch passes over the images so far, the last perhaps not complete
 * @param fraction of the training that is done, 0 to 1
 * @param seconds since its start
 * @param loss mean cross-entropy of the epoch's images in nats
 * @param accuracy share of the held-out images named rightly, 0 to 1
 */
public record ClassifierProgress(
        int epoch, double fraction, double seconds, double loss, double accuracy) {}
