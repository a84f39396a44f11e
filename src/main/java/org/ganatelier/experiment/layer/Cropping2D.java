package org.ganatelier.experiment.layer;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.experiment.basics.Require;

/**
 * Cuts rows and columns off an image, as many on each side as it says.
 *
 * @param top rows above, at least 0
 * @param bottom rows below, at least 0
 * @param left columns on the left, at least 0
 * @param right columns on the right, at least 0
 */
public record Cropping2D(int top, int bottom, int left, int right) implements LayerSpec {
    public Cropping2D {
        Require.within(
                Range.atLeast(0),
                Math.min(Math.min(top, bottom), Math.min(left, right)),
                Quantity.CUT_ROWS,
                "Cropping2D");
    }
}
