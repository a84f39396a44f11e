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
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.SeparableConv2D;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.experiment.layer.Windowed;
import org.ganatelier.experiment.layer.ZeroPadding2D;

import java.util.List;
import java.util.Optional;

/**
 * The arithmetic of a layer.
 *
 * @param height of the image that comes out, or of a vector all of its values
 * @param width empty for a vector
 * @param parameters a product each: the lengths of an array
 * @param multiplyAdds see {@link LayerPlan#multiplyAdds}
 */
public record Arithmetic(
        SizeRule height,
        Optional<SizeRule> width,
        List<ParameterPlan> parameters,
        long multiplyAdds) {
    public Arithmetic {
        parameters = List.copyOf(parameters);
    }

    /** The arithmetic of a layer whose shapes are known and right; empty of another. */
    public static Optional<Arithmetic> of(LayerPlan layer) {
        if (layer.input().isEmpty() || layer.output().isEmpty()) {
            return Optional.empty();
        }
        Shape in = layer.input().get();
        Shape out = layer.output().get();
        SizeRule height = rule(layer, in, out, true);
        Optional<SizeRule> width =
                out instanceof Shape.Image
                        ? Optional.of(rule(layer, in, out, false))
                        : Optional.empty();
        var all = new Arithmetic(height, width, layer.parameters(), layer.multiplyAdds());
        // Of a layer that a problem rejects the shape is only what it was meant to give.
        return all.gives(out) ? Optional.of(all) : Optional.empty();
    }

    private boolean gives(Shape out) {
        return switch (out) {
            case Shape.Image image ->
                    height.result() == image.height()
                            && width.filter(w -> w.result() == image.width()).isPresent();
            case Shape.Flat(int units) -> height.result() == units;
        };
    }

    private static SizeRule rule(LayerPlan plan, Shape in, Shape out, boolean down) {
        long from = side(in, down);
        return switch (plan.layer()) {
            case Dense dense -> new SizeRule.Given(dense.units());
            case Conv2D conv -> window(conv, conv.reach(), from, side(out, down));
            case DepthwiseConv2D conv -> window(conv, conv.kernel(), from, side(out, down));
            case SeparableConv2D conv -> window(conv, conv.kernel(), from, side(out, down));
            case MaxPool pool -> window(pool, pool.pool(), from, side(out, down));
            case AveragePool pool -> window(pool, pool.pool(), from, side(out, down));
            case Conv2DTranspose conv -> {
                long full = (from - 1) * conv.stride() + conv.kernel();
                yield new SizeRule.Painted(
                        from, conv.stride(), conv.kernel(), full - side(out, down));
            }
            case UpSampling2D(int size) -> new SizeRule.Times(from, size);
            case PixelShuffle(int factor) -> new SizeRule.Times(from, factor);
            case ZeroPadding2D pad ->
                    down
                            ? new SizeRule.Bordered(from, pad.top(), pad.bottom())
                            : new SizeRule.Bordered(from, pad.left(), pad.right());
            case Cropping2D crop ->
                    down
                            ? new SizeRule.Bordered(from, -crop.top(), -crop.bottom())
                            : new SizeRule.Bordered(from, -crop.left(), -crop.right());
            case Flatten _ -> flattened(in);
            case Reshape _ -> new SizeRule.Given(side(out, down));
            case GlobalAveragePool _, GlobalMaxPool _ -> new SizeRule.Kept(channels(in));
            case MinibatchStdDev _ ->
                    in instanceof Shape.Flat
                            ? new SizeRule.Bordered(from, 0, 1)
                            : new SizeRule.Kept(from);
            case BatchNorm _, LayerNorm _, Activate _, PReLU _ -> new SizeRule.Kept(from);
            case Dropout _, GaussianNoise _ -> new SizeRule.Kept(from);
        };
    }

    private static SizeRule window(Windowed layer, long reach, long from, long to) {
        long stride = layer.window().stride();
        long padding =
                switch (layer.window().padding()) {
                    case Padding.Same _ -> Math.max((to - 1) * stride + reach - from, 0);
                    case Padding.Valid _ -> 0;
                    case Padding.Explicit(int pixels) -> 2L * pixels;
                };
        return new SizeRule.Window(from, padding, reach, stride);
    }

    private static SizeRule flattened(Shape in) {
        return switch (in) {
            case Shape.Image(int height, int width, int channels) ->
                    new SizeRule.Flattened(height, width, channels);
            case Shape.Flat(int units) -> new SizeRule.Kept(units);
        };
    }

    private static long side(Shape shape, boolean down) {
        return switch (shape) {
            case Shape.Image image -> down ? image.height() : image.width();
            case Shape.Flat(int units) -> units;
        };
    }

    private static long channels(Shape shape) {
        return switch (shape) {
            case Shape.Image image -> image.channels();
            case Shape.Flat(int units) -> units;
        };
    }
}
