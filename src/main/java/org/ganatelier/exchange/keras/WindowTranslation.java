package org.ganatelier.exchange.keras;

import org.ganatelier.exchange.model.PortableLayer;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.DepthwiseConv2D;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.SeparableConv2D;
import org.ganatelier.experiment.layer.Window;

import java.util.List;

/**
 * Writes layers that move a window over an image. Keras pads only as "same" and "valid" say: other
 * paddings become layers of their own around one that is valid.
 */
final class WindowTranslation {
    private final KerasTranslation model;
    private final PortableLayer layer;
    private final LayerTranslation parts;
    private final KerasDialect dialect;
    private final Shape.Image in;
    private final Shape.Image out;

    WindowTranslation(KerasTranslation model, PortableLayer layer, LayerTranslation parts) {
        this.model = model;
        this.layer = layer;
        this.parts = parts;
        dialect = model.dialect();
        in = layer.input().asImage();
        out = layer.output().asImage();
    }

    String convolution(Conv2D conv, String from) {
        String name = model.name("Conv2D");
        KerasConfig config =
                window(name, "kernel_size", conv.window())
                        .put("filters", conv.filters())
                        .square("dilation_rate", conv.dilation())
                        .put("groups", 1)
                        .weights("kernel", "GlorotUniform", dialect);
        return padded("Conv2D", config, conv.window(), conv.bias(), conv.activation(), from);
    }

    String depthwise(DepthwiseConv2D conv, String from) {
        String name = model.name("DepthwiseConv2D");
        KerasConfig config =
                window(name, "kernel_size", conv.window())
                        .put("depth_multiplier", conv.depthMultiplier())
                        .square("dilation_rate", 1)
                        .weights("depthwise", "GlorotUniform", dialect);
        return padded(
                "DepthwiseConv2D", config, conv.window(), conv.bias(), conv.activation(), from);
    }

    String separable(SeparableConv2D conv, String from) {
        String name = model.name("SeparableConv2D");
        KerasConfig config =
                window(name, "kernel_size", conv.window())
                        .put("filters", conv.filters())
                        .put("depth_multiplier", conv.depthMultiplier())
                        .square("dilation_rate", 1)
                        .weights("depthwise", "GlorotUniform", dialect)
                        .weights("pointwise", "GlorotUniform", dialect);
        return padded(
                "SeparableConv2D", config, conv.window(), conv.bias(), conv.activation(), from);
    }

    private static KerasConfig window(String name, String key, Window window) {
        return KerasConfig.of(name)
                .square(key, window.size())
                .square("strides", window.stride())
                .put("padding", window.padding() instanceof Padding.Same ? "same" : "valid")
                .channelsLast();
    }

    /** A layer that may need zeros around its image first. */
    private String padded(
            String className,
            KerasConfig config,
            Window window,
            boolean bias,
            Activation activation,
            String from) {
        String before = from;
        String name = config.node().get("name").asString();
        if (window.padding() instanceof Padding.Explicit(int pixels) && pixels > 0) {
            before = zeros(name, pixels, pixels, pixels, from);
        }
        add(className, config, bias, activation, before, out);
        return parts.behind(activation, name, name, true);
    }

    /** Zeros around the image that comes in. */
    private String zeros(String owner, int before, int below, int right, String from) {
        return model.add(
                "ZeroPadding2D",
                KerasConfig.of(owner + KerasNames.PADDING)
                        .borders("padding", before, below, before, right)
                        .channelsLast(),
                List.of(from),
                List.of(),
                List.of(in.height() + before + below, in.width() + before + right, in.channels()));
    }

    private void add(
            String className,
            KerasConfig config,
            boolean bias,
            Activation activation,
            String from,
            Shape.Image gives) {
        parts.inside(config, activation).put("use_bias", bias).weights("bias", "Zeros", dialect);
        model.add(className, config, List.of(from), parts.weights(), KerasTranslation.sizes(gives));
    }

    /**
     * Where Keras's own paddings do not do, a part is cut out of what a valid one gives. Rows below
     * that hold the bias alone are more than that may give: they come from a row of zeros that is
     * put below the image that comes in.
     */
    String transposed(Conv2DTranspose conv, String from) {
        String name = model.name("Conv2DTranspose");
        KerasConfig config =
                window(name, "kernel_size", conv.window())
                        .put("filters", conv.filters())
                        .square("dilation_rate", 1)
                        .weights("kernel", "GlorotUniform", dialect);
        config.node().putNull("output_padding");
        boolean plain = conv.outputPadding() == 0 && !(conv.padding() instanceof Padding.Explicit);
        if (plain) {
            add("Conv2DTranspose", config, conv.bias(), conv.activation(), from, out);
            return parts.behind(conv.activation(), name, name, true);
        }
        config.put("padding", "valid");
        int top = conv.cropped();
        int more = top + out.height() > given(in.height(), conv) ? 1 : 0;
        String before = more == 0 ? from : zeros(name, 0, more, more, from);
        int height = given(in.height() + more, conv);
        int width = given(in.width() + more, conv);
        Shape.Image whole = new Shape.Image(height, width, conv.filters());
        add("Conv2DTranspose", config, conv.bias(), conv.activation(), before, whole);
        int below = height - top - out.height();
        int right = width - top - out.width();
        String cut =
                model.add(
                        "Cropping2D",
                        KerasConfig.of(name + KerasNames.CROPPING)
                                .borders("cropping", top, below, top, right)
                                .channelsLast(),
                        List.of(name),
                        List.of(),
                        KerasTranslation.sizes(layer.output()));
        return parts.behind(conv.activation(), name, cut, true);
    }

    /** The length of a side that a valid transposed convolution gives. */
    private static int given(int side, Conv2DTranspose conv) {
        return (side - 1) * conv.stride() + Math.max(conv.kernel(), conv.stride());
    }

    /** Explicit padding is written only where it does what "same" does. */
    String pool(String className, Window window, String from) {
        KerasConfig config = window(model.name(className), "pool_size", window);
        if (KerasObstacles.isLikeSame(window, in, out)) {
            config.put("padding", "same");
        }
        return model.add(
                className,
                config,
                List.of(from),
                List.of(),
                KerasTranslation.sizes(layer.output()));
    }
}
