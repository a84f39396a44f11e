package org.ganatelier.ui.film;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;

import org.ganatelier.session.Film;
import org.ganatelier.session.Frame;

import java.util.List;

/** Goes through the frames, by itself or one by one. FX thread only. */
final class FilmPlayer {
    private static final Duration EACH = Duration.millis(125);

    private final Film film;
    private final Timeline clock = new Timeline(new KeyFrame(EACH, _ -> advance()));
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();

    FilmPlayer(Film film) {
        this.film = film;
        clock.setCycleCount(Animation.INDEFINITE);
    }

    /** Whether it goes on by itself. */
    ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Plays from the frame that is looked at; from the first, where that is the last or none. */
    void playOrPause() {
        if (playing.get()) {
            stop();
        } else if (!film.frames().isEmpty()) {
            if (index() < 0 || index() == film.frames().size() - 1) {
                show(0);
            }
            playing.set(true);
            clock.playFromStart();
        }
    }

    /** Stays where it is. */
    void stop() {
        playing.set(false);
        clock.stop();
    }

    /**
     * Goes further or back by so many frames; after the last comes the present.
     *
     * @param by below 0 to go back
     */
    void step(int by) {
        stop();
        List<Frame> frames = film.frames();
        int now = index() < 0 ? frames.size() : index();
        int next = Math.max(0, now + by);
        if (next >= frames.size()) {
            film.lookAtPresent();
        } else {
            show(next);
        }
    }

    /** Shows the first frame. */
    void first() {
        stop();
        if (!film.frames().isEmpty()) {
            show(0);
        }
    }

    /** Shows the run as it is now. */
    void present() {
        stop();
        film.lookAtPresent();
    }

    /** Goes on while it plays; at the end it stays. */
    private void advance() {
        int next = index() + 1;
        if (next >= film.frames().size()) {
            stop();
        } else {
            show(next);
        }
    }

    private void show(int index) {
        film.lookAt(film.frames().get(index));
    }

    /** Of the frame that is looked at, or -1. */
    private int index() {
        return film.lookedAtProperty()
                .get()
                .map(
                        looked -> {
                            int found = -1;
                            for (int i = 0; i < film.frames().size(); i++) {
                                if (film.frames().get(i).step() <= looked.step()) {
                                    found = i;
                                }
                            }
                            return found;
                        })
                .orElse(-1);
    }
}
