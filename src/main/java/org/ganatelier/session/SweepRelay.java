package org.ganatelier.session;

import org.ganatelier.sweep.CellTask;
import org.ganatelier.sweep.Row;
import org.ganatelier.sweep.SweepListener;
import org.ganatelier.train.Metrics;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * Carries what a sweep tells to the FX thread: at most one task waits there, however fast the
 * figures come, and the newest of each training counts.
 */
final class SweepRelay implements SweepListener {
    private final Executor fx;
    private final Runnable changed;
    private final Map<String, Metrics> training = new HashMap<>();
    private boolean scheduled;

    /**
     * @param changed is run on the FX thread after anything was told
     */
    SweepRelay(Executor fx, Runnable changed) {
        this.fx = fx;
        this.changed = changed;
    }

    /** The newest figures of the trainings that go on, by the names of their cells. */
    synchronized Map<String, Metrics> training() {
        return Map.copyOf(training);
    }

    @Override
    public void progressed(CellTask task, Metrics metrics) {
        synchronized (this) {
            training.put(task.cell().name(), metrics);
        }
        tell();
    }

    @Override
    public void finished(CellTask task, Row row) {
        forget(task);
    }

    @Override
    public void failed(CellTask task, Row row) {
        forget(task);
    }

    private void forget(CellTask task) {
        synchronized (this) {
            training.remove(task.cell().name());
        }
        tell();
    }

    /** Something may have changed. */
    void tell() {
        synchronized (this) {
            if (scheduled) {
                return;
            }
            scheduled = true;
        }
        fx.execute(
                () -> {
                    synchronized (this) {
                        scheduled = false;
                    }
                    changed.run();
                });
    }
}
