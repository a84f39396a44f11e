package org.ganatelier.train;

import org.jspecify.annotations.Nullable;

import java.io.Serial;

/** The engine cannot go on; the message is a sentence for the user that says what to do next. */
public final class EngineException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    public EngineException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
