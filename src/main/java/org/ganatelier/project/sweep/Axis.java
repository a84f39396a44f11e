package org.ganatelier.project.sweep;

import java.util.List;

/**
 * One setting that is varied.
 *
 * @param path as {@code --set} takes it, such as {@code training.batchSize}
 */
public record Axis(String path, Values values) {
    /** Which values it takes. */
    public sealed interface Values {}

    /**
     * These.
     *
     * @param texts as {@code --set} takes them
     */
    public record Listed(List<String> texts) implements Values {
        public Listed {
            texts = List.copyOf(texts);
        }
    }

    /**
     * Some between two ends.
     *
     * @param from below {@code to}; above 0 where the scale is logarithmic
     * @param count at least 2
     */
    public record Range(double from, double to, int count, Scale scale, Draw draw)
            implements Values {
        /** The value at a place between the ends, 0 to 1. */
        public double at(double place) {
            return switch (scale) {
                case LINEAR -> from + place * (to - from);
                case LOG -> from * Math.pow(to / from, place);
            };
        }
    }

    /** How a range is divided. */
    public enum Scale {
        LINEAR,
        LOG
    }

    /** How values are taken from a range. */
    public enum Draw {
        /** Evenly, both ends included; every value is combined with all others. */
        GRID,
        /** Independently of each other. All ranges that are drawn so make one list of points. */
        RANDOM,
        /** As {@link #RANDOM}, but filling the space evenly (Halton 1960). */
        HALTON
    }
}
