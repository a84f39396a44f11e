package org.ganatelier.exchange.keras;

import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.DepthwiseConv2D;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.SeparableConv2D;
import org.ganatelier.experiment.layer.Window;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/** Reads layers that move a window over an image. */
final class WindowReader {
    private final GraphNode node;
    private final LayerReader reader;

    WindowReader(GraphNode node, LayerReader reader) {
        this.node = node;
        this.reader = reader;
    }

    private JsonNode argument(String key) {
        return node.config().path(key);
    }

    private Optional<LayerSpec> unable(String key) {
        return reader.unable(key, argument(key).toString());
    }

    Optional<LayerSpec> read() {
        boolean pools = node.className().contains("Pool");
        String key = pools ? "pool_size" : "kernel_size";
        Optional<Integer> size = KerasShapes.square(argument(key), pools ? 2 : 0);
        if (size.isEmpty()) {
            return unable(key);
        }
        Optional<Integer> stride = KerasShapes.square(argument("strides"), pools ? size.get() : 1);
        if (stride.isEmpty()) {
            return unable("strides");
        }
        String padding = node.text("padding", "valid");
        if (!padding.equals("same") && !padding.equals("valid")) {
            return unable("padding");
        }
        var window =
                new Window(
                        size.get(),
                        stride.get(),
                        padding.equals("same") ? Padding.SAME : Padding.VALID);
        return switch (node.className()) {
            case "MaxPooling2D", "MaxPool2D" ->
                    Optional.of(new MaxPool(window.size(), window.stride(), window.padding()));
            case "AveragePooling2D", "AvgPool2D" ->
                    Optional.of(new AveragePool(window.size(), window.stride(), window.padding()));
            default -> convolution(window);
        };
    }

    private Optional<LayerSpec> convolution(Window window) {
        Optional<Integer> dilation = KerasShapes.square(argument("dilation_rate"), 1);
        boolean plain = node.className().equals("Conv2D");
        if (dilation.isEmpty() || (!plain && dilation.get() != 1)) {
            return unable("dilation_rate");
        }
        if (node.number("groups", 1) != 1) {
            return unable("groups");
        }
        JsonNode outputPadding = argument("output_padding");
        if (!outputPadding.isMissingNode() && !outputPadding.isNull()) {
            return unable("output_padding");
        }
        return Optional.of(convolution(window, dilation.get()));
    }

    private LayerSpec convolution(Window window, int dilation) {
        int filters = (int) node.number("filters", 0);
        int multiplier = (int) node.number("depth_multiplier", 1);
        boolean bias = node.truth("use_bias", true);
        Activation activation = reader.activation();
        int size = window.size();
        int stride = window.stride();
        Padding padding = window.padding();
        return switch (node.className()) {
            case "Conv2DTranspose" ->
                    new Conv2DTranspose(filters, size, stride, padding, bias, activation);
            case "DepthwiseConv2D" ->
                    new DepthwiseConv2D(multiplier, size, stride, padding, bias, activation);
            case "SeparableConv2D" ->
                    new SeparableConv2D(
                            filters, multiplier, size, stride, padding, bias, activation);
            default ->
                    new Conv2D(filters, size, stride, padding, bias, activation)
                            .withDilation(dilation);
        };
    }
}
