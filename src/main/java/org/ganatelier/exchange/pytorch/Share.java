package org.ganatelier.exchange.pytorch;

import java.math.BigDecimal;

/** Shares of a whole. */
final class Share {
    private Share() {}

    /** What is left of 1, as somebody would write it: of 0.9 it is 0.1, not 0.09999999999999998. */
    static double rest(double share) {
        return BigDecimal.ONE.subtract(new BigDecimal(Double.toString(share))).doubleValue();
    }
}
