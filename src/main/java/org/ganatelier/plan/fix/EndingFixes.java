package org.ganatelier.plan.fix;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.plan.model.Fix;

import java.util.stream.Stream;

/** Layers that a generator may be missing at its end. */
record EndingFixes(FixWriter edits, Shape.Image data) {
    private static final int USUAL_KERNEL = 3;

    /** How many times larger, or 0 where it is no whole number. */
    static int factor(int from, int to) {
        return to % from == 0 ? to / from : 0;
    }

    /**
     * A transposed convolution to the data's size, where that is a whole number of times larger.
     */
    Stream<Fix> enlarging(Shape.Image made) {
        int factor = factor(made.height(), data.height());
        if (factor <= 1 || factor != factor(made.width(), data.width())) {
            return Stream.empty();
        }
        // A kernel of twice the stride meets every pixel equally often (no checkerboard).
        var layer =
                new Conv2DTranspose(
                        data.channels(), 2 * factor, factor, Padding.SAME, true, FixWriter.TANH);
        return Stream.of(edits.append(layer));
    }

    /** A convolution to the data's channels. */
    Fix convolution() {
        return edits.append(
                new Conv2D(data.channels(), USUAL_KERNEL, 1, Padding.SAME, true, FixWriter.TANH));
    }

    Fix reshape() {
        return edits.append(new Reshape(data));
    }

    /** A dense layer of all pixels, for an end that is a vector. */
    Fix dense() {
        return edits.append(pixels(), new Reshape(data));
    }

    /** The same for an end that is an image. */
    Fix flattenAndDense() {
        return edits.append(new Flatten(), pixels(), new Reshape(data));
    }

    private LayerSpec pixels() {
        return FixWriter.dense((int) data.size(), FixWriter.TANH);
    }
}
