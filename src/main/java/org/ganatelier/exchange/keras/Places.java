package org.ganatelier.exchange.keras;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.ParameterPlan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where the numbers of a parameter lie in Keras's array.
 *
 * @param keras what Keras calls it
 * @param ours what this program calls it
 * @param shape of Keras's array
 * @param places for each place there, the place here
 */
record Places(String keras, String ours, List<Integer> shape, int[] places) {
    static final String EMBEDDING = "embedding";

    private static final Map<String, String> NAMES =
            Map.of(
                    "weight",
                    "kernel",
                    "slope",
                    "alpha",
                    "mean",
                    "moving_mean",
                    "variance",
                    "moving_variance",
                    EMBEDDING,
                    "kernel");

    Places {
        shape = List.copyOf(shape);
    }

    /** Ours in Keras's order. */
    float[] theirs(float[] values) {
        var theirs = new float[places.length];
        for (int i = 0; i < theirs.length; i++) {
            theirs[i] = values[places[i]];
        }
        return theirs;
    }

    /** Keras's in our order. */
    float[] ours(float[] values) {
        var ours = new float[places.length];
        for (int i = 0; i < ours.length; i++) {
            ours[places[i]] = values[i];
        }
        return ours;
    }

    /** Of all parameters of a layer, in Keras's order, an embedding last. */
    static List<Places> of(LayerPlan layer, FlatOrders.Step step) {
        var all = new ArrayList<Places>();
        for (ParameterPlan parameter : layer.parameters()) {
            if (!parameter.name().equals("u")) {
                all.add(of(parameter, layer, step));
            }
        }
        return all;
    }

    private static Places of(ParameterPlan parameter, LayerPlan layer, FlatOrders.Step step) {
        String keras = NAMES.getOrDefault(parameter.name(), parameter.name());
        List<Integer> ours = parameter.shape().stream().map(Math::toIntExact).toList();
        boolean image = layer.input().orElseThrow() instanceof Shape.Image;
        return switch (parameter.axes()) {
            case CHANNELS -> {
                int count = ours.getFirst();
                FlatOrder order = parameter.name().equals("bias") ? step.out() : step.in();
                boolean perChannel = keras.equals("alpha") && image;
                yield new Places(
                        keras,
                        parameter.name(),
                        perChannel ? List.of(1, 1, count) : ours,
                        order.places(count));
            }
            case IN_OUT ->
                    matrix(
                            keras,
                            parameter.name(),
                            step.in().places(ours.get(0)),
                            step.out().places(ours.get(1)));
            case CLASSES_FEATURES ->
                    matrix(
                            keras,
                            parameter.name(),
                            FlatOrder.OURS.places(ours.get(0)),
                            step.in().places(ours.get(1)));
            case OUT_IN_ROWS_COLUMNS, IN_OUT_ROWS_COLUMNS -> kernel(keras, parameter, ours, layer);
        };
    }

    private static Places matrix(String keras, String name, int[] rows, int[] columns) {
        var places = new int[Math.multiplyExact(rows.length, columns.length)];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                places[i * columns.length + j] = rows[i] * columns.length + columns[j];
            }
        }
        return new Places(keras, name, List.of(rows.length, columns.length), places);
    }

    /** Rows and columns come first in Keras, and then the second axis before the first one. */
    private static Places kernel(
            String keras, ParameterPlan parameter, List<Integer> ours, LayerPlan layer) {
        int first = ours.get(0);
        int second = ours.get(1);
        int height = ours.get(2);
        int width = ours.get(3);
        var places = new int[Math.toIntExact(parameter.count())];
        int i = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int s = 0; s < second; s++) {
                    for (int f = 0; f < first; f++) {
                        places[i++] = ((f * second + s) * height + y) * width + x;
                    }
                }
            }
        }
        List<Integer> shape = List.of(height, width, second, first);
        if (parameter.name().equals("depthwise_kernel")) {
            // Of one channel in lie all of its channels out side by side, here and there.
            int channels = layer.input().orElseThrow().asImage().channels();
            shape = List.of(height, width, channels, first / channels);
        }
        return new Places(keras, parameter.name(), shape, places);
    }
}
