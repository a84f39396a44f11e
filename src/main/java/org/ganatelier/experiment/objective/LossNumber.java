package org.ganatelier.experiment.objective;

import org.ganatelier.experiment.basics.Require;

/**
 * A number that one loss has of its own.
 *
 * @param name in JSON
 * @param symbol in formulas
 * @param usual where nothing else is said
 * @param least the smallest value, itself possible only where {@code fromLeast}
 * @param most the largest value, itself possible
 */
public record LossNumber(
        String name, String symbol, double usual, double least, boolean fromLeast, double most) {
    void check(double value) {
        boolean high = fromLeast ? value >= least : value > least;
        Require.that(high && value <= most, refusal());
    }

    private String refusal() {
        return fromLeast
                ? "%s must be between %.0f and %.0f".formatted(name, least, most)
                : "%s must be above %.0f and at most %.0f".formatted(name, least, most);
    }
}
