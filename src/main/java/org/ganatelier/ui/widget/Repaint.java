package org.ganatelier.ui.widget;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Duration;

/**
 * Paints soon after it is asked to, at most 15 times a second, and only while its node is to be
 * seen; what was asked for meanwhile is painted once when it is seen again. FX thread only.
 */
public final class Repaint {
    private static final Duration INTERVAL = Duration.millis(1000.0 / 15);

    private final PauseTransition rest;
    private final ObservableValue<Boolean> shown;
    private final Runnable paint;
    private boolean asked;
    private boolean resting;

    /**
     * @param node that is painted
     * @param paint does the painting
     */
    public Repaint(Node node, Runnable paint) {
        this(node, INTERVAL, paint);
    }

    /**
     * A painting that costs more.
     *
     * @param interval least time between two
     */
    public Repaint(Node node, Duration interval, Runnable paint) {
        rest = new PauseTransition(interval);
        this.paint = paint;
        shown = Shown.of(node);
        rest.setOnFinished(
                _ -> {
                    resting = false;
                    paintIfAsked();
                });
        shown.subscribe(_ -> paintIfAsked());
    }

    /** Asks for a painting. */
    public void request() {
        asked = true;
        paintIfAsked();
    }

    private void paintIfAsked() {
        if (asked && !resting && shown.getValue()) {
            asked = false;
            resting = true;
            rest.playFromStart();
            paint.run();
        }
    }
}
