package org.ganatelier.session;

/**
 * With which of the generator's weights the images shown are made, where a run keeps a moving
 * average of them.
 */
public enum WeightsShown {
    /** Their moving average. */
    AVERAGED,
    /** The weights as they are. */
    RAW,
    /** Both, one beside the other. */
    BOTH;

    /** Whether images of the weights as they are must be made. */
    boolean needsRaw() {
        return this != AVERAGED;
    }
}
