package org.ganatelier.engine.run;

import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.EngineException;
import org.ganatelier.train.RunFailure;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Who waits for a state of a run. Whoever is answered is forgotten: a run that is saved for hours
 * must not hold every state that it ever gave away. For any thread.
 */
final class StateRequests {
    private final Map<Long, CompletableFuture<Checkpoint>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    /** The answer to all from the end on. */
    private final CompletableFuture<Optional<Checkpoint>> last = new CompletableFuture<>();

    /** One who waits from now on. After the end they are answered at once. */
    CompletableFuture<Checkpoint> add() {
        var asked = new CompletableFuture<Checkpoint>();
        long number = numbers.incrementAndGet();
        waiting.put(number, asked);
        var _ = asked.whenComplete((_, _) -> waiting.remove(number));
        if (last.isDone()) {
            answer(asked, last.join());
        }
        return asked;
    }

    /** The run is over: all who wait, and who ask later, get its last good state. */
    void end(Optional<Checkpoint> state) {
        last.complete(state);
        waiting.values().forEach(asked -> answer(asked, state));
    }

    /** How many wait. */
    int count() {
        return waiting.size();
    }

    private static void answer(CompletableFuture<Checkpoint> asked, Optional<Checkpoint> state) {
        state.ifPresentOrElse(
                asked::complete,
                () ->
                        asked.completeExceptionally(
                                new EngineException(new RunFailure.NothingToSave())));
    }
}
