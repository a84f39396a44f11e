package org.ganatelier.ui.panel;

import org.ganatelier.train.Trainer;

/** A panel on the real engine, whose questions are seen. */
public abstract class WatchedPanelCase<P extends Panel> extends PanelCase<P> {
    /** Sees what the panel asks a run. */
    protected final WatchedTrainer watched = new WatchedTrainer();

    @Override
    protected final Trainer trainer() {
        return watched.trainer();
    }
}
