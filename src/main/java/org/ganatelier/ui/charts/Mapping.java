package org.ganatelier.ui.charts;

/** How values lie along an axis: a rising function, and the way back. */
sealed interface Mapping {
    /** Equal differences are equally far apart. */
    record Linear() implements Mapping {}

    /** Equal quotients are equally far apart; for values above zero. */
    record Logarithmic() implements Mapping {}

    /**
     * As logarithmic above a threshold and below its negative, and linear between the two: for
     * values of both signs (Webber 2013, "A bi-symmetric log transformation for wide-range data").
     * Here the linear part is as long as a decade on each side of zero.
     *
     * @param linear the threshold, above 0
     */
    record Symmetric(double linear) implements Mapping {}

    /** The place of a value. */
    default double at(double value) {
        return switch (this) {
            case Linear() -> value;
            case Logarithmic() -> Math.log10(Math.max(value, Double.MIN_NORMAL));
            case Symmetric(double linear) -> {
                double size = Math.abs(value) / linear;
                yield Math.signum(value) * (size <= 1 ? size : 1 + Math.log10(size));
            }
        };
    }

    /** The value at a place. */
    default double value(double at) {
        return switch (this) {
            case Linear() -> at;
            case Logarithmic() -> Math.pow(10, at);
            case Symmetric(double linear) -> {
                double size = Math.abs(at);
                yield Math.signum(at) * linear * (size <= 1 ? size : Math.pow(10, size - 1));
            }
        };
    }
}
