package org.ganatelier.experiment.objective;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.experiment.basics.Require;

/**
 * A number that one loss has of its own.
 *
 * @param name in JSON
 * @param symbol in formulas
 * @param usual where nothing else is said
 * @param range of its values
 * @param quantity what it is, where a value is refused
 */
public record LossNumber(String name, String symbol, double usual, Range range, Quantity quantity) {
    void check(double value) {
        Require.within(range, value, quantity);
    }
}
