package org.ganatelier.sweep;

import org.ganatelier.project.sweep.CellResult;
import org.ganatelier.train.Metrics;

import java.io.IOException;
import java.util.List;

/** What computes the cells of a sweep: this machine, or many. */
public interface SweepBackend extends AutoCloseable {
    /** Hears how tasks go, on any thread, several at a time. */
    interface Listener {
        /** Somebody works on it, perhaps not for the first time. */
        void started(CellTask task);

        /** The figures of a step, now and then. */
        void progressed(CellTask task, Metrics metrics);

        /** It is done and its files are in the cell's folder. */
        void finished(CellTask task, CellResult result);

        /** It could not be done; the others go on. */
        void failed(CellTask task, Throwable cause);
    }

    /** How many are worked on at a time. */
    int slots();

    /**
     * Does tasks in any order, and returns once each is done or has failed, or it was stopped.
     *
     * @param folder where the files of each cell are, and belong
     * @throws IOException where nothing can be done at all
     */
    void run(List<CellTask> tasks, ResultFolder folder, Listener listener) throws IOException;

    /** Ends early and well: what is being done is given up. For any thread. */
    void stop();

    @Override
    void close();
}
