package org.ganatelier.experiment.layer;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.experiment.basics.Require;

/** What a convolution or a pooling does at the border. */
public sealed interface Padding {
    /** See {@link Same}. */
    Padding SAME = new Same();

    /** See {@link Valid}. */
    Padding VALID = new Valid();

    /**
     * As in Keras: output size = ceil(input / stride), of a transposed convolution input * stride.
     * Where the padding is odd, the larger half is after the image.
     */
    record Same() implements Padding {}

    /** No padding, as in Keras: only places where the whole window lies inside the image. */
    record Valid() implements Padding {}

    /**
     * As in PyTorch: so many pixels on each of the four sides. Output size = floor((input + 2 *
     * pixels - window) / stride) + 1, of a transposed convolution (input - 1) * stride + kernel - 2
     * * pixels.
     *
     * @param pixels at least 0
     */
    record Explicit(int pixels) implements Padding {
        public Explicit {
            Require.within(Range.atLeast(0), pixels, Quantity.PADDING);
        }
    }
}
