package org.ganatelier.engine.run;

import org.ganatelier.engine.gan.Game;
import org.ganatelier.engine.gan.StepWatcher;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Inspection;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Decides in which steps somebody looks inside the networks. All is for the training thread, but
 * {@link #tell}.
 */
final class Inspections {
    /** Often enough to follow it. */
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(500);

    /** A look takes at most one part in so many, with what the memory costs that it uses. */
    private static final int SHARE = 40;

    /** The first look of all takes long, and says nothing of the next. */
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(10);

    private final Plan plan;
    private volatile Optional<Consumer<Inspection>> inspector = Optional.empty();
    private long due;

    /**
     * @param plan of the networks
     */
    Inspections(Plan plan) {
        this.plan = plan;
        due = System.nanoTime();
    }

    /** Who is told from now on; empty for nobody. */
    void tell(Optional<Consumer<Inspection>> wanted) {
        inspector = wanted;
    }

    /**
     * Takes a step, and looks on where it is time to.
     *
     * @param number of the step
     */
    <T> T during(Game game, long number, Supplier<T> step) {
        Optional<Consumer<Inspection>> told = inspector;
        long now = System.nanoTime();
        if (told.isEmpty() || now - due < 0) {
            return step.get();
        }
        var looking = new Inspector(game, plan);
        game.watch(looking);
        try {
            T result = step.get();
            told.get().accept(looking.inspection(number));
            return result;
        } finally {
            game.watch(StepWatcher.NONE);
            due = System.nanoTime() + Math.clamp(looking.nanos() * SHARE, INTERVAL, LONGEST_WAIT);
        }
    }
}
