package org.ganatelier.plan.check;

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
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.PReLU;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.SeparableConv2D;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.experiment.layer.Weighted;
import org.ganatelier.experiment.layer.ZeroPadding2D;
import org.ganatelier.plan.model.Axes;
import org.ganatelier.plan.model.CheckedLayer;
import org.ganatelier.plan.model.Count;
import org.ganatelier.plan.model.Limits;
import org.ganatelier.plan.model.ParameterPlan;
import org.ganatelier.plan.model.PartialShape;
import org.ganatelier.plan.model.Violation;
import org.ganatelier.plan.model.Violation.TooMuch.Measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/** Keras's rules for shapes and parameter counts, one layer at a time. */
final class LayerRules {
    private final LayerSpec layer;
    private final PartialShape in;
    private final List<Violation> violations = new ArrayList<>();

    private LayerRules(LayerSpec layer, PartialShape in) {
        this.layer = layer;
        this.in = in;
    }

    /** What a layer makes of what comes in. */
    static CheckedLayer judge(LayerSpec layer, PartialShape in) {
        var rules = new LayerRules(layer, in);
        PartialShape out = rules.output();
        if (rules.violations.isEmpty()) {
            rules.limitValues(out.size());
        }
        return new CheckedLayer(layer, in, out, rules.parameters(), List.copyOf(rules.violations));
    }

    private PartialShape output() {
        return switch (layer) {
            case Dense dense -> {
                limit(Measure.UNITS, dense.units());
                if (in.isImage()) {
                    violations.add(new Violation.NeedsVector(layer, in));
                }
                yield PartialShape.flat(dense.units());
            }
            case Conv2D conv -> {
                limitWindow(conv.filters(), conv.reach(), conv.stride());
                yield windowed(conv.filters(), conv.reach(), conv.stride(), conv.padding());
            }
            case Conv2DTranspose conv -> {
                limitWindow(conv.filters(), conv.kernel(), conv.stride());
                yield enlarged(conv);
            }
            case DepthwiseConv2D conv -> {
                int channels = multiplied(conv.depthMultiplier());
                limitWindow(channels, conv.kernel(), conv.stride());
                yield windowed(channels, conv.kernel(), conv.stride(), conv.padding());
            }
            case SeparableConv2D conv -> {
                int between = multiplied(conv.depthMultiplier());
                limitWindow(Math.max(conv.filters(), between), conv.kernel(), conv.stride());
                PartialShape out =
                        windowed(conv.filters(), conv.kernel(), conv.stride(), conv.padding());
                long pixels = out.size() / conv.filters();
                limitValues(Count.product(pixels, between));
                yield out;
            }
            case UpSampling2D(int size) -> {
                limit(Measure.FACTOR, size);
                yield resized(in.features(), side -> (long) side * size);
            }
            case PixelShuffle(int factor) -> {
                limit(Measure.FACTOR, factor);
                yield shuffled(factor);
            }
            case MaxPool(int pool, int stride, Padding padding) -> {
                limitWindow(1, pool, stride);
                yield windowed(in.features(), pool, stride, padding);
            }
            case AveragePool(int pool, int stride, Padding padding) -> {
                limitWindow(1, pool, stride);
                yield windowed(in.features(), pool, stride, padding);
            }
            case ZeroPadding2D(int top, int bottom, int left, int right) ->
                    resized(
                            in.features(),
                            height -> (long) height + top + bottom,
                            width -> (long) width + left + right);
            case Cropping2D crop -> cropped(crop);
            case GlobalMaxPool _ -> {
                needImage();
                yield in.isImage() ? PartialShape.flat(in.features()) : in;
            }
            case GlobalAveragePool _ -> {
                needImage();
                yield in.isImage() ? PartialShape.flat(in.features()) : in;
            }
            case Reshape(Shape target) -> reshaped(target);
            case Flatten _ -> flattened();
            case MinibatchStdDev _ -> withOneMore();
            case BatchNorm _ -> in;
            case LayerNorm _ -> in;
            case Activate _ -> in;
            case PReLU _ -> in;
            case Dropout _ -> in;
            case GaussianNoise _ -> in;
        };
    }

    /** Empty where the input is too little known. */
    private List<ParameterPlan> parameters() {
        return switch (layer) {
            case Dense dense -> weights(dense, Axes.IN_OUT, in.size(), dense.units());
            case Conv2D conv ->
                    weights(
                            conv,
                            Axes.OUT_IN_ROWS_COLUMNS,
                            conv.filters(),
                            channels(),
                            conv.kernel(),
                            conv.kernel());
            case Conv2DTranspose conv ->
                    weights(
                            conv,
                            Axes.IN_OUT_ROWS_COLUMNS,
                            channels(),
                            conv.filters(),
                            conv.kernel(),
                            conv.kernel());
            case DepthwiseConv2D conv -> {
                int channels = in.isImage() ? multiplied(conv.depthMultiplier()) : 0;
                yield biased(conv.bias(), channels, depthwise(channels, conv.kernel()));
            }
            case SeparableConv2D conv -> {
                int between = in.isImage() ? multiplied(conv.depthMultiplier()) : 0;
                yield biased(
                        conv.bias(),
                        conv.filters(),
                        depthwise(between, conv.kernel()),
                        ParameterPlan.trained(
                                "pointwise_kernel",
                                Axes.OUT_IN_ROWS_COLUMNS,
                                conv.filters(),
                                between,
                                1,
                                1));
            }
            case BatchNorm _ ->
                    known(
                            perChannel("gamma"),
                            perChannel("beta"),
                            ParameterPlan.running("mean", in.features()),
                            ParameterPlan.running("variance", in.features()));
            case LayerNorm _ -> known(perChannel("gamma"), perChannel("beta"));
            case PReLU _ -> known(perChannel("slope"));
            case ZeroPadding2D _ -> List.of();
            case Cropping2D _ -> List.of();
            case GlobalMaxPool _ -> List.of();
            case UpSampling2D _, PixelShuffle _, MinibatchStdDev _, Activate _ -> List.of();
            case Dropout _, GaussianNoise _, Reshape _, Flatten _ -> List.of();
            case MaxPool _, AveragePool _, GlobalAveragePool _ -> List.of();
        };
    }

    /** The channels of the image that comes in; none where the layer has no image to work on. */
    private int channels() {
        return in.isImage() ? in.features() : 0;
    }

    private ParameterPlan perChannel(String name) {
        return ParameterPlan.trained(name, Axes.CHANNELS, in.features());
    }

    /**
     * Spectral normalization keeps a value for each output, the vector u of its power iteration.
     */
    private static List<ParameterPlan> weights(Weighted layer, Axes axes, long... shape) {
        var parameters = new ArrayList<ParameterPlan>();
        parameters.add(ParameterPlan.trained("weight", axes, shape));
        if (layer.bias()) {
            parameters.add(ParameterPlan.trained("bias", Axes.CHANNELS, layer.width()));
        }
        if (layer.spectralNorm()) {
            parameters.add(ParameterPlan.running("u", layer.width()));
        }
        return known(parameters.toArray(ParameterPlan[]::new));
    }

    /** The channels of a convolution that gives several for each channel in. */
    private int multiplied(int factor) {
        return Math.clamp((long) in.features() * factor, 0, Integer.MAX_VALUE);
    }

    private static ParameterPlan depthwise(int channels, int kernel) {
        return ParameterPlan.trained(
                "depthwise_kernel", Axes.OUT_IN_ROWS_COLUMNS, channels, 1, kernel, kernel);
    }

    private static List<ParameterPlan> biased(
            boolean bias, int channels, ParameterPlan... kernels) {
        var parameters = new ArrayList<>(List.of(kernels));
        if (bias) {
            parameters.add(ParameterPlan.trained("bias", Axes.CHANNELS, channels));
        }
        return known(parameters.toArray(ParameterPlan[]::new));
    }

    private static List<ParameterPlan> known(ParameterPlan... parameters) {
        return parameters[0].count() == 0 ? List.of() : List.of(parameters);
    }

    private void limit(Measure measure, long actual) {
        if (actual > measure.limit()) {
            violations.add(new Violation.TooMuch(measure, actual));
        }
    }

    private void limitValues(long actual) {
        // Whatever comes after a layer that gives too much has too much as well.
        if (in.size() <= Limits.VALUES) {
            limit(Measure.VALUES, actual);
        }
    }

    private void limitWindow(int filters, int window, int stride) {
        limit(Measure.FILTERS, filters);
        limit(Measure.WINDOW, window);
        limit(Measure.STRIDE, stride);
    }

    private void needImage() {
        if (!in.isImage()) {
            violations.add(new Violation.NeedsImage(layer, in));
        }
    }

    private PartialShape windowed(int channels, int window, int stride, Padding padding) {
        return switch (padding) {
            case Padding.Same _ -> resized(channels, side -> Math.ceilDiv(side, stride));
            case Padding.Valid _ -> inside(channels, window, stride, 0);
            case Padding.Explicit(int pixels) ->
                    limitPadding(pixels, window)
                            ? inside(channels, window, stride, pixels)
                            : new PartialShape.SomeImage(channels);
        };
    }

    /** What a window finds inside an image that has so many pixels more on each side. */
    private PartialShape inside(int channels, int window, int stride, int padding) {
        if (in instanceof PartialShape.Exact(Shape.Image image)
                && Math.min(image.height(), image.width()) + 2L * padding < window) {
            // Of a window above its limit that is said already.
            if (window <= Limits.WINDOW) {
                violations.add(new Violation.WindowTooLarge(window, image));
            }
            return new PartialShape.SomeImage(channels);
        }
        return resized(channels, side -> (side + 2L * padding - window) / stride + 1);
    }

    /** A window must never lie in the padding alone. */
    private boolean limitPadding(int pixels, int window) {
        if (pixels >= window) {
            violations.add(new Violation.PaddingTooLarge(pixels, window));
        }
        return pixels < window;
    }

    private PartialShape enlarged(Conv2DTranspose conv) {
        long stride = conv.stride();
        long kernel = conv.kernel();
        long more = conv.outputPadding();
        if (more > 0 && more >= stride) {
            violations.add(
                    new Violation.OutputPaddingTooLarge(conv.outputPadding(), conv.stride()));
            return new PartialShape.SomeImage(conv.filters());
        }
        return switch (conv.padding()) {
            case Padding.Same _ -> resized(conv.filters(), side -> side * stride + more);
            case Padding.Valid _ ->
                    resized(
                            conv.filters(),
                            side -> side * stride + Math.max(kernel - stride, 0) + more);
            case Padding.Explicit(int pixels) ->
                    limitPadding(pixels, conv.kernel())
                            ? trimmed(
                                    conv.filters(),
                                    side -> (side - 1) * stride + kernel - 2L * pixels + more)
                            : new PartialShape.SomeImage(conv.filters());
        };
    }

    /** What is left of an image whose sides may come to nothing. */
    private PartialShape trimmed(int channels, IntToLongFunction side) {
        if (in instanceof PartialShape.Exact(Shape.Image image)
                && side.applyAsLong(Math.min(image.height(), image.width())) < 1) {
            violations.add(new Violation.NothingLeft(layer, image));
            return new PartialShape.SomeImage(channels);
        }
        return resized(channels, side);
    }

    private PartialShape resized(int channels, IntToLongFunction side) {
        return resized(channels, side, side);
    }

    private PartialShape resized(
            int channels, IntToLongFunction ofHeight, IntToLongFunction ofWidth) {
        needImage();
        // A vector has no channels; a later layer needs some number.
        int known = Math.max(channels, 1);
        if (in instanceof PartialShape.Exact(Shape.Image(int height, int width, int _))) {
            long newHeight = ofHeight.applyAsLong(height);
            long newWidth = ofWidth.applyAsLong(width);
            if (Math.max(newHeight, newWidth) <= Integer.MAX_VALUE) {
                return new PartialShape.Exact(
                        new Shape.Image((int) newHeight, (int) newWidth, known));
            }
            limitValues(Count.product(newHeight, newWidth, known));
        }
        return new PartialShape.SomeImage(known);
    }

    private PartialShape cropped(Cropping2D crop) {
        long rows = (long) crop.top() + crop.bottom();
        long columns = (long) crop.left() + crop.right();
        if (in instanceof PartialShape.Exact(Shape.Image image)
                && (rows >= image.height() || columns >= image.width())) {
            violations.add(new Violation.NothingLeft(layer, image));
            return new PartialShape.SomeImage(image.channels());
        }
        return resized(in.features(), height -> height - rows, width -> width - columns);
    }

    private PartialShape shuffled(int factor) {
        int channels = in.features();
        long share = (long) factor * factor;
        if (in.isImage() && factor <= Measure.FACTOR.limit() && channels % share != 0) {
            violations.add(new Violation.IndivisibleChannels(channels, factor));
        }
        return resized((int) (channels / share), side -> (long) side * factor);
    }

    /** One channel or value more. */
    private PartialShape withOneMore() {
        int features = Math.clamp(in.features() + 1L, 1, Integer.MAX_VALUE);
        return switch (in) {
            case PartialShape.Exact(Shape.Image(int height, int width, int _)) ->
                    new PartialShape.Exact(new Shape.Image(height, width, features));
            case PartialShape.Exact(Shape.Flat _) -> PartialShape.flat(features);
            case PartialShape.SomeImage _ -> new PartialShape.SomeImage(features);
            case PartialShape.SomeVector vector -> vector;
        };
    }

    private PartialShape reshaped(Shape target) {
        limit(Measure.VALUES, target.size());
        if (in instanceof PartialShape.Exact(Shape shape) && shape.size() != target.size()) {
            violations.add(new Violation.WrongSize(target, shape));
        }
        return new PartialShape.Exact(target);
    }

    private PartialShape flattened() {
        return switch (in) {
            case PartialShape.Exact(Shape shape) when shape.size() <= Integer.MAX_VALUE ->
                    PartialShape.flat((int) shape.size());
            case PartialShape.Exact _ -> new PartialShape.SomeVector();
            case PartialShape.SomeImage _ -> new PartialShape.SomeVector();
            case PartialShape.SomeVector vector -> vector;
        };
    }
}
