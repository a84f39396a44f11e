package org.ganatelier.cli;

import java.io.PrintWriter;

/**
 * Where a command writes what it has to say.
 *
 * @param terminal whether a person watches, so that a line may be written over
 */
public record Output(PrintWriter out, boolean terminal) {
    /** Shows a training that has this goal. */
    Progress progress(Goal goal) {
        return terminal ? new ProgressBar(out, goal) : new ProgressLines(out);
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }
}
