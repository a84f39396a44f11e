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
    private static final int EXPONENT = 0x7f80_0000;
    private static final int ONE_MORE = 0x0080_0000;

    private @Nullable Checkpoint kept;

    /**
     * Keeps a state.
     *
     * @param state with the networks' own arrays, which are copied
     * @throws OverflowException where it is none to fall back on: what was kept before stays. An
     *     update can overflow although the loss before it was fine
     */
    void keep(Checkpoint state) {
        requireFinite(state);
        Map<String, float[]> buffers = buffers(state.arrays());
        state.arrays().forEach((name, values) -> copy(values, buffers.get(name)));
        kept = with(state, buffers);
    }

    /** What is kept, or null; the next state that is kept overwrites its arrays. */
    @Nullable Checkpoint newest() {
        return kept;
    }

    /** From now on nothing is kept. */
    void forget() {
        kept = null;
    }

    /**
     * A copy of a state, free to travel.
     *
     * @throws OverflowException where its numbers are not all finite
     */
    static Checkpoint copyOf(Checkpoint state) {
        requireFinite(state);
        Map<String, float[]> copies = new LinkedHashMap<>();
        state.arrays().forEach((name, values) -> copies.put(name, values.clone()));
        return with(state, copies);
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

    private static void requireFinite(Checkpoint state) {
        state.arrays()
                .forEach(
                        (name, values) -> {
                            if (!isFinite(values)) {
                                throw new OverflowException(name);
                            }
                        });
    }

    /**
     * The exponent of what is not finite is all ones: one more, and it carries over into the sign.
     * So no branch keeps the loop from being vectorised.
     */
    private static boolean isFinite(float[] values) {
        int signs = 0;
        for (float value : values) {
            signs |= (Float.floatToRawIntBits(value) & EXPONENT) + ONE_MORE;
        }
        return signs >= 0;
    }
}
