package org.ganatelier.exchange.onnx;

import org.ganatelier.experiment.layer.Activation;

import java.util.List;

/** Activations as ONNX has them at opset 13. */
final class ActivationNodes {
    private ActivationNodes() {}

    /** Adds one behind a value, and returns the name of what comes out. */
    static String add(Activation activation, String in, GraphBuilder graph) {
        List<String> input = List.of(in);
        return switch (activation) {
            case Activation.Linear _ -> in;
            case Activation.ReLU _ -> graph.node("Relu", input);
            case Activation.LeakyReLU(double slope) ->
                    graph.node("LeakyRelu", input, Attribute.number("alpha", slope));
            case Activation.ELU _ -> graph.node("Elu", input, Attribute.number("alpha", 1));
            // Its defaults are the paper's constants.
            case Activation.SELU _ -> graph.node("Selu", input);
            case Activation.GELU _ -> gelu(in, graph);
            case Activation.Tanh _ -> graph.node("Tanh", input);
            case Activation.Sigmoid _ -> graph.node("Sigmoid", input);
            case Activation.Softplus _ -> graph.node("Softplus", input);
            case Activation.Swish _ -> graph.node("Mul", List.of(in, graph.node("Sigmoid", input)));
        };
    }

    /** The operator Gelu is younger: x * (1 + erf(x / sqrt 2)) / 2, as PyTorch writes it too. */
    private static String gelu(String in, GraphBuilder graph) {
        String root = graph.number("root_of_two", Math.sqrt(2));
        String erf = graph.node("Erf", List.of(graph.node("Div", List.of(in, root))));
        String share = graph.node("Add", List.of(erf, graph.number("one", 1)));
        String twice = graph.node("Mul", List.of(in, share));
        return graph.node("Mul", List.of(twice, graph.number("half", 0.5)));
    }
}
