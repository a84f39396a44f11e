package org.ganatelier.engine.layers;

import org.jspecify.annotations.Nullable;

/**
 * For a function with a kink at zero: on which side each value lay in the last ordinary pass. See
 * {@link Pass#forwardNear}. Its array is made at first use.
 */
final class Branches {
    /** Takes every positive number that a network makes above 1. */
    private static final float STEEP = 1e30f;

    private float @Nullable [] above;
    private boolean kept;

    /** An ordinary pass is about to begin. */
    void forget() {
        kept = false;
    }

    /** Whether the newest pass was one near the last ordinary one. */
    boolean kept() {
        return kept;
    }

    /**
     * 1 for each value that lay above zero, else 0.
     *
     * @param y the function's newest output: that of the last ordinary pass when this is called for
     *     the first time after it
     */
    float[] above(float[] y) {
        if (above == null) {
            above = new float[y.length];
        }
        if (!kept) {
            find(y, above);
            kept = true;
        }
        return above;
    }

    private static void find(float[] y, float[] above) {
        for (int i = 0; i < y.length; i++) {
            above[i] = Math.min(Math.max(y[i] * STEEP, 0), 1);
        }
    }
}
