package org.ganatelier.ui.latent;

import org.ganatelier.text.Words;

/** The values of z as people read them; they count from 1. */
final class Values {
    private Values() {}

    /** "z 17". */
    static String name(int index) {
        return "z " + (index + 1);
    }

    /** With its sign and two decimals: "+0.83", "−1.20", "0.00". */
    static String text(double value, Words words) {
        String digits = words.decimal(value, 2);
        boolean zero = digits.equals(words.decimal(0, 2));
        return (value > 0 && !zero ? "+" : "") + digits;
    }
}
