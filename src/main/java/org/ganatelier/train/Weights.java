package org.ganatelier.train;

/** Which of a generator's weights images are made with. */
public enum Weights {
    /** Their moving average where the run keeps one, else as they are. */
    AVERAGED,
    /** As they are. */
    RAW
}
