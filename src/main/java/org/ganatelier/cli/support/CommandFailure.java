package org.ganatelier.cli.support;

import java.io.Serial;

/** A command could not do what it was asked to; the message is one sentence for the user. */
public final class CommandFailure extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * @param sentence what failed, for the user
     */
    public CommandFailure(String sentence) {
        super(sentence);
    }
}
