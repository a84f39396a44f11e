package org.ganatelier.cli.support;

import org.ganatelier.text.Words;
import org.ganatelier.train.Goal;
import org.ganatelier.train.Metrics;
import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;

/** One line of a terminal, written over and over. */
final class ProgressBar implements Progress {
    /** A line that wraps cannot be written over. */
    private static final int COLUMNS = 80;

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
        String whole = line(metrics, " · %,.0f images/s".formatted(metrics.imagesPerSecond()));
        boolean fits = whole.length() < COLUMNS;
        out.print("\r" + (fits ? whole : line(metrics, "")) + ERASE_TO_END_OF_LINE);
        out.flush();
    }

    private String line(Metrics metrics, String speed) {
        double fraction = goal.fraction(metrics);
        int full = (int) Math.round(fraction * WIDTH);
        return "%s%s %3.0f%%  step %,d · %.0f s%s · loss G %s D %s"
                .formatted(
                        "█".repeat(full),
                        "░".repeat(WIDTH - full),
                        fraction * 100,
                        metrics.step(),
                        metrics.seconds(),
                        speed,
                        Words.english().figure(metrics.generatorLoss(), 2),
                        Words.english().figure(metrics.discriminatorLoss(), 2));
    }
}
