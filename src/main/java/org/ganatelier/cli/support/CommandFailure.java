package org.ganatelier.cli.support;

import org.ganatelier.text.RunFailureText;
import org.ganatelier.text.Words;
import org.ganatelier.train.RunEvent;

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

    /** Of a command whose run failed, and which keeps nothing of it. */
    public static CommandFailure of(RunEvent.End.Failed run) {
        return new CommandFailure(RunFailureText.what(Words.english(), run.failure()));
    }
}
