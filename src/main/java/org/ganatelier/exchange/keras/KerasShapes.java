package org.ganatelier.exchange.keras;

import org.ganatelier.experiment.basics.Shape;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads shapes and pairs of numbers. */
final class KerasShapes {
    private KerasShapes() {}

    /** What a layer says of the samples that go in; empty where it says nothing, or not all. */
    static Optional<Shape> ofInput(GraphNode node) {
        for (String key : List.of("batch_shape", "batch_input_shape")) {
            JsonNode shape = node.config().path(key);
            if (shape.isArray() && !shape.isEmpty()) {
                List<Integer> sizes = numbers(shape);
                return shape(sizes.subList(1, sizes.size()));
            }
        }
        return Optional.empty();
    }

    /** A vector or an image; empty of all others. */
    static Optional<Shape> shape(List<Integer> sizes) {
        if (sizes.stream().anyMatch(size -> size < 1)) {
            return Optional.empty();
        }
        return switch (sizes.size()) {
            case 1 -> Optional.of(new Shape.Flat(sizes.getFirst()));
            case 3 -> Optional.of(new Shape.Image(sizes.get(0), sizes.get(1), sizes.get(2)));
            default -> Optional.empty();
        };
    }

    /** Whole numbers of a list; -1 for whatever else stands there. */
    static List<Integer> numbers(JsonNode list) {
        var numbers = new ArrayList<Integer>();
        for (JsonNode each : list) {
            numbers.add(each.isInt() ? each.asInt() : -1);
        }
        return numbers;
    }

    /**
     * The same number for rows and columns, written once or twice.
     *
     * @return empty where the two differ, or are none
     */
    static Optional<Integer> square(JsonNode node, int absent) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.of(absent);
        }
        if (node.isInt()) {
            return Optional.of(node.asInt());
        }
        List<Integer> both = numbers(node);
        boolean same = both.size() == 2 && both.get(0).equals(both.get(1));
        return same ? Optional.of(both.getFirst()) : Optional.empty();
    }

    /** Rows above and below, columns left and right: of one number, two, or two pairs. */
    static Optional<List<Integer>> borders(JsonNode node) {
        if (node.isInt()) {
            int all = node.asInt();
            return Optional.of(List.of(all, all, all, all));
        }
        if (node.size() == 2 && node.path(0).isArray()) {
            List<Integer> rows = numbers(node.path(0));
            List<Integer> columns = numbers(node.path(1));
            return rows.size() == 2 && columns.size() == 2
                    ? Optional.of(List.of(rows.get(0), rows.get(1), columns.get(0), columns.get(1)))
                    : Optional.empty();
        }
        List<Integer> both = numbers(node);
        return both.size() == 2
                ? Optional.of(List.of(both.get(0), both.get(0), both.get(1), both.get(1)))
                : Optional.empty();
    }
}
