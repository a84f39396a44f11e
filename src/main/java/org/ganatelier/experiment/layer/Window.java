package org.ganatelier.experiment.layer;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.experiment.basics.Require;

/**
 * What a layer sees at once of an image: a square that moves over it.
 *
 * @param size its side in pixels, at least 1
 * @param stride pixels from one place to the next, at least 1
 */
public record Window(int size, int stride, Padding padding) {
    public Window {
        Require.within(Range.atLeast(1), size, Quantity.WINDOW, "Window");
        Require.within(Range.atLeast(1), stride, Quantity.STRIDE, "Window");
    }

    /** The window with another side. */
    public Window withSize(int other) {
        return new Window(other, stride, padding);
    }

    /** The window with another stride. */
    public Window withStride(int other) {
        return new Window(size, other, padding);
    }

    /** The window with another padding. */
    public Window withPadding(Padding other) {
        return new Window(size, stride, other);
    }
}
