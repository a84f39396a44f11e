package org.ganatelier.ui.widget;

import org.ganatelier.experiment.basics.InvalidValue;
import org.ganatelier.text.NumberText;
import org.ganatelier.text.Words;

import java.util.regex.Pattern;

/** Numbers as people read and type them. */
public final class Numbers {
    private static final String MINUS = NumberText.MINUS;

    private static final Pattern GROUPED =
            Pattern.compile("[+-]?\\d{1,3}((,\\d{3})+|(\\.\\d{3})+)");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");

    /** What a person types; Java's own parser would also take "1f", "0x1p3" and "NaN". */
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d{1,3})?");

    private Numbers() {}

    /**
     * The shortest text that reads back as the same value, with the language's own decimal sign:
     * "0.0005" or "0,0005", "1e-5", "2".
     */
    public static String text(Words words, double value) {
        return NumberText.say(words, value);
    }

    /**
     * Reads a whole number, with or without commas or points between thousands: "1568", "1,568",
     * "1.568".
     *
     * @throws InvalidValue where it is none
     */
    public static int parseWhole(String text) {
        long value = parseLong(text);
        if (value != (int) value) {
            throw new InvalidValue(new InvalidValue.Reason.TooLarge());
        }
        return (int) value;
    }

    /**
     * Reads a whole number of 64 bits, in the same forms.
     *
     * @throws InvalidValue where it is none
     */
    public static long parseLong(String text) {
        String typed = text.strip().replace(MINUS, "-");
        if (GROUPED.matcher(typed).matches()) {
            typed = typed.replaceAll("[,.]", "");
        }
        if (!WHOLE.matcher(typed).matches()) {
            throw new InvalidValue(new InvalidValue.Reason.NotWhole());
        }
        try {
            return Long.parseLong(typed);
        } catch (NumberFormatException tooLong) {
            var wrong = new InvalidValue(new InvalidValue.Reason.TooLarge());
            wrong.initCause(tooLong);
            throw wrong;
        }
    }

    /**
     * Reads a decimal number: "0.2", ".2", "0,2", "1e-3".
     *
     * @throws InvalidValue where it is none
     */
    public static double parseDecimal(String text) {
        String typed = text.strip().replace(MINUS, "-");
        if (!DECIMAL.matcher(typed).matches()) {
            throw new InvalidValue(new InvalidValue.Reason.NotANumber());
        }
        double value = Double.parseDouble(typed.replace(',', '.'));
        if (Double.isInfinite(value)) {
            throw new InvalidValue(new InvalidValue.Reason.TooLarge());
        }
        return value;
    }
}
