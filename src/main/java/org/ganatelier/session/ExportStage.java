package org.ganatelier.session;

/** What an export is about to do, in this order. */
public enum ExportStage {
    /** It waits for the run to be between two steps. */
    WAITING,
    /** The engine computes examples. */
    COMPUTING,
    /** The data is read, to lie beside the code. */
    READING,
    /** Files are written. */
    WRITING
}
