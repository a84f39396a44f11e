package org.ganatelier.cli.support;

import java.io.Serial;

/** An argument that cannot be; the message is one sentence for the user. */
public final class UsageFailure extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    public UsageFailure(String sentence) {
        super(sentence);
    }
}
