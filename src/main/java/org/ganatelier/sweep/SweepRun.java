package org.ganatelier.sweep;

import org.ganatelier.project.sweep.CellResult;
import org.ganatelier.train.Metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A sweep from its start, or from where it was stopped, to its end. What is finished is not done
 * again. All methods may be called from any thread.
 */
public final class SweepRun {
    private final Sweep sweep;
    private final ResultFolder folder;
    private final SweepBackend backend;
    private final SweepListener listener;
    private final SweepWords words;
    private final Map<String, CellResult> results = new LinkedHashMap<>();
    private final Map<String, String> failures = new LinkedHashMap<>();
    private volatile boolean stopped;

    /** What is written to the table where a cell was not trained. */
    public interface SweepWords {
        /** Why it failed. */
        String of(Throwable failure);

        /** Why it was rejected. */
        String of(Rejected rejected);
    }

    /**
     * @param folder where what is finished is found, and all is written to
     */
    public SweepRun(
            Sweep sweep,
            ResultFolder folder,
            SweepBackend backend,
            SweepListener listener,
            SweepWords words)
            throws IOException {
        this.sweep = sweep;
        this.folder = folder;
        this.backend = backend;
        this.listener = listener;
        this.words = words;
        results.putAll(folder.read(sweep));
    }

    /** How far it is now. */
    public synchronized Standing standing() {
        return new Standing(sweep, results, failures, (Function<Rejected, String>) words::of);
    }

    /**
     * Trains what is not finished, and returns once all is, or {@link #stop} was called.
     *
     * @throws IOException where the table cannot be written, or nothing can be trained at all
     */
    public Standing run() throws IOException {
        writeTable();
        List<Cell> alive = sweep.cells();
        for (int leg = 0; leg < sweep.file().goals().size() && !stopped; leg++) {
            List<CellTask> tasks = tasks(alive, leg);
            for (CellTask task : tasks) {
                if (task.before().isEmpty()) {
                    folder.forget(task.cell());
                }
            }
            try {
                backend.run(tasks, folder, new Keeping());
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            alive = goingOn(leg, alive);
        }
        return standing();
    }

    private synchronized List<Cell> goingOn(int leg, List<Cell> alive) {
        return new Rungs(sweep.file().halving(), results).after(leg, alive);
    }

    /** What a leg leaves to do. */
    private synchronized List<CellTask> tasks(List<Cell> alive, int leg) {
        var tasks = new ArrayList<CellTask>();
        for (Cell cell : alive) {
            Optional<CellResult> before = Optional.ofNullable(results.get(cell.name()));
            int done = before.map(result -> result.legs().size()).orElse(0);
            boolean lost = before.filter(CellResult::failedToLearn).isPresent();
            if (done == leg && !lost) {
                tasks.add(
                        new CellTask(
                                cell, sweep.file().goals().get(leg), sweep.file().score(), before));
            }
        }
        return tasks;
    }

    /** Ends early: what is finished stays, what goes on is given up. */
    public void stop() {
        stopped = true;
        backend.stop();
    }

    /** Whether it was told to end early. */
    public boolean stopped() {
        return stopped;
    }

    private synchronized void writeTable() throws IOException {
        folder.write(new ResultTable(standing().rows()));
    }

    private Row row(Cell cell) {
        return standing().row(cell);
    }

    /** Writes down what comes of cells, before anybody hears of it. */
    private final class Keeping implements SweepBackend.Listener {
        @Override
        public void started(CellTask task) {
            synchronized (SweepRun.this) {
                listener.started(task);
            }
        }

        @Override
        public void progressed(CellTask task, Metrics metrics) {
            synchronized (SweepRun.this) {
                listener.progressed(task, metrics);
            }
        }

        @Override
        public void finished(CellTask task, CellResult result) {
            synchronized (SweepRun.this) {
                try {
                    folder.finish(task.cell(), result);
                    results.put(task.cell().name(), result);
                    writeTable();
                } catch (IOException e) {
                    failed(task, e);
                    return;
                }
                listener.finished(task, row(task.cell()));
            }
        }

        @Override
        public void failed(CellTask task, Throwable cause) {
            synchronized (SweepRun.this) {
                failures.put(task.cell().name(), words.of(cause));
                try {
                    writeTable();
                } catch (IOException _) {
                    // It is told here, and at the end.
                }
                listener.failed(task, row(task.cell()));
            }
        }
    }
}
