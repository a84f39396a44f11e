package org.ganatelier.ui.charts;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.ganatelier.train.History;

/** What keys do in a plot: read single steps, show more or less, move along. FX thread only. */
final class PlotKeys {
    /** With Shift, arrow keys move the crosshair so many times as far. */
    private static final int SHIFT_TIMES = 10;

    /** What a key leaves of the steps that are seen. */
    private static final double CLOSER = 0.5;

    /** A key moves along by this part of what is seen. */
    private static final double ALONG = 0.25;

    private final Plot plot;
    private final Shared shared;

    PlotKeys(Plot plot, Shared shared) {
        this.plot = plot;
        this.shared = shared;
        plot.setOnKeyPressed(this::press);
    }

    private void press(KeyEvent event) {
        boolean used =
                event.isShortcutDown()
                        ? moveAlong(event.getCode())
                        : !event.isAltDown() && (read(event) || look(event.getCode()));
        if (used) {
            event.consume();
        }
    }

    private boolean moveAlong(KeyCode key) {
        if (!shared.lens().isPart() || (key != KeyCode.LEFT && key != KeyCode.RIGHT)) {
            return false;
        }
        plot.pan(key == KeyCode.LEFT ? -ALONG : ALONG);
        return true;
    }

    private boolean read(KeyEvent event) {
        // What is Escape's next use is for others.
        boolean nothingToLeave = event.getCode() == KeyCode.ESCAPE && shared.pointsNowhere();
        if (plot.isEmpty() || nothingToLeave) {
            return false;
        }
        History history = plot.history();
        long last = plot.frame().nearest(history.lastStep());
        long at = shared.pointsNowhere() ? last : shared.pointed().get();
        long by = plot.frame().bucketWidth() * (event.isShiftDown() ? SHIFT_TIMES : 1);
        switch (event.getCode()) {
            case LEFT -> point(Math.max(history.firstStep(), at - by));
            case RIGHT -> point(Math.min(history.lastStep(), at + by));
            case HOME -> point(history.firstStep());
            case END -> point(history.lastStep());
            case ESCAPE -> shared.pointed().set(Shared.NOWHERE);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void point(long step) {
        shared.lens().reveal((double) step, plot.whole());
        shared.pointed().set(step);
    }

    private boolean look(KeyCode key) {
        switch (key) {
            case PLUS, EQUALS, ADD -> zoom(CLOSER);
            case MINUS, SUBTRACT -> zoom(1 / CLOSER);
            case DIGIT0, NUMPAD0 -> plot.showAll();
            case DIGIT1, NUMPAD1 -> plot.toggle(0);
            case DIGIT2, NUMPAD2 -> plot.toggle(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Around what is read, or the newest step. */
    private void zoom(double factor) {
        double at =
                shared.pointsNowhere()
                        ? 1
                        : plot.frame().x((double) shared.pointed().get()) / plot.frame().width();
        plot.zoom(factor, Math.clamp(at, 0, 1));
    }
}
