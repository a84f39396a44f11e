package org.ganatelier.session;

import org.ganatelier.data.Samples;
import org.ganatelier.train.RunEvent;

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

    /** The samples of a preview that are shown first: of both kinds, the averaged ones. */
    Samples of(RunEvent.Preview preview) {
        return this == RAW ? preview.raw().orElse(preview.samples()) : preview.samples();
    }

    /** Whether images of the weights as they are must be made. */
    boolean needsRaw() {
        return this != AVERAGED;
    }
}
