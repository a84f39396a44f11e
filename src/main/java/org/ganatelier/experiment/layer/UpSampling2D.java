package org.ganatelier.experiment.layer;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.experiment.basics.Require;

/**
 * Repeats every pixel (nearest neighbour).
 *
 * @param size factor of enlargement, at least 1
 */
public record UpSampling2D(int size) implements LayerSpec, Resizing {
    public UpSampling2D {
        Require.within(Range.atLeast(1), size, Quantity.FACTOR, "UpSampling2D");
    }

    @Override
    public int factor() {
        return size;
    }

    @Override
    public UpSampling2D withFactor(int factor) {
        return new UpSampling2D(factor);
    }

    @Override
    public boolean enlarges() {
        return true;
    }
}
