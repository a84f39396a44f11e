package org.ganatelier.train;

import org.ganatelier.spec.Objective;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run has measured, step by step, kept so that curves of millions of steps can be drawn at
 * once. It only grows. About 20 bytes a step. Owned by one thread; not safe for others.
 */
public final class History {
    /** A figure of {@link Metrics} that is kept for every step. */
    public enum Curve {
        GENERATOR_LOSS,
        DISCRIMINATOR_LOSS,
        BELIEF_REAL,
        BELIEF_FAKE;

        private double of(Metrics metrics) {
            return switch (this) {
                case GENERATOR_LOSS -> metrics.generatorLoss();
                case DISCRIMINATOR_LOSS -> metrics.discriminatorLoss();
                case BELIEF_REAL -> metrics.beliefReal();
                case BELIEF_FAKE -> metrics.beliefFake();
            };
        }
    }

    private final Objective objective;
    private final List<Edit> edits = new ArrayList<>();
    private final Map<Curve, Pyramid> curves = new EnumMap<>(Curve.class);
    private long firstStep = 1;
    private @Nullable Metrics latest;

    /**
     * An empty history.
     *
     * @param objective that the losses are values of
     */
    public History(Objective objective) {
        this.objective = objective;
        for (Curve curve : Curve.values()) {
            curves.put(curve, new Pyramid());
        }
    }

    /** The objective that the losses are values of, as it was before any edit. */
    public Objective objective() {
        return objective;
    }

    /** Marks a change of a value. */
    public void mark(Edit edit) {
        edits.add(edit);
    }

    /** The changes of values so far, in order. */
    public List<Edit> edits() {
        return Collections.unmodifiableList(edits);
    }

    /** Whether nothing was measured. */
    public boolean isEmpty() {
        return latest == null;
    }

    /** The first step measured; 1 in an empty history. */
    public long firstStep() {
        return firstStep;
    }

    /** The newest step measured; one before the first in an empty history. */
    public long lastStep() {
        return latest == null ? firstStep - 1 : latest.step();
    }

    /** The newest figures. */
    public Optional<Metrics> latest() {
        return Optional.ofNullable(latest);
    }

    /**
     * Appends the figures of a step. Steps left out since the last count as not measured, and so
     * does a figure that is NaN or infinite.
     *
     * @throws IllegalArgumentException if the step does not come after the last
     */
    public void add(Metrics metrics) {
        if (latest == null) {
            firstStep = metrics.step();
        } else if (metrics.step() <= latest.step()) {
            throw new IllegalArgumentException(
                    "Step " + metrics.step() + " cannot follow step " + latest.step());
        }
        curves.forEach(
                (curve, values) -> {
                    while (values.size() < metrics.step() - firstStep) {
                        values.add(Float.NaN);
                    }
                    values.add((float) curve.of(metrics));
                });
        latest = metrics;
    }

    /** A figure of one step; NaN where it was not measured. */
    public double value(Curve curve, long step) {
        return step < firstStep || step > lastStep()
                ? Double.NaN
                : pyramid(curve).get((int) (step - firstStep));
    }

    /**
     * A curve thinned for drawing, in a time that depends on the number of buckets and not on the
     * number of steps. Every extreme survives. A bucket holds the same steps in every answer with
     * the same width, so that a curve that grows does not flicker.
     *
     * @param from first step wanted; the first bucket may begin a little earlier
     * @param to last step wanted; the last bucket may end a little later
     * @param most buckets to answer with, at least 2; there are at least half as many where there
     *     are enough steps
     */
    public Buckets thin(Curve curve, long from, long to, int most) {
        if (most < 2) {
            throw new IllegalArgumentException("A curve needs at least 2 buckets, not " + most);
        }
        long first = Math.max(from, firstStep) - firstStep;
        long last = Math.min(to, lastStep()) - firstStep;
        int bits = 0;
        while ((last >> bits) - (first >> bits) + 1 > most) {
            bits++;
        }
        int size = (int) Math.max(0, (last >> bits) - (first >> bits) + 1);
        return buckets(pyramid(curve), bits, (int) (first >> bits), size);
    }

    private Buckets buckets(Pyramid values, int bits, int first, int size) {
        var min = new float[size];
        var max = new float[size];
        var mean = new float[size];
        var count = new int[size];
        var sum = new Summary();
        for (int i = 0; i < size; i++) {
            values.sum(bits, first + i, sum);
            min[i] = sum.min();
            max[i] = sum.max();
            mean[i] = sum.mean();
            count[i] = sum.count();
        }
        return new Buckets(firstStep + ((long) first << bits), 1 << bits, min, max, mean, count);
    }

    private Pyramid pyramid(Curve curve) {
        return Objects.requireNonNull(curves.get(curve));
    }
}
