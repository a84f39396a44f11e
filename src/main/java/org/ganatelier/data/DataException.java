package org.ganatelier.data;

import org.jspecify.annotations.Nullable;

import java.io.Serial;

/** Data that cannot be used; the message is one sentence for the user that names the file. */
public final class DataException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    public DataException(String sentence) {
        this(sentence, null);
    }

    public DataException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
