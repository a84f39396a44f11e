package org.ganatelier.plan.model;

/** Counts that stop at the largest long instead of starting again below zero. */
public final class Count {
    private Count() {}

    /** The product of factors of at least 0. */
    public static long product(long... factors) {
        long product = 1;
        for (long factor : factors) {
            if (factor == 0) {
                return 0;
            }
            product = product > Long.MAX_VALUE / factor ? Long.MAX_VALUE : product * factor;
        }
        return product;
    }

    /** The sum of terms of at least 0. */
    public static long sum(long... terms) {
        long sum = 0;
        for (long term : terms) {
            sum = sum > Long.MAX_VALUE - term ? Long.MAX_VALUE : sum + term;
        }
        return sum;
    }
}
