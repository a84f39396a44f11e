package org.ganatelier.cli.support;

import org.ganatelier.train.Metrics;
import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;

/** One line of a terminal, written over and over. */
final class ProgressBar implements Progress {
    private static final int WIDTH = 10;

    /** Seconds of training between two updates: quick enough to look alive. */
    private static final double INTERVAL = 0.1;

    private static final String ERASE_TO_END_OF_LINE = "\u001b[K";

    private final PrintWriter out;
    private final Goal goal;
    private double due;
    private @Nullable Metrics newest;

    ProgressBar(PrintWriter out, Goal goal) {
        this.out = out;
        this.goal = goal;
    }

    @Override
    public void show(Metrics metrics) {
        newest = metrics;
        if (metrics.seconds() >= due) {
            due = metrics.seconds() + INTERVAL;
            draw(metrics);
        }
    }

    @Override
    public void end() {
        if (newest != null) {
            out.print(Output.ERASE_LINE);
            out.println(Progress.text(newest));
            out.flush();
        }
    }

    private void draw(Metrics metrics) {
        double fraction = goal.fraction(metrics);
        int full = (int) Math.round(fraction * WIDTH);
        out.printf(
                // Must fit into 80 columns: a line that wraps cannot be written over.
                "\r%s%s %3.0f%%  step %,d · %.0f s · %,.0f images/s · loss G %.2f D %.2f%s",
                "█".repeat(full),
                "░".repeat(WIDTH - full),
                fraction * 100,
                metrics.step(),
                metrics.seconds(),
                metrics.imagesPerSecond(),
                metrics.generatorLoss(),
                metrics.discriminatorLoss(),
                ERASE_TO_END_OF_LINE);
        out.flush();
    }
}
