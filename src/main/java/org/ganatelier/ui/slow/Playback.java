package org.ganatelier.ui.slow;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleDoubleProperty;

/**
 * Where one is in a row of things that are shown one after the other. It has no clock of its own:
 * whoever plays it tells how much time went by. FX thread only.
 */
final class Playback {
    /** What one thing takes at speed 1: time to read a sentence and to look at eight images. */
    static final double SECONDS = 7;

    private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(1);
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    private int size;
    private boolean once;

    /** Which is shown, from 0. */
    ReadOnlyIntegerProperty indexProperty() {
        return index.getReadOnlyProperty();
    }

    /** How much of it is over, 0 to 1. */
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Whether time makes a difference. */
    ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** How fast it goes: 2 is twice as fast. */
    DoubleProperty speedProperty() {
        return speed;
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** Plays other things, from the first on. */
    void begin(int count) {
        size = count;
        once = false;
        index.set(0);
        progress.set(0);
        playing.set(count > 0);
    }

    /** Shows one of them, all of it, and stays there. Outside of the row nothing happens. */
    void show(int wanted) {
        if (wanted >= 0 && wanted < size) {
            playing.set(false);
            progress.set(1);
            index.set(wanted);
        }
    }

    /** Shows the next one. */
    void next() {
        show(index.get() + 1);
    }

    /** Shows the one before. */
    void back() {
        show(index.get() - 1);
    }

    /** Plays from here to the end, beginning with what is not seen yet; at the end, all again. */
    void play() {
        if (size == 0) {
            return;
        }
        if (isLast() && progress.get() >= 1) {
            index.set(0);
            progress.set(0);
        }
        once = false;
        playing.set(true);
    }

    /** Stays where it is. */
    void pause() {
        playing.set(false);
    }

    /** Plays the one that is shown again, and that one alone unless all are being played. */
    void repeat() {
        if (size > 0) {
            once = !playing.get() || once;
            progress.set(0);
            playing.set(true);
        }
    }

    /** Time goes by. */
    void advance(double seconds) {
        if (!playing.get()) {
            return;
        }
        double now = progress.get() + seconds * speed.get() / SECONDS;
        if (now < 1) {
            progress.set(now);
        } else if (once || isLast()) {
            progress.set(1);
            playing.set(false);
        } else {
            index.set(index.get() + 1);
            progress.set(0);
        }
    }

    private boolean isLast() {
        return index.get() == size - 1;
    }
}
