package org.ganatelier.cli.support;

import org.ganatelier.train.Goal;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a command writes what it has to say.
 *
 * @param terminal whether a person watches, so that a line may be written over
 * @param trouble why not all that was said so far could be written
 */
public record Output(PrintWriter out, boolean terminal, Supplier<Optional<IOException>> trouble) {
    /** Goes back to the start of a terminal's line and empties it. */
    static final String ERASE_LINE = "\r\u001b[K";

    /** Where nothing goes wrong. */
    public Output(PrintWriter out, boolean terminal) {
        this(out, terminal, Optional::empty);
    }

    /** Shows a training that has this goal. */
    public Progress progress(Goal goal) {
        return terminal ? new ProgressBar(out, goal) : new ProgressLines(out);
    }

    /**
     * Says how much of the engine is unpacked, where a person waits for it.
     *
     * @param share 0 to 1
     */
    public void unpacked(double share) {
        if (terminal) {
            out.printf("\rUnpacking the engine, this once: %.0f %% ", 100 * share);
            out.flush();
        }
    }

    public void line(String text) {
        if (terminal) {
            out.print(ERASE_LINE);
        }
        out.println(text);
        out.flush();
    }
}
