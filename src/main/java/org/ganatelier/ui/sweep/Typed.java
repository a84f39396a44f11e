package org.ganatelier.ui.sweep;

import org.ganatelier.experiment.basics.InvalidValue;
import org.ganatelier.ui.widget.Numbers;

import java.util.Optional;

/** Numbers that were typed into the form; empty while they are none. */
final class Typed {
    private Typed() {}

    static Optional<Double> decimal(String text) {
        try {
            return Optional.of(Numbers.parseDecimal(text));
        } catch (InvalidValue _) {
            return Optional.empty();
        }
    }

    /**
     * A whole number.
     *
     * @param least the smallest that is taken
     */
    static Optional<Integer> whole(String text, int least) {
        try {
            return Optional.of(Numbers.parseWhole(text)).filter(value -> value >= least);
        } catch (InvalidValue _) {
            return Optional.empty();
        }
    }
}
