package org.ganatelier.cli;

import java.io.Serial;

/** An argument that cannot be; the message is one sentence for the user. */
final class UsageFailure extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    UsageFailure(String sentence) {
        super(sentence);
    }
}
