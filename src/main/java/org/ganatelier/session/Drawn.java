package org.ganatelier.session;

import java.util.List;

/** What can be drawn beside the run that is shown: a run, or all of a batch as a band. */
public sealed interface Drawn permits RunEntry, Batch {
    /** The runs whose curves are drawn. */
    List<RunEntry> runs();
}
