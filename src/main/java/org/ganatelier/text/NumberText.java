package org.ganatelier.text;

import java.math.BigDecimal;

/** Numbers as they stand in fields and are typed there. */
public final class NumberText {
    /** Below this, plain digits are mostly zeros: 1e-5 reads better than 0.00001. */
    private static final double SMALLEST_PLAIN = 1e-4;

    /** From here on they are too many: 4.1e30. */
    private static final double LARGEST_PLAIN = 1e9;

    /** U+2212, as in every number that is shown; a hyphen may be typed. */
    public static final String MINUS = "−";

    private NumberText() {}

    /**
     * The shortest text that reads back as the same value, with the language's own decimal sign:
     * "0.0005" or "0,0005", "1e-5", "2".
     */
    public static String say(Words words, double value) {
        return text(value).replace('.', words.decimalSign());
    }

    private static String text(double value) {
        if (value < 0) {
            return MINUS + text(-value);
        }
        if (value >= LARGEST_PLAIN || (value != 0 && value < SMALLEST_PLAIN)) {
            return Double.toString(value).replace(".0E", "e").replace('E', 'e');
        }
        // Without the sign of a zero below zero.
        return new BigDecimal(Double.toString(Math.abs(value)))
                .stripTrailingZeros()
                .toPlainString();
    }
}
