package org.ganatelier.exchange.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;

import org.ganatelier.exchange.model.PortableLayer;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Window;
import org.ganatelier.experiment.layer.Windowed;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Convolutions and poolings as ONNX has them. */
final class WindowNodes {
    /** In front of the kind of padding in a node's remark. */
    static final String PADDING = "padding=";

    private final PortableLayer layer;
    private final GraphBuilder graph;

    WindowNodes(PortableLayer layer, GraphBuilder graph) {
        this.layer = layer;
        this.graph = graph;
    }

    /** The kind of padding, which the pads alone do not tell. */
    static String remark(Padding padding) {
        return switch (padding) {
            case Padding.Same _ -> PADDING + "same";
            case Padding.Valid _ -> PADDING + "valid";
            case Padding.Explicit _ -> PADDING + "explicit";
        };
    }

    /**
     * @param inputs what comes in, the weights and, where there is one, the bias
     */
    String convolution(Window window, int dilation, List<String> inputs, AttributeProto group) {
        int reach = 1 + dilation * (window.size() - 1);
        return graph.node(
                remark(window.padding()),
                "Conv",
                inputs,
                with(
                        settings(window, reach),
                        Attribute.wholes("dilations", dilation, dilation),
                        group));
    }

    /** A convolution of each channel by itself. */
    String depthwise(Window window, List<String> inputs) {
        return convolution(window, 1, inputs, Attribute.whole("group", in().channels()));
    }

    /** A pooling of the layer's own window. */
    String pool(String operator, String in, AttributeProto... more) {
        Window window = ((Windowed) layer.spec()).window();
        return graph.node(
                remark(window.padding()),
                operator,
                List.of(in),
                with(settings(window, window.size()), more));
    }

    private AttributeProto[] settings(Window window, int reach) {
        // Of a separable convolution the first part alone moves a window: the sides are the same.
        var out = (Shape.Image) layer.output();
        Pads pads = Pads.of(in(), out, reach, window.stride(), window.padding());
        return new AttributeProto[] {
            Attribute.wholes("kernel_shape", window.size(), window.size()),
            Attribute.wholes("strides", window.stride(), window.stride()),
            Attribute.wholes("pads", pads.all())
        };
    }

    private Shape.Image in() {
        return (Shape.Image) layer.input();
    }

    private static AttributeProto[] with(AttributeProto[] some, AttributeProto... more) {
        return Stream.of(some, more).flatMap(Arrays::stream).toArray(AttributeProto[]::new);
    }
}
