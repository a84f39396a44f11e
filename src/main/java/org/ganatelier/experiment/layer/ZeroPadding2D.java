package org.ganatelier.experiment.layer;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.experiment.basics.Require;

/**
 * Puts rows and columns of zeros around an image, as many on each side as it says.
 *
 * @param top rows above, at least 0
 * @param bottom rows below, at least 0
 * @param left columns on the left, at least 0
 * @param right columns on the right, at least 0
 */
public record ZeroPadding2D(int top, int bottom, int left, int right) implements LayerSpec {
    public ZeroPadding2D {
        Require.within(
                Range.atLeast(0),
                Math.min(Math.min(top, bottom), Math.min(left, right)),
                Quantity.ADDED_ROWS,
                "ZeroPadding2D");
    }
}
