package org.ganatelier.exchange.code;

import java.math.BigDecimal;

/** How values are written in Python. */
public final class Python {
    private static final double LEAST_PLAIN = 1e-4;
    private static final double MOST_PLAIN = 1e15;

    private Python() {}

    /** A number that Python reads as the same double: 0.0002, 1e-5, 3.0 as 3.0. */
    public static String number(double value) {
        double size = Math.abs(value);
        String shortest = Double.toString(value);
        if (size != 0 && (size < LEAST_PLAIN || size >= MOST_PLAIN)) {
            return shortest.replace(".0E", "E").replace('E', 'e');
        }
        String plain = new BigDecimal(shortest).stripTrailingZeros().toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    /** True or False. */
    public static String truth(boolean value) {
        return value ? "True" : "False";
    }

    /** A string in double quotes. */
    public static String string(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '"', '\\' -> quoted.append('\\').appendCodePoint(c);
                                default -> {
                                    if (c < ' ' || c == 0x7f) {
                                        quoted.append("\\x%02x".formatted(c));
                                    } else {
                                        quoted.appendCodePoint(c);
                                    }
                                }
                            }
                        });
        return quoted.append('"').toString();
    }
}
