package org.ganatelier.experiment.layer;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
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
        Require.within(Range.atLeast(2), groupSize, Quantity.GROUP_SIZE, "MinibatchStdDev");
    }

    @Override
    public boolean mixesWhenTrained() {
        return true;
    }
}
