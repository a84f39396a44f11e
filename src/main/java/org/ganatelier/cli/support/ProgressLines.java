package org.ganatelier.cli.support;

import org.ganatelier.train.Metrics;
import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;

/** A line now and then, for a file or another program to keep. */
final class ProgressLines implements Progress {
    /** Seconds of training between two lines. */
    private static final double INTERVAL = 5;

    private final PrintWriter out;
    private double due = INTERVAL;
    private @Nullable Metrics waiting;

    ProgressLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void show(Metrics metrics) {
        waiting = metrics;
        if (metrics.seconds() >= due) {
            due = metrics.seconds() + INTERVAL;
            end();
        }
    }

    @Override
    public void end() {
        if (waiting != null) {
            out.println(Progress.text(waiting));
            out.flush();
            waiting = null;
        }
    }
}
