package org.ganatelier.exchange.python;

import org.ganatelier.exchange.python.Expression.Numeral;
import org.ganatelier.exchange.python.Expression.Other;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/** Numbers as Python writes them (Python Language Reference, section 2.4.5). */
final class Numbers {
    /** More digits than a double has any use for. */
    private static final int LONGEST = 400;

    private Numbers() {}

    static Expression parse(String text, int line) throws UnreadableException {
        String plain = text.replace("_", "").toLowerCase(Locale.ROOT);
        if (plain.length() > LONGEST) {
            throw new UnreadableException(line);
        }
        try {
            if (plain.startsWith("0x") || plain.startsWith("0b") || plain.startsWith("0o")) {
                int radix = plain.startsWith("0x") ? 16 : plain.startsWith("0b") ? 2 : 8;
                return whole(new BigInteger(plain.substring(2), radix), line);
            }
            if (plain.endsWith("j")) {
                return new Other(List.of(), line);
            }
            if (plain.chars().allMatch(Character::isDigit)) {
                return whole(new BigInteger(plain), line);
            }
            if (!plain.matches("[0-9.e+-]+")) {
                throw new UnreadableException(line);
            }
            return new Numeral(Double.parseDouble(plain), false, line);
        } catch (NumberFormatException _) {
            throw new UnreadableException(line);
        }
    }

    private static Numeral whole(BigInteger value, int line) {
        return new Numeral(value.doubleValue(), true, line);
    }
}
