package org.ganatelier.engine.run;

import java.io.Serial;

/** Numbers of a run's state are no longer finite, though its losses still are. */
final class OverflowException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final String array;

    /**
     * @param array the name in a checkpoint of the first array that holds such numbers
     */
    OverflowException(String array) {
        super(array);
        this.array = array;
    }

    /** The name of the array. */
    String array() {
        return array;
    }
}
