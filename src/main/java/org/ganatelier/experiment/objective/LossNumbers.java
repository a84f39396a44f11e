package org.ganatelier.experiment.objective;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The numbers that losses have of their own. Those of losses that are not played are kept: who
 * comes back to a loss finds its numbers as they were.
 */
public record LossNumbers(Map<LossNumber, Double> values) {
    /** Numbers that are not named have their usual values. */
    public LossNumbers {
        var all = new LinkedHashMap<LossNumber, Double>();
        for (Loss loss : Loss.all()) {
            for (LossNumber number : loss.numbers()) {
                double value = values.getOrDefault(number, number.usual());
                number.check(value);
                all.put(number, value);
            }
        }
        values = Map.copyOf(all);
    }

    /** The value of one of them. */
    public double of(LossNumber number) {
        return values.getOrDefault(number, number.usual());
    }

    /** With another value of one of them. */
    public LossNumbers with(LossNumber number, double value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(number, value);
        return new LossNumbers(changed);
    }
}
