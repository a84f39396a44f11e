package org.ganatelier.experiment.layer;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.experiment.basics.Require;

/**
 * Turns channels into pixels (Shi et al. 2016, arXiv:1609.05158), in PyTorch's order: pixel (i, j)
 * of each factor * factor square of output channel c comes from input channel c * factor² + i *
 * factor + j.
 *
 * @param factor of enlargement, at least 1; the channels are divided by its square
 */
public record PixelShuffle(int factor) implements LayerSpec, Resizing {
    public PixelShuffle {
        Require.within(Range.atLeast(1), factor, Quantity.FACTOR, "PixelShuffle");
    }

    @Override
    public PixelShuffle withFactor(int other) {
        return new PixelShuffle(other);
    }

    @Override
    public boolean enlarges() {
        return true;
    }
}
