package org.ganatelier.exchange.pytorch;

import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.exchange.model.ImportException.Refusal;
import org.ganatelier.plan.model.Limits;

/** How many numbers a file may still have; owned by one thread. */
final class Allowance {
    /** Two networks, and what somebody keeps beside them. */
    private static final long MOST_VALUES = 3 * Limits.PARAMETERS;

    /** As float64 and read twice. */
    private static final long MOST_BYTES = MOST_VALUES * 2 * Double.BYTES;

    /** The largest array, as float64. */
    private static final long MOST_AT_ONCE = Limits.PARAMETERS * Double.BYTES;

    private long values = MOST_VALUES;
    private long bytes = MOST_BYTES;

    /**
     * Room for an array, before it is made.
     *
     * @param shape its lengths, none negative
     * @return how many numbers it has
     */
    int values(Iterable<Long> shape) throws ImportException {
        long count = 1;
        for (long length : shape) {
            if (length == 0) {
                return 0;
            }
            if (count > MOST_VALUES / length) {
                throw tooLarge("values", Long.MAX_VALUE, MOST_VALUES);
            }
            count *= length;
        }
        if (count > values) {
            throw tooLarge("values", MOST_VALUES - values + count, MOST_VALUES);
        }
        values -= count;
        return (int) count;
    }

    /**
     * Room for bytes to be read.
     *
     * @param passed before those that are kept
     * @param kept in memory at once
     */
    void bytes(long passed, long kept) throws ImportException {
        if (kept > MOST_AT_ONCE) {
            throw tooLarge("bytes", kept, MOST_AT_ONCE);
        }
        if (passed > bytes - kept) {
            throw tooLarge("bytes", Math.max(passed, MOST_BYTES + 1), MOST_BYTES);
        }
        bytes -= passed + kept;
    }

    static ImportException tooLarge(String what, long found, long most) {
        return new ImportException(new Refusal.TooLarge(what, found, most));
    }
}
