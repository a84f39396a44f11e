package org.ganatelier.engine.run;

import org.ganatelier.train.Checkpoint;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The newest state of a run all of whose numbers are finite, to fall back on when the next steps go
 * wrong. It is kept in arrays that are made once: to keep a state takes no memory that might be
 * missing just then. Owned by the training thread.
 */
final class LastGood {
    private @Nullable Checkpoint kept;

    /**
     * Keeps a state, unless it is none to fall back on: an update can overflow although the loss
     * before it was fine.
     *
     * @param state with the networks' own arrays, which are copied
     */
    void keep(Checkpoint state) {
        if (isFinite(state)) {
            Map<String, float[]> buffers = buffers(state.arrays());
            state.arrays().forEach((name, values) -> copy(values, buffers.get(name)));
            kept = with(state, buffers);
        }
    }

    /** What is kept, or null; the next state that is kept overwrites its arrays. */
    @Nullable Checkpoint newest() {
        return kept;
    }

    /** A copy of a state, free to travel; of the one kept where this one is not finite. */
    Checkpoint copyOf(Checkpoint state) {
        Checkpoint good = kept == null || isFinite(state) ? state : kept;
        Map<String, float[]> copies = new LinkedHashMap<>();
        good.arrays().forEach((name, values) -> copies.put(name, values.clone()));
        return with(good, copies);
    }

    /** All of them are there before the first is written to. */
    private Map<String, float[]> buffers(Map<String, float[]> arrays) {
        Map<String, float[]> old = kept == null ? Map.of() : kept.arrays();
        Map<String, float[]> buffers = new LinkedHashMap<>();
        arrays.forEach(
                (name, values) -> {
                    float[] buffer = old.get(name);
                    boolean fits = buffer != null && buffer.length == values.length;
                    buffers.put(name, fits ? buffer : new float[values.length]);
                });
        return buffers;
    }

    private static void copy(float[] from, float @Nullable [] to) {
        if (to != null) {
            System.arraycopy(from, 0, to, 0, from.length);
        }
    }

    private static Checkpoint with(Checkpoint state, Map<String, float[]> arrays) {
        return new Checkpoint(
                state.experiment(),
                state.step(),
                state.seconds(),
                arrays,
                state.counters(),
                state.interventions(),
                state.threads());
    }

    private static boolean isFinite(Checkpoint state) {
        return state.arrays().values().stream().allMatch(LastGood::isFinite);
    }

    private static boolean isFinite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
