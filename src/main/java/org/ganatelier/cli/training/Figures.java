package org.ganatelier.cli.training;

import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.exchange.table.MetricsCsv;
import org.ganatelier.project.FileProblem;
import org.ganatelier.project.FileRefusal;
import org.ganatelier.text.FileText;
import org.ganatelier.text.Words;
import org.ganatelier.train.Metrics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Writes down the figures of every step. That they cannot be written stops no training: they wait,
 * and it is tried again.
 */
final class Figures implements AutoCloseable {
    private static final long REST = TimeUnit.SECONDS.toNanos(5);

    private final MetricsCsv csv;
    private final Path file;
    private final Complaints complaints;
    private boolean failed;
    private long triedAt;

    /**
     * @param file that the table is written to, to be named in complaints
     */
    Figures(MetricsCsv csv, Path file, Complaints complaints) {
        this.csv = csv;
        this.file = file;
        this.complaints = complaints;
    }

    /** Takes the figures of a step. */
    void add(Metrics metrics) {
        csv.add(metrics);
        if (csv.enoughWait() && (!failed || System.nanoTime() - triedAt > REST)) {
            flush();
        }
    }

    /** Writes what waits, as far as that is possible. */
    void flush() {
        try {
            csv.flush();
            failed = false;
        } catch (IOException e) {
            failed = true;
            triedAt = System.nanoTime();
            complaints.say(
                    reason(e) + " Training goes on: the figures wait until they can be written.");
        }
    }

    private String reason(IOException problem) {
        return FileText.say(
                Words.english(), new FileProblem.CannotBeSaved(file, FileRefusal.of(problem)));
    }

    /** Gives the file back, whatever is in it. */
    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            complaints.say(reason(e));
        }
    }

    /**
     * Makes sure that all figures are written.
     *
     * @throws CommandFailure where some are missing in the end
     */
    void finish() {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new CommandFailure(
                    reason(e) + " The newest figures are lost; what was learnt is saved.");
        }
        if (csv.lost() > 0) {
            throw new CommandFailure(
                    "%s lacks the figures of %,d steps, as it could not be written for a long time; what was learnt is saved."
                            .formatted(file, csv.lost()));
        }
    }
}
