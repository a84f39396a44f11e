package org.ganatelier.project;

import org.jspecify.annotations.Nullable;

import java.io.Serial;

/** A file or a setting cannot be used; the message is one sentence for the user. */
public final class ProjectException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    public ProjectException(String sentence) {
        super(sentence);
    }

    public ProjectException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
