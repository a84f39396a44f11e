package org.ganatelier.engine.run;

import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.EngineException;
import org.ganatelier.train.RunFailure;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who waits for a state of a run. Whoever is answered is forgotten: a run that is saved for hours
 * must not hold every state that it ever gave away. For any thread.
 */
final class StateRequests {
    private final Set<CompletableFuture<Checkpoint>> waiting = ConcurrentHashMap.newKeySet();

    /** The answer to all from the end on; null before it. */
    private volatile @Nullable Optional<Checkpoint> last;

    /** One who waits from now on. After the end they are answered at once. */
    CompletableFuture<Checkpoint> add() {
        var asked = new CompletableFuture<Checkpoint>();
        waiting.add(asked);
        var _ = asked.whenComplete((_, _) -> waiting.remove(asked));
        Optional<Checkpoint> known = last;
        if (known != null) {
            answer(asked, known);
        }
        return asked;
    }

    /** The run is over: all who wait, and who ask later, get its last good state. */
    void end(Optional<Checkpoint> state) {
        last = state;
        waiting.forEach(asked -> answer(asked, state));
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
