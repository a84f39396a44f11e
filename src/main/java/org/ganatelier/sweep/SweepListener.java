package org.ganatelier.sweep;

import org.ganatelier.train.Metrics;

/** Hears how a sweep goes; one thing at a time, on any thread. Must return soon. */
public interface SweepListener {
    /** Somebody works on a cell. */
    default void started(CellTask task) {}

    /** The figures of a step of a cell. */
    default void progressed(CellTask task, Metrics metrics) {}

    /** A cell came to a rung, or to its end; the table on the disk tells it too. */
    default void finished(CellTask task, Row row) {}

    /** A cell could not be trained; the others go on. */
    default void failed(CellTask task, Row row) {}
}
