package org.ganatelier.exchange.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;

import org.ganatelier.exchange.model.PortableLayer;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
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
import org.ganatelier.experiment.layer.ZeroPadding2D;

import java.util.List;

/** A layer as nodes of an ONNX graph, in inference mode. */
final class LayerNodes {
    private final PortableLayer layer;
    private final GraphBuilder graph;

    LayerNodes(PortableLayer layer, GraphBuilder graph) {
        this.layer = layer;
        this.graph = graph;
    }

    /** Adds the layer behind a value, and returns the name of what comes out. */
    String add(String in) {
        return switch (layer.spec()) {
            case Dense(int _, boolean bias, boolean _, Activation activation) ->
                    bent(graph.node("Gemm", weighted(in, "weight", bias)), activation);
            case Conv2D conv -> bent(convolution(conv, in), conv.activation());
            case Conv2DTranspose conv -> bent(transposed(conv, in), conv.activation());
            case DepthwiseConv2D conv ->
                    bent(
                            new WindowNodes(layer, graph)
                                    .depthwise(
                                            conv.window(),
                                            weighted(in, "depthwise_kernel", conv.bias())),
                            conv.activation());
            case SeparableConv2D conv -> bent(separable(conv, in), conv.activation());
            case UpSampling2D(int size) -> enlarged(size, in);
            case PixelShuffle(int factor) ->
                    graph.node(
                            "DepthToSpace",
                            List.of(in),
                            Attribute.whole("blocksize", factor),
                            // Column, row, depth: the default is TensorFlow's order of channels.
                            Attribute.text("mode", "CRD"));
            case BatchNorm(double momentum, double epsilon, Activation activation) ->
                    bent(batchNorm(momentum, epsilon, in), activation);
            case LayerNorm(double epsilon, Activation activation) ->
                    bent(layerNorm(epsilon, in), activation);
            case Activate(Activation activation) -> ActivationNodes.add(activation, in, graph);
            case PReLU _ -> graph.node("PRelu", List.of(in, perChannel("slope")));
            // It does nothing at inference; other programs see that it was there.
            case Dropout(double rate) ->
                    graph.node("Dropout", List.of(in, graph.number("rate", rate)));
            case GaussianNoise _ -> in;
            case MinibatchStdDev(int groupSize) ->
                    DeviationNodes.add(groupSize, layer.input(), in, graph);
            case Reshape(Shape target) -> reshaped(target, in);
            case Flatten _ -> flat(in);
            case MaxPool(int _, int _, var _) -> new WindowNodes(layer, graph).pool("MaxPool", in);
            case AveragePool(int _, int _, var _) ->
                    new WindowNodes(layer, graph)
                            .pool("AveragePool", in, Attribute.whole("count_include_pad", 0));
            case Cropping2D crop -> cropped(crop, in);
            case ZeroPadding2D(int top, int bottom, int left, int right) ->
                    graph.node(
                            "Pad",
                            List.of(in, graph.wholes("pads", 0, 0, top, left, 0, 0, bottom, right)),
                            Attribute.text("mode", "constant"));
            case GlobalMaxPool _ -> flat(graph.node("GlobalMaxPool", List.of(in)));
            case GlobalAveragePool _ -> flat(graph.node("GlobalAveragePool", List.of(in)));
        };
    }

    private String bent(String in, Activation activation) {
        return ActivationNodes.add(activation, in, graph);
    }

    private String flat(String in) {
        return graph.node("Flatten", List.of(in), Attribute.whole("axis", 1));
    }

    /** What comes in, the weights and, where there is one, the bias. */
    private List<String> weighted(String in, String weight, boolean bias) {
        return bias
                ? List.of(in, parameter(weight), parameter("bias"))
                : List.of(in, parameter(weight));
    }

    /** A parameter in the shape that it has here. */
    private String parameter(String name) {
        long[] shape =
                layer.parameter(name).orElseThrow().shape().stream()
                        .mapToLong(Long::longValue)
                        .toArray();
        return graph.floats(name, layer.array(name), shape);
    }

    /** A value for each channel, so that it meets its channel of an image. */
    private String perChannel(String name) {
        float[] values = layer.array(name);
        return switch (layer.input()) {
            case Shape.Flat _ -> graph.floats(name, values, values.length);
            case Shape.Image _ -> graph.floats(name, values, values.length, 1, 1);
        };
    }

    private String convolution(Conv2D conv, String in) {
        return new WindowNodes(layer, graph)
                .convolution(
                        conv.window(),
                        conv.dilation(),
                        weighted(in, "weight", conv.bias()),
                        Attribute.whole("group", 1));
    }

    private String transposed(Conv2DTranspose conv, String in) {
        Pads pads = Pads.of(conv);
        return graph.node(
                WindowNodes.remark(conv.padding()),
                "ConvTranspose",
                weighted(in, "weight", conv.bias()),
                Attribute.wholes("kernel_shape", conv.kernel(), conv.kernel()),
                Attribute.wholes("strides", conv.stride(), conv.stride()),
                Attribute.wholes("pads", pads.all()),
                Attribute.wholes("output_padding", pads.outputPadding(), pads.outputPadding()));
    }

    private String separable(SeparableConv2D conv, String in) {
        String between =
                new WindowNodes(layer, graph)
                        .depthwise(conv.window(), weighted(in, "depthwise_kernel", false));
        return graph.node(
                "Conv",
                weighted(between, "pointwise_kernel", conv.bias()),
                Attribute.wholes("kernel_shape", 1, 1));
    }

    private String enlarged(int size, String in) {
        return graph.node(
                "Resize",
                List.of(in, "", graph.floats("scales", new float[] {1, 1, size, size}, 4)),
                Attribute.text("mode", "nearest"),
                Attribute.text("coordinate_transformation_mode", "asymmetric"),
                Attribute.text("nearest_mode", "floor"));
    }

    private String batchNorm(double momentum, double epsilon, String in) {
        return graph.node(
                "BatchNormalization",
                List.of(
                        in,
                        parameter("gamma"),
                        parameter("beta"),
                        parameter("mean"),
                        parameter("variance")),
                Attribute.number("epsilon", epsilon),
                Attribute.number("momentum", momentum));
    }

    /** By hand, of the whole sample: the operator LayerNormalization is younger. */
    private String layerNorm(double epsilon, String in) {
        AttributeProto axes =
                switch (layer.input()) {
                    case Shape.Flat _ -> Attribute.wholes("axes", 1);
                    case Shape.Image _ -> Attribute.wholes("axes", 1, 2, 3);
                };
        String mean = graph.node("ReduceMean", List.of(in), axes);
        String centred = graph.node("Sub", List.of(in, mean));
        String squares = graph.node("Pow", List.of(centred, graph.number("two", 2)));
        String variance = graph.node("ReduceMean", List.of(squares), axes);
        String safe = graph.node("Add", List.of(variance, graph.number("epsilon", epsilon)));
        String normal = graph.node("Div", List.of(centred, graph.node("Sqrt", List.of(safe))));
        String scaled = graph.node("Mul", List.of(normal, perChannel("gamma")));
        return graph.node("Add", List.of(scaled, perChannel("beta")));
    }

    /** The batch stays as it is: ONNX says so by a zero. */
    private String reshaped(Shape target, String in) {
        long[] sample = GraphBuilder.dimensions(target);
        var all = new long[sample.length + 1];
        System.arraycopy(sample, 0, all, 1, sample.length);
        return graph.node("Reshape", List.of(in, graph.wholes("shape", all)));
    }

    private String cropped(Cropping2D crop, String in) {
        return graph.node(
                "Slice",
                List.of(
                        in,
                        graph.wholes("starts", crop.top(), crop.left()),
                        graph.wholes("ends", fromEnd(crop.bottom()), fromEnd(crop.right())),
                        graph.wholes("axes", 2, 3)));
    }

    /** ONNX counts from the end below zero; beyond the end is the end. */
    private static long fromEnd(int pixels) {
        return pixels == 0 ? Integer.MAX_VALUE : -pixels;
    }
}
