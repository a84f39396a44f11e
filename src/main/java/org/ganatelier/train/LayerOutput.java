package org.ganatelier.train;

import org.ganatelier.experiment.basics.Shape;

/**
 * What comes out of a layer. The array is not copied: whoever makes an instance hands it over.
 *
 * @param shape of one sample's values
 * @param values count * shape.size() values, sample by sample, of an image channel by channel
 */
public record LayerOutput(int count, Shape shape, float[] values) {
    public LayerOutput {
        if (values.length != count * shape.size()) {
            throw new IllegalArgumentException(
                    "%d times %s need %d values, not %d"
                            .formatted(count, shape, count * shape.size(), values.length));
        }
    }
}
