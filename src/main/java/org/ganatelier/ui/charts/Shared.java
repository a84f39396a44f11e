package org.ganatelier.ui.charts;

import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;

/**
 * What all plots have in common. FX thread only.
 *
 * @param pointed the step that the user points at, or {@link #NOWHERE}
 * @param lens which part of the run is seen
 */
record Shared(LongProperty pointed, Lens lens, Choices choices) {
    /** Pointing at no step. */
    static final long NOWHERE = -1;

    Shared(Choices choices) {
        this(new SimpleLongProperty(NOWHERE), new Lens(), choices);
    }

    boolean pointsNowhere() {
        return pointed.get() == NOWHERE;
    }
}
