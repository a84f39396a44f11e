package org.ganatelier.ui.latent;

import java.util.Locale;

/** The values of z as people read them; they count from 1. */
final class Values {
    private Values() {}

    /** "z 17". */
    static String name(int index) {
        return "z " + (index + 1);
    }

    /** With its sign and two decimals: "+0.83", "−1.20", "0.00". */
    static String text(double value) {
        String digits = String.format(Locale.ROOT, "%.2f", Math.abs(value));
        boolean zero = digits.equals("0.00");
        return (zero ? "" : value > 0 ? "+" : "−") + digits;
    }
}
