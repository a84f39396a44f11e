package org.ganatelier.experiment;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.experiment.basics.Require;

/**
 * How a learning rate changes while a run goes on.
 *
 * @param steps of training within which it falls, at least 1; a constant rate passes this over
 * @param finalShare of the rate that is left from then on, 0 to 1; a constant rate passes this over
 */
public record Schedule(Kind kind, long steps, double finalShare) {
    /** Never changes. Its numbers are what a falling rate would begin with. */
    public static final Schedule CONSTANT = new Schedule(Kind.CONSTANT, 10_000, 0.1);

    public Schedule {
        Require.within(Range.atLeast(1), (double) steps, Quantity.SCHEDULE_STEPS);
        Require.within(Range.between(0, 1), finalShare, Quantity.SCHEDULE_SHARE);
    }

    public Schedule withKind(Kind other) {
        return new Schedule(other, steps, finalShare);
    }

    public Schedule withSteps(long count) {
        return new Schedule(kind, count, finalShare);
    }

    public Schedule withFinalShare(double share) {
        return new Schedule(kind, steps, share);
    }

    /**
     * The share of the rate that holds at a step, {@link #finalShare} to 1.
     *
     * @param step steps done so far
     */
    public double share(long step) {
        double way = Math.min(1, (double) step / steps);
        return switch (kind) {
            case CONSTANT -> 1;
            case LINEAR -> 1 - (1 - finalShare) * way;
            case COSINE -> finalShare + (1 - finalShare) * (1 + Math.cos(Math.PI * way)) / 2;
        };
    }

    /** The shape of the fall. */
    public enum Kind {
        CONSTANT,
        LINEAR,
        /** Half a cosine wave (Loshchilov and Hutter 2016, arXiv:1608.03983). */
        COSINE
    }
}
