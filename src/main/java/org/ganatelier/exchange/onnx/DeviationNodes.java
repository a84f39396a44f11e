package org.ganatelier.exchange.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;

import org.ganatelier.experiment.basics.Shape;

import java.util.Arrays;
import java.util.List;

/**
 * Minibatch standard deviation of a batch of any size: sample n belongs to group n mod groups, of
 * which there are batch / size rounded down, but at least one. Sums over a group are products with
 * a matrix [groups, batch] of ones and zeros.
 */
final class DeviationNodes {
    /** Added to the variance: see the paper's program (Karras et al. 2018, arXiv:1710.10196). */
    private static final double EPSILON = 1e-8;

    private static final AttributeProto OF_EACH_ROW = Attribute.wholes("axes", 1);

    private DeviationNodes() {}

    /** Adds the channel, or the value, behind the others. */
    static String add(int groupSize, Shape shape, String in, GraphBuilder graph) {
        String zero = graph.whole("zero", 0);
        String one = graph.whole("one", 1);
        String batch = graph.node("Gather", List.of(graph.node("Shape", List.of(in)), zero));
        String whole = graph.node("Div", List.of(batch, graph.whole("group_size", groupSize)));
        String groups = graph.node("Max", List.of(whole, one));
        String samples = graph.node("Range", List.of(zero, batch, one));
        String group = graph.node("Mod", List.of(samples, groups));
        String deviations = deviations(in, group, groups, graph);
        String mean = graph.node("ReduceMean", List.of(deviations), OF_EACH_ROW);
        String each = graph.node("Gather", List.of(mean, group));
        return graph.node(
                "Concat", List.of(in, spread(each, shape, graph)), Attribute.whole("axis", 1));
    }

    /** The deviation of each value in each group, [groups, values]. */
    private static String deviations(String in, String group, String groups, GraphBuilder graph) {
        String offAndOn = graph.floats("off_and_on", new float[] {0, 1}, 2);
        String members = graph.node("OneHot", List.of(group, groups, offAndOn));
        String byGroup = graph.node("Transpose", List.of(members), Attribute.wholes("perm", 1, 0));
        String sizes = graph.node("ReduceSum", List.of(byGroup, graph.wholes("second", 1)));
        String values = graph.node("Flatten", List.of(in), Attribute.whole("axis", 1));
        String means =
                graph.node("Div", List.of(graph.node("MatMul", List.of(byGroup, values)), sizes));
        String centred =
                graph.node("Sub", List.of(values, graph.node("Gather", List.of(means, group))));
        String squares = graph.node("Mul", List.of(centred, centred));
        String variance =
                graph.node("Div", List.of(graph.node("MatMul", List.of(byGroup, squares)), sizes));
        String safe = graph.node("Add", List.of(variance, graph.number("epsilon", EPSILON)));
        return graph.node("Sqrt", List.of(safe));
    }

    /** A number for each sample, [batch, 1], as a plane of an image; for a vector as it is. */
    private static String spread(String each, Shape shape, GraphBuilder graph) {
        return switch (shape) {
            case Shape.Flat _ -> each;
            case Shape.Image(int height, int width, int _) -> {
                String pixel =
                        graph.node("Reshape", List.of(each, graph.wholes("pixel", 0, 1, 1, 1)));
                var ones = new float[height * width];
                Arrays.fill(ones, 1);
                yield graph.node(
                        "Mul", List.of(pixel, graph.floats("plane", ones, 1, 1, height, width)));
            }
        };
    }
}
