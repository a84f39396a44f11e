package org.ganatelier.plan.model;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Cropping2D;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.DepthwiseConv2D;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.GaussianNoise;
import org.ganatelier.experiment.layer.GlobalAveragePool;
import org.ganatelier.experiment.layer.GlobalMaxPool;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.PReLU;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.SeparableConv2D;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.experiment.layer.Windowed;
import org.ganatelier.experiment.layer.ZeroPadding2D;

import java.util.BitSet;
import java.util.List;

/**
 * Which values depend on which, through kernels, strides and padding: the receptive field, exactly.
 * A place is a pixel of an image, row by row, with all of its channels, or a value of a vector.
 * Shapes must be known. Batch statistics count as constants, as they are once a network is trained.
 */
public final class Reach {
    private final LayerPlan plan;
    private final Shape in;
    private final Shape out;

    private Reach(LayerPlan plan) {
        this.plan = plan;
        in = plan.input().orElseThrow();
        out = plan.output().orElseThrow();
    }

    /** How many places a shape has. */
    public static int places(Shape shape) {
        return switch (shape) {
            case Shape.Image image -> image.height() * image.width();
            case Shape.Flat(int units) -> units;
        };
    }

    /**
     * The places of the first layer's input that reach some of the last one's output.
     *
     * @param layers one behind the other; where there are none, the places themselves
     */
    public static BitSet inputs(List<LayerPlan> layers, BitSet outputs) {
        BitSet reached = outputs;
        for (LayerPlan layer : layers.reversed()) {
            reached = new Reach(layer).inputs(reached);
        }
        return reached;
    }

    /**
     * The places of the last layer's output that some of the first one's input reach.
     *
     * @param layers one behind the other; where there are none, the places themselves
     */
    public static BitSet outputs(List<LayerPlan> layers, BitSet inputs) {
        BitSet reached = inputs;
        for (LayerPlan layer : layers) {
            reached = new Reach(layer).outputs(reached);
        }
        return reached;
    }

    private BitSet inputs(BitSet outputs) {
        if (mixes()) {
            return outputs.isEmpty() ? new BitSet() : all(in);
        }
        var reached = new BitSet();
        outputs.stream().forEach(place -> reached.or(sources(place)));
        return reached;
    }

    private BitSet outputs(BitSet inputs) {
        if (mixes()) {
            return inputs.isEmpty() ? new BitSet() : all(out);
        }
        var reached = new BitSet();
        for (int place = 0; place < places(out); place++) {
            if (sources(place).intersects(inputs)) {
                reached.set(place);
            }
        }
        return reached;
    }

    private static BitSet all(Shape shape) {
        var all = new BitSet();
        all.set(0, places(shape));
        return all;
    }

    /** Whether every value that comes out depends on every one that goes in. */
    private boolean mixes() {
        return switch (plan.layer()) {
            case Dense _, GlobalAveragePool _, GlobalMaxPool _ -> true;
            case LayerNorm _, MinibatchStdDev _ -> true;
            case Conv2D _, Conv2DTranspose _, DepthwiseConv2D _, SeparableConv2D _ -> false;
            case UpSampling2D _, PixelShuffle _, ZeroPadding2D _, Cropping2D _ -> false;
            case MaxPool _, AveragePool _, BatchNorm _, Activate _, PReLU _ -> false;
            case Dropout _, GaussianNoise _, Reshape _, Flatten _ -> false;
        };
    }

    /** What reaches one place of the output, of a layer that does not mix all. */
    private BitSet sources(int place) {
        return switch (plan.layer()) {
            case Conv2D conv -> windowed(place, conv, conv.dilation());
            case DepthwiseConv2D conv -> windowed(place, conv, 1);
            case SeparableConv2D conv -> windowed(place, conv, 1);
            case MaxPool pool -> windowed(place, pool, 1);
            case AveragePool pool -> windowed(place, pool, 1);
            case Conv2DTranspose conv -> transposed(place, conv);
            case UpSampling2D(int size) -> block(row(place) / size, column(place) / size);
            case PixelShuffle(int factor) -> block(row(place) / factor, column(place) / factor);
            case ZeroPadding2D pad -> block(row(place) - pad.top(), column(place) - pad.left());
            case Cropping2D crop -> block(row(place) + crop.top(), column(place) + crop.left());
            case Reshape _, Flatten _ -> reshaped(place);
            case BatchNorm _, Activate _, PReLU _, Dropout _, GaussianNoise _ -> only(place);
            case Dense _, GlobalAveragePool _, GlobalMaxPool _, LayerNorm _, MinibatchStdDev _ ->
                    all(in);
        };
    }

    private static BitSet only(int place) {
        var one = new BitSet();
        one.set(place);
        return one;
    }

    private int row(int place) {
        return place / out.asImage().width();
    }

    private int column(int place) {
        return place % out.asImage().width();
    }

    /** One pixel, where there is such a one. */
    private BitSet block(int row, int column) {
        Shape.Image image = in.asImage();
        boolean inside = row >= 0 && row < image.height() && column >= 0 && column < image.width();
        return inside ? only(row * image.width() + column) : new BitSet();
    }

    private BitSet windowed(int place, Windowed layer, int dilation) {
        Shape.Image large = in.asImage();
        Shape.Image small = out.asImage();
        int size = layer.window().size();
        int stride = layer.window().stride();
        var padding = layer.window().padding();
        Axis rows = Axis.of(large.height(), small.height(), size, stride, dilation, padding);
        Axis columns = Axis.of(large.width(), small.width(), size, stride, dilation, padding);
        return product(taps(rows, row(place)), taps(columns, column(place)), large.width());
    }

    /** The pixels of the large image, along one axis, that a window looks at. */
    private static BitSet taps(Axis axis, int place) {
        var taps = new BitSet();
        int first = place * axis.stride() - axis.padding() + axis.leadingZeros();
        for (int i = 0; i < axis.weights(); i++) {
            int tap = first + i * axis.dilation();
            if (tap >= 0 && tap < axis.large()) {
                taps.set(tap);
            }
        }
        return taps;
    }

    private BitSet transposed(int place, Conv2DTranspose conv) {
        Shape.Image small = in.asImage();
        return product(
                painters(conv, row(place), small.height()),
                painters(conv, column(place), small.width()),
                small.width());
    }

    /** The pixels of the small image, along one axis, whose windows cover a place. */
    private static BitSet painters(Conv2DTranspose conv, int place, int size) {
        var painters = new BitSet();
        int full = place + conv.cropped();
        for (int tap = full % conv.stride(); tap < conv.kernel(); tap += conv.stride()) {
            int pixel = (full - tap) / conv.stride();
            if (full >= tap && pixel < size) {
                painters.set(pixel);
            }
        }
        return painters;
    }

    private static BitSet product(BitSet rows, BitSet columns, int width) {
        var pixels = new BitSet();
        rows.stream().forEach(row -> columns.stream().forEach(at -> pixels.set(row * width + at)));
        return pixels;
    }

    /** Values keep their order, which is channel by channel. */
    private BitSet reshaped(int place) {
        var sources = new BitSet();
        int from = places(in);
        int to = places(out);
        for (long value = place; value < out.size(); value += to) {
            sources.set((int) (value % from));
        }
        return sources;
    }
}
