package org.ganatelier.cli;

import java.io.Serial;

/** A command could not do what it was asked to; the message is one sentence for the user. */
final class CommandFailure extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    CommandFailure(String sentence) {
        super(sentence);
    }
}
