package org.ganatelier.exchange.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;

import org.ganatelier.exchange.model.PortableLayer;
import org.ganatelier.exchange.model.PortableNetwork;
import org.ganatelier.plan.model.LabelUse;

/** A network as an ONNX model. */
final class NetworkGraph {
    static final String LABEL = "label";

    private static final String PRODUCER = "GAN Atelier";

    private NetworkGraph() {}

    /** What a network's first input is called. */
    static String input(PortableNetwork network) {
        return switch (network.side()) {
            case GENERATOR -> "z";
            case DISCRIMINATOR -> "image";
        };
    }

    /**
     * The model of a trained network: of its input, "z" or "image", and "label", whole numbers,
     * where it is told classes; it gives "output". The number of samples is free.
     */
    static ModelProto of(PortableNetwork network) {
        var graph = new GraphBuilder(network.side().id());
        String value = graph.input(input(network), network.inputWithoutLabel());
        String label = network.plan().labels().classes() > 0 ? graph.labels(LABEL) : "";
        if (network.plan().labels() instanceof LabelUse.Joined(int classes)) {
            value = LabelNodes.joined(value, label, classes, network.inputWithoutLabel(), graph);
        }
        String before = value;
        for (PortableLayer layer : network.layers()) {
            before = value;
            graph.enter("layers." + layer.index());
            value = new LayerNodes(layer, graph).add(value);
        }
        if (network.plan().labels() instanceof LabelUse.Projected) {
            value = LabelNodes.projected(network, before, value, label, graph);
        }
        return graph.model(value, network.plan().output().orElseThrow(), PRODUCER);
    }
}
