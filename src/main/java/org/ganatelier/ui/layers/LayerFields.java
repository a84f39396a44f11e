package org.ganatelier.ui.layers;

import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.GaussianNoise;
import org.ganatelier.experiment.layer.GlobalAveragePool;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.ui.widget.Field;
import org.ganatelier.ui.widget.Field.Caption;
import org.ganatelier.ui.widget.Numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The fields of each layer; every edit gives a new layer. */
public final class LayerFields {
    private static final Caption UNITS =
            new Caption("Units", "units", "How many values come out; each sees all values in.");
    private static final Caption FILTERS =
            new Caption("Filters", "filters", "How many channels come out, one per filter.");
    private static final Caption KERNEL =
            new Caption("Kernel", "kernel", "Side of the filters in pixels: 4 means 4×4.");
    private static final Caption STRIDE =
            new Caption(
                    "Stride",
                    "stride",
                    "Pixels from one place of the window to the next: 2 halves an image.");
    private static final Caption ENLARGEMENT =
            new Caption("Stride", "stride", "How many times larger the image becomes.");
    private static final Caption POOL =
            new Caption("Window", "window", "Side of the window in pixels: 2 means 2×2.");
    private static final Caption PADDING =
            new Caption("Padding", "padding", "What happens at the border of the image.");
    private static final Caption BIAS =
            new Caption(
                    "Bias",
                    "bias",
                    "Adds a learned constant to each output; not needed before a normalization.");
    private static final Caption SPECTRAL =
            new Caption(
                    "Spectral",
                    "spectral normalization",
                    "Divides the weights by their largest singular value, so that the layer"
                            + " stretches nothing by more than 1; steadies a discriminator.");
    private static final Caption ACTIVATION =
            new Caption("Activation", "activation", "The curve that bends every output value.");
    private static final Caption SLOPE =
            new Caption(
                    "Slope", "slope", "What negative values are multiplied by, from 0 to below 1.");
    private static final Caption SIZE =
            new Caption("Factor", "factor", "How many times larger the image becomes.");
    private static final Caption SHUFFLE =
            new Caption(
                    "Factor",
                    "factor",
                    "How many times larger the image becomes; the channels are divided by its"
                            + " square.");
    private static final Caption GROUP =
            new Caption(
                    "Group",
                    "group size",
                    "How many images of a batch are compared with each other, at least 2.");
    private static final Caption MOMENTUM =
            new Caption(
                    "Momentum",
                    "momentum",
                    "Share of the old running statistics kept at each step, 0 to 1.");
    private static final Caption EPSILON =
            new Caption(
                    "Epsilon",
                    "epsilon",
                    "A tiny number added to the variance against division by zero.");
    private static final Caption RATE =
            new Caption("Rate", "rate", "Share of the values set to zero, from 0 to below 1.");
    private static final Caption DEVIATION =
            new Caption("Deviation", "deviation", "Standard deviation of the noise, 0 to 10.");
    private static final Caption TARGET =
            new Caption(
                    "Shape",
                    "shape",
                    "height×width×channels, such as 7x7x32, or one number for a vector.");

    private LayerFields() {}

    public static List<Field<LayerSpec>> of(LayerSpec layer) {
        return switch (layer) {
            case Dense d -> dense(d);
            case Conv2D c -> convolution(c);
            case Conv2DTranspose c -> transposed(c);
            case UpSampling2D(int size) -> List.of(whole(SIZE, size, UpSampling2D::new));
            case PixelShuffle(int factor) -> List.of(whole(SHUFFLE, factor, PixelShuffle::new));
            case MinibatchStdDev(int groupSize) ->
                    List.of(whole(GROUP, groupSize, MinibatchStdDev::new));
            case BatchNorm b -> batchNorm(b);
            case LayerNorm(double epsilon, Activation activation) ->
                    activated(
                            activation,
                            a -> new LayerNorm(epsilon, a),
                            List.of(decimal(EPSILON, epsilon, v -> new LayerNorm(v, activation))));
            case Activate(Activation activation) -> activated(activation, Activate::new, List.of());
            case Dropout(double rate) -> List.of(decimal(RATE, rate, Dropout::new));
            case GaussianNoise(double deviation) ->
                    List.of(decimal(DEVIATION, deviation, GaussianNoise::new));
            case Reshape reshape ->
                    List.of(
                            new Field.Text<>(
                                    TARGET,
                                    reshape.target().toString(),
                                    text -> new Reshape(ShapeText.parse(text))));
            case Flatten flatten -> List.of();
            case MaxPool(int pool, int stride, Padding padding) ->
                    List.of(
                            whole(POOL, pool, v -> new MaxPool(v, stride, padding)),
                            whole(STRIDE, stride, v -> new MaxPool(pool, v, padding)),
                            padding(padding, v -> new MaxPool(pool, stride, v)));
            case AveragePool(int pool, int stride, Padding padding) ->
                    List.of(
                            whole(POOL, pool, v -> new AveragePool(v, stride, padding)),
                            whole(STRIDE, stride, v -> new AveragePool(pool, v, padding)),
                            padding(padding, v -> new AveragePool(pool, stride, v)));
            case GlobalAveragePool pool -> List.of();
        };
    }

    private static List<Field<LayerSpec>> dense(Dense d) {
        int units = d.units();
        boolean bias = d.bias();
        boolean spectral = d.spectralNorm();
        Activation activation = d.activation();
        return activated(
                activation,
                a -> new Dense(units, bias, spectral, a),
                List.of(
                        whole(UNITS, units, v -> new Dense(v, bias, spectral, activation)),
                        bias(bias, new Dense(units, !bias, spectral, activation)),
                        spectral(spectral, d.withSpectralNorm(!spectral))));
    }

    private static List<Field<LayerSpec>> convolution(Conv2D c) {
        return windowed(
                new Window(
                        c.filters(),
                        c.kernel(),
                        c.stride(),
                        c.padding(),
                        c.bias(),
                        c.spectralNorm(),
                        c.activation()),
                STRIDE,
                w ->
                        new Conv2D(
                                w.filters,
                                w.kernel,
                                w.stride,
                                w.padding,
                                w.bias,
                                w.spectral,
                                w.activation));
    }

    private static List<Field<LayerSpec>> transposed(Conv2DTranspose c) {
        return windowed(
                new Window(
                        c.filters(),
                        c.kernel(),
                        c.stride(),
                        c.padding(),
                        c.bias(),
                        c.spectralNorm(),
                        c.activation()),
                ENLARGEMENT,
                w ->
                        new Conv2DTranspose(
                                w.filters,
                                w.kernel,
                                w.stride,
                                w.padding,
                                w.bias,
                                w.spectral,
                                w.activation));
    }

    /** What both convolutions are made of; their own records check the values. */
    private record Window(
            int filters,
            int kernel,
            int stride,
            Padding padding,
            boolean bias,
            boolean spectral,
            Activation activation) {
        Window withFilters(int v) {
            return new Window(v, kernel, stride, padding, bias, spectral, activation);
        }

        Window withKernel(int v) {
            return new Window(filters, v, stride, padding, bias, spectral, activation);
        }

        Window withStride(int v) {
            return new Window(filters, kernel, v, padding, bias, spectral, activation);
        }

        Window withPadding(Padding v) {
            return new Window(filters, kernel, stride, v, bias, spectral, activation);
        }

        Window withBias(boolean v) {
            return new Window(filters, kernel, stride, padding, v, spectral, activation);
        }

        Window withSpectral(boolean v) {
            return new Window(filters, kernel, stride, padding, bias, v, activation);
        }

        Window withActivation(Activation v) {
            return new Window(filters, kernel, stride, padding, bias, spectral, v);
        }
    }

    private static List<Field<LayerSpec>> windowed(
            Window w, Caption stride, Function<Window, LayerSpec> layer) {
        return activated(
                w.activation,
                v -> layer.apply(w.withActivation(v)),
                List.of(
                        whole(FILTERS, w.filters, v -> layer.apply(w.withFilters(v))),
                        whole(KERNEL, w.kernel, v -> layer.apply(w.withKernel(v))),
                        whole(stride, w.stride, v -> layer.apply(w.withStride(v))),
                        padding(w.padding, v -> layer.apply(w.withPadding(v))),
                        bias(w.bias, layer.apply(w.withBias(!w.bias))),
                        spectral(w.spectral, layer.apply(w.withSpectral(!w.spectral)))));
    }

    private static List<Field<LayerSpec>> batchNorm(BatchNorm b) {
        return activated(
                b.activation(),
                a -> new BatchNorm(b.momentum(), b.epsilon(), a),
                List.of(
                        decimal(
                                MOMENTUM,
                                b.momentum(),
                                v -> new BatchNorm(v, b.epsilon(), b.activation())),
                        decimal(
                                EPSILON,
                                b.epsilon(),
                                v -> new BatchNorm(b.momentum(), v, b.activation()))));
    }

    /** These fields, then the choice of the activation and what that brings with it. */
    private static List<Field<LayerSpec>> activated(
            Activation now, Function<Activation, LayerSpec> layer, List<Field<LayerSpec>> before) {
        var fields = new ArrayList<>(before);
        fields.add(
                Field.Choice.among(
                        ACTIVATION,
                        Activations.allWith(now),
                        now,
                        each ->
                                new Field.Option<>(
                                        Activations.name(each),
                                        Activations.sentence(each),
                                        layer.apply(each))));
        if (now instanceof Activation.LeakyReLU(double slope)) {
            fields.add(decimal(SLOPE, slope, v -> layer.apply(new Activation.LeakyReLU(v))));
        }
        return fields;
    }

    private static Field<LayerSpec> whole(Caption caption, int now, IntFunction<LayerSpec> layer) {
        return new Field.Text<>(
                caption, Integer.toString(now), text -> layer.apply(Numbers.parseWhole(text)));
    }

    private static Field<LayerSpec> decimal(
            Caption caption, double now, DoubleFunction<LayerSpec> layer) {
        return new Field.Text<>(
                caption, Numbers.text(now), text -> layer.apply(Numbers.parseDecimal(text)));
    }

    private static Field<LayerSpec> padding(Padding now, Function<Padding, LayerSpec> layer) {
        return Field.Choice.among(
                PADDING,
                List.of(Padding.values()),
                now,
                each ->
                        new Field.Option<>(
                                each.name().toLowerCase(Locale.ROOT),
                                sentence(each),
                                layer.apply(each)));
    }

    private static String sentence(Padding padding) {
        return switch (padding) {
            case SAME -> "Adds zeros around the image, so that only the stride changes its size.";
            case VALID ->
                    "Adds nothing: the window stays inside the image, which shrinks a little.";
        };
    }

    private static Field<LayerSpec> bias(boolean on, LayerSpec toggled) {
        return new Field.Flag<>(BIAS, on, toggled);
    }

    private static Field<LayerSpec> spectral(boolean on, LayerSpec toggled) {
        return new Field.Flag<>(SPECTRAL, on, toggled);
    }
}
