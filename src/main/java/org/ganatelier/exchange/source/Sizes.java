package org.ganatelier.exchange.source;

import org.ganatelier.experiment.basics.Shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shapes out of lists of numbers. */
final class Sizes {
    /** What a size may be that is not known, such as None. */
    static final int UNKNOWN = 0;

    private Sizes() {}

    /** Whole numbers; {@link #UNKNOWN} for all else. */
    static List<Integer> of(List<Value> values) {
        var sizes = new ArrayList<Integer>();
        for (Value value : values) {
            double number = value.number().orElse((double) UNKNOWN);
            boolean whole = number == Math.rint(number) && Math.abs(number) < Integer.MAX_VALUE;
            sizes.add(whole ? (int) number : UNKNOWN);
        }
        return sizes;
    }

    /** Of one sample, channels last; empty where a size is not known. */
    static Optional<Shape> shape(List<Integer> sizes) {
        if (!sizes.stream().allMatch(size -> size > 0)) {
            return Optional.empty();
        }
        return switch (sizes.size()) {
            case 1 -> Optional.of(new Shape.Flat(sizes.getFirst()));
            case 2 -> Optional.of(new Shape.Image(sizes.get(0), sizes.get(1), 1));
            case 3 -> Optional.of(new Shape.Image(sizes.get(0), sizes.get(1), sizes.get(2)));
            default -> Optional.empty();
        };
    }

    /** Of one sample, channels first. */
    static Optional<Shape> channelsFirst(List<Integer> sizes) {
        return sizes.size() == 3
                ? shape(List.of(sizes.get(1), sizes.get(2), sizes.get(0)))
                : shape(sizes);
    }
}
