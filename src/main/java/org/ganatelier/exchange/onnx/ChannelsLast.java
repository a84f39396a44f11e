package org.ganatelier.exchange.onnx;

import org.ganatelier.exchange.model.ImageOrder;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.PReLU;
import org.ganatelier.experiment.layer.Reshape;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps account of images whose channels are last, as Keras's exporters leave them: they are turned
 * for each convolution, and where one becomes a vector, or a vector one, the weights beside it are
 * put in this program's order. Owned by one thread.
 */
final class ChannelsLast {
    /** What works on images however they lie. */
    private static final Set<String> INDIFFERENT =
            Set.of(
                    "Transpose",
                    "Flatten",
                    "Reshape",
                    "Relu",
                    "LeakyRelu",
                    "Elu",
                    "Selu",
                    "Tanh",
                    "Sigmoid",
                    "Softplus",
                    "Dropout",
                    "Identity",
                    "Cast",
                    "Gelu");

    private final StackBuilder stack;

    /** Whether the image that reaches the end lies channels last in the file. */
    private boolean turned;

    /** For each value of the file's vector, its place in ours; empty where they are the same. */
    private Optional<int[]> places = Optional.empty();

    ChannelsLast(StackBuilder stack) {
        this.stack = stack;
    }

    /** Whether a node can be read as if channels came first. */
    boolean allows(Node node) {
        return !turned || INDIFFERENT.contains(node.operator());
    }

    /** Reads a transposition. */
    void turn(Node node) {
        String axes = Arrays.toString(node.wholes("perm"));
        Optional<Shape.Image> image = stack.image();
        boolean first = axes.equals("[0, 3, 1, 2]");
        boolean last = axes.equals("[0, 2, 3, 1]") && image.isPresent();
        if (turned ? first : last) {
            turned = !turned;
            stack.pass(node, "perm");
        } else if (first && stack.isEmpty() && image.isPresent()) {
            stack.reshape(image.map(ChannelsLast::asMeant));
            stack.pass(node, "perm");
        } else if (first && image.isPresent() && beginsWithVector(image.get())) {
            stack.pass(node, "perm");
        } else {
            stack.unable(node, "perm", axes);
        }
    }

    /** [height, width, channels] that was taken for [channels, height, width]. */
    private static Shape.Image asMeant(Shape.Image read) {
        return new Shape.Image(
                /* height= */ read.channels(),
                /* width= */ read.height(),
                /* channels= */ read.width());
    }

    /** Turns the image that a vector just became, and all that made the vector. */
    private boolean beginsWithVector(Shape.Image read) {
        int last = stack.size() - 1;
        if (!stack.layer(last).equals(new Reshape(read))) {
            return false;
        }
        Shape.Image image = asMeant(read);
        int[] order = ImageOrder.CHANNELS_LAST.places(image);
        int first = last - 1;
        while (first >= 0 && isPerValue(stack.layer(first))) {
            first--;
        }
        if (first < 0 || !(stack.layer(first) instanceof Dense)) {
            return false;
        }
        for (int i = first; i < last; i++) {
            // Columns of the weights as well as values of vectors.
            stack.numbers(i).replaceAll((_, values) -> columns(values, order));
        }
        stack.replaceShape(new Reshape(image), image);
        return true;
    }

    private static boolean isPerValue(LayerSpec layer) {
        return layer instanceof BatchNorm
                || layer instanceof LayerNorm
                || layer instanceof PReLU
                || layer instanceof Activate
                || layer instanceof Dropout;
    }

    private static float[] columns(float[] values, int... order) {
        var ordered = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int row = i / order.length * order.length;
            ordered[row + order[i % order.length]] = values[i];
        }
        return ordered;
    }

    private static float[] rows(float[] values, int... order) {
        int width = values.length / order.length;
        var ordered = new float[values.length];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(values, i * width, ordered, order[i] * width, width);
        }
        return ordered;
    }

    /**
     * Puts the numbers of a layer that was just added in order.
     *
     * @param before what reached it
     */
    void follow(Node node, Optional<Shape.Image> before) {
        LayerSpec layer = stack.layer(stack.size() - 1);
        Map<String, float[]> numbers = stack.numbers(stack.size() - 1);
        if (turned && layer instanceof Flatten && before.isPresent()) {
            turned = false;
            places = before.map(ImageOrder.CHANNELS_LAST::places);
        } else if (places.isPresent() && layer instanceof Dense) {
            int[] order = places.get();
            numbers.computeIfPresent("weight", (_, values) -> rows(values, order));
            places = Optional.empty();
        } else if (places.isPresent() && isPerValue(layer)) {
            int[] order = places.get();
            numbers.replaceAll((_, values) -> columns(values, order));
        } else if (places.isPresent() || (turned && layer instanceof Reshape)) {
            places = Optional.empty();
            turned = false;
            stack.unable(node, "shape", "");
        }
    }
}
