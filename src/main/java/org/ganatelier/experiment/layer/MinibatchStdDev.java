package org.ganatelier.experiment.layer;

import org.ganatelier.experiment.basics.Require;

/**
 * Shows the discriminator how varied its images are (Karras et al. 2018, arXiv:1710.10196): adds
 * one channel to an image, or one value to a vector, that holds the mean over all values of their
 * standard deviation within a group of the batch. A generator cannot have it: its images would
 * depend on each other.
 *
 * @param groupSize samples compared with each other, at least 2 (paper: 4); of a smaller batch, all
 */
public record MinibatchStdDev(int groupSize) implements LayerSpec, MixesSamples {
    public MinibatchStdDev {
        Require.that(groupSize >= 2, "MinibatchStdDev needs groups of at least 2 samples");
    }

    @Override
    public boolean mixesWhenTrained() {
        return true;
    }
}
