package org.ganatelier.train;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.Objective;
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
 * once. It only grows. About 35 bytes a step, {@link #BYTES_PER_STEP} where gradients are
 * penalised; a curve that is never measured takes none. Owned by one thread; {@link #frozen} copies
 * are for others.
 */
public final class History {
    /** What a step takes at most. */
    public static final int BYTES_PER_STEP = 40;

    /** A figure of {@link Metrics} that is kept for every step. */
    public enum Curve {
        GENERATOR_LOSS,
        DISCRIMINATOR_LOSS,
        D_REAL,
        D_FAKE,
        GRADIENT_PENALTY,
        GENERATOR_GRADIENT,
        DISCRIMINATOR_GRADIENT,
        /** Of training until the end of the step, pauses left out. */
        SECONDS;

        private double of(Metrics metrics) {
            return switch (this) {
                case GENERATOR_LOSS -> metrics.generatorLoss();
                case DISCRIMINATOR_LOSS -> metrics.discriminatorLoss();
                case D_REAL -> metrics.dReal();
                case D_FAKE -> metrics.dFake();
                case GRADIENT_PENALTY -> metrics.gradientPenalty();
                case GENERATOR_GRADIENT -> metrics.generatorGradient();
                case DISCRIMINATOR_GRADIENT -> metrics.discriminatorGradient();
                case SECONDS -> metrics.seconds();
            };
        }
    }

    private final Experiment experiment;
    private final List<Edit> edits = new ArrayList<>();
    private final Map<Curve, Pyramid> curves = new EnumMap<>(Curve.class);
    private final boolean frozen;
    private Objective objective;
    private long firstStep = 1;
    private @Nullable Metrics latest;

    /**
     * An empty history.
     *
     * @param experiment that is measured, as it is before any edit
     */
    public History(Experiment experiment) {
        this.experiment = experiment;
        objective = experiment.objective();
        frozen = false;
        for (Curve curve : Curve.values()) {
            curves.put(curve, new Pyramid());
        }
    }

    private History(History original, boolean frozen) {
        experiment = original.experiment;
        objective = original.objective;
        edits.addAll(original.edits);
        original.curves.forEach((curve, values) -> curves.put(curve, values.copy()));
        firstStep = original.firstStep;
        latest = original.latest;
        this.frozen = frozen;
    }

    /**
     * A copy as it is now, which cannot grow and may be read on any thread. It shares most of its
     * memory with this one, so that one may be taken every second of a long run.
     */
    public History frozen() {
        return frozen ? this : new History(this, true);
    }

    /** A copy that grows on its own, from here on. It shares most of its memory with this one. */
    public History growing() {
        return new History(this, false);
    }

    /**
     * What was known at a step, frozen.
     *
     * @param step the last one that counts
     * @param seconds of training up to it
     */
    public History until(long step, double seconds) {
        if (step >= lastStep()) {
            return frozen();
        }
        var cut = new History(experiment);
        edits.stream().filter(edit -> edit.step() <= step).forEach(cut::mark);
        if (step >= firstStep) {
            cut.firstStep = firstStep;
            int steps = Math.toIntExact(step - firstStep + 1);
            curves.forEach(
                    (curve, values) ->
                            cut.curves.put(curve, values.first(Math.min(steps, values.size()))));
            cut.latest = Metrics.unmeasured(step, seconds);
        }
        return cut.frozen();
    }

    /**
     * A history that was written down.
     *
     * @param experiment that was measured, as it was before any edit
     * @param firstStep that was measured, 1 or above
     * @param latest figures; their step is the last that was measured
     * @param curves the values of each, from the first step on, as many as there were
     * @throws IllegalArgumentException where a curve is longer than the steps
     */
    public static History restored(
            Experiment experiment, long firstStep, Metrics latest, Map<Curve, float[]> curves) {
        long steps = latest.step() - firstStep + 1;
        if (firstStep < 1 || steps < 1) {
            throw new IllegalArgumentException("No step lies from " + firstStep + " to the last");
        }
        var history = new History(experiment);
        history.firstStep = firstStep;
        history.latest = latest;
        curves.forEach(
                (curve, values) -> {
                    if (values.length > steps) {
                        throw new IllegalArgumentException(curve + " is longer than the run");
                    }
                    for (float value : values) {
                        history.pyramid(curve).add(value);
                    }
                });
        return history;
    }

    /** The experiment that is measured, as it was before any edit. */
    public Experiment experiment() {
        return experiment;
    }

    /** The objective that the newest losses are values of. */
    public Objective objective() {
        return objective;
    }

    /**
     * How a network is updated at a step, with the values that edits had given it by then. Its rate
     * in force is {@link OptimizerSpec#rateAt} of the steps before: what a schedule makes of a rate
     * need not be kept for every step.
     *
     * @throws IllegalArgumentException where an edit was to no possible value
     */
    public OptimizerSpec optimizer(Side side, long step) {
        Experiment then = experiment;
        for (Edit edit : edits) {
            if (edit.step() < step) {
                then = edit.applyTo(then);
            }
        }
        return then.training().optimizer(side);
    }

    /**
     * Marks a change of a value; of several before the same step, see {@link Edits}.
     *
     * @throws IllegalStateException if this is a frozen copy
     */
    public void mark(Edit edit) {
        requireGrowing();
        Edits.append(edits, edit);
        if (edit.setting().equals(LiveSettings.LOSS)) {
            objective = edit.applyTo(experiment.withObjective(objective)).objective();
        }
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
     * @throws IllegalStateException if this is a frozen copy
     */
    public void add(Metrics metrics) {
        requireGrowing();
        if (latest == null) {
            firstStep = metrics.step();
        } else if (metrics.step() <= latest.step()) {
            throw new IllegalArgumentException(
                    "Step " + metrics.step() + " cannot follow step " + latest.step());
        }
        curves.forEach(
                (curve, values) -> {
                    float value = (float) curve.of(metrics);
                    if (Float.isFinite(value)) {
                        while (values.size() < metrics.step() - firstStep) {
                            values.add(Float.NaN);
                        }
                        values.add(value);
                    }
                });
        latest = metrics;
    }

    private void requireGrowing() {
        if (frozen) {
            throw new IllegalStateException("A frozen history does not grow");
        }
    }

    /** How many steps of a curve are known, from the first step on. */
    public int length(Curve curve) {
        return pyramid(curve).size();
    }

    /** A figure of one step; NaN where it was not measured. */
    public double value(Curve curve, long step) {
        long index = step - firstStep;
        return index < 0 || index >= pyramid(curve).size()
                ? Double.NaN
                : pyramid(curve).get((int) index);
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
