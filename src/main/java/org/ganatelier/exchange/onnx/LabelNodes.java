package org.ganatelier.exchange.onnx;

import org.ganatelier.exchange.model.PortableNetwork;
import org.ganatelier.experiment.basics.Shape;

import java.util.Arrays;
import java.util.List;

/** Classes as ONNX nodes take them: whole numbers from 0. */
final class LabelNodes {
    private LabelNodes() {}

    /** Joins a value, or a plane, for each class to a sample: 1 for its own, 0 for the others. */
    static String joined(String in, String label, int classes, Shape sample, GraphBuilder graph) {
        graph.enter("labels");
        var identity = new float[classes * classes];
        for (int i = 0; i < classes; i++) {
            identity[i * classes + i] = 1;
        }
        String oneHot =
                graph.node(
                        "Gather",
                        List.of(graph.floats("one_hot", identity, classes, classes), label));
        String behind =
                switch (sample) {
                    case Shape.Flat _ -> oneHot;
                    case Shape.Image image -> planes(oneHot, classes, image, graph);
                };
        return graph.node("Concat", List.of(in, behind), Attribute.whole("axis", 1));
    }

    private static String planes(
            String oneHot, int classes, Shape.Image image, GraphBuilder graph) {
        String pixel =
                graph.node("Reshape", List.of(oneHot, graph.wholes("pixel", 0, classes, 1, 1)));
        var ones = new float[image.height() * image.width()];
        Arrays.fill(ones, 1);
        String plane = graph.floats("plane", ones, 1, 1, image.height(), image.width());
        return graph.node("Mul", List.of(pixel, plane));
    }

    /**
     * Adds to the score the product of the class's vector with what goes into the last layer.
     *
     * @param features what goes into the last layer
     * @param score what comes out of it
     */
    static String projected(
            PortableNetwork network,
            String features,
            String score,
            String label,
            GraphBuilder graph) {
        graph.enter("projection");
        var last = network.layers().getLast();
        long[] shape =
                last.parameter("embedding").orElseThrow().shape().stream()
                        .mapToLong(Long::longValue)
                        .toArray();
        String table = graph.floats("embedding", last.array("embedding"), shape);
        String vector = graph.node("Gather", List.of(table, label));
        String products = graph.node("Mul", List.of(features, vector));
        String sum = graph.node("ReduceSum", List.of(products, graph.wholes("second", 1)));
        return graph.node("Add", List.of(score, sum));
    }
}
