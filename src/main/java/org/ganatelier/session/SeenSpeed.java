package org.ganatelier.session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import org.ganatelier.train.Metrics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * How fast a run goes for one who looks at it: steps by the clock on the wall, with the waits of a
 * speed limit, over the last seconds. Nothing while it does not train. FX thread only.
 */
final class SeenSpeed {
    /** So long ago is forgotten: short enough to follow the speed slider at once. */
    private static final long WINDOW = 3_000_000_000L;

    private static final double NANOS = 1e9;

    /** Where the run stood when. */
    private record Sight(long step, long nanos) {}

    private final LongSupplier nanoTime;
    private final Deque<Sight> sights = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<OptionalDouble> stepsPerSecond =
            new ReadOnlyObjectWrapper<>(OptionalDouble.empty());
    private boolean training;

    /**
     * @param metrics of the newest step
     * @param nanoTime {@code System::nanoTime}
     */
    SeenSpeed(
            ObservableValue<Optional<Metrics>> metrics,
            ObservableValue<TrainingState> state,
            LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        state.subscribe(now -> turn(now == TrainingState.TRAINING));
        metrics.subscribe(newest -> newest.ifPresent(m -> see(m.step())));
    }

    /** Steps in a second; empty while nothing trains, and until two steps were seen. */
    ReadOnlyObjectProperty<OptionalDouble> stepsPerSecondProperty() {
        return stepsPerSecond.getReadOnlyProperty();
    }

    /** A pause is no part of the speed before or after it. */
    private void turn(boolean on) {
        training = on;
        sights.clear();
        stepsPerSecond.set(OptionalDouble.empty());
    }

    private void see(long step) {
        if (!training) {
            return;
        }
        long now = nanoTime.getAsLong();
        if (!sights.isEmpty() && step <= sights.getLast().step()) {
            // Another run.
            sights.clear();
        }
        sights.addLast(new Sight(step, now));
        while (sights.size() > 2 && now - sights.getFirst().nanos() > WINDOW) {
            sights.removeFirst();
        }
        Sight first = sights.getFirst();
        stepsPerSecond.set(
                now - first.nanos() > 0
                        ? OptionalDouble.of((step - first.step()) * NANOS / (now - first.nanos()))
                        : OptionalDouble.empty());
    }
}
