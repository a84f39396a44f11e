package org.ganatelier.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

import org.ganatelier.session.Settings;
import org.ganatelier.ui.widget.Zoom;

import java.util.List;
import java.util.stream.Stream;

/** How the program looks: the theme, its size and the style sheets. FX thread only. */
public final class Styles {
    /** In percent. */
    public static final int USUAL_SIZE = 100;

    /** Of the window; the first defines what all share. Each panel has a sheet of its own. */
    private static final List<String> SHEETS = List.of("base.css", "window.css");

    /** Sizes of everything, in percent, that larger and smaller go through. */
    private static final List<Integer> SIZES =
            List.of(75, 80, 90, USUAL_SIZE, 110, 125, 150, 175, 200, 225, 250);

    private final ObjectProperty<Settings.Theme> theme;
    private final IntegerProperty size;

    public Styles(Settings.Theme first) {
        this(first, USUAL_SIZE);
    }

    /**
     * @param size of everything, in percent of the usual size; out of bounds, the nearest
     */
    public Styles(Settings.Theme first, int size) {
        theme = new SimpleObjectProperty<>(first);
        this.size = new SimpleIntegerProperty(Math.clamp(size, SIZES.getFirst(), SIZES.getLast()));
        restyle();
        var afterAnswer = new AfterFrame(this::restyle);
        theme.subscribe(afterAnswer::start);
        this.size.subscribe((_, _) -> restyle());
    }

    private void restyle() {
        var shown =
                switch (theme.get()) {
                    case LIGHT -> new PrimerLight();
                    case DARK -> new PrimerDark();
                };
        Application.setUserAgentStylesheet(
                size.get() == USUAL_SIZE
                        ? shown.getUserAgentStylesheet()
                        : Sheets.at(shown.getUserAgentStylesheet(), zoom()));
    }

    /** The size of everything, in percent of the usual size. */
    ReadOnlyIntegerProperty sizeProperty() {
        return size;
    }

    /** How much larger everything is than usual. */
    double zoom() {
        return size.get() / (double) USUAL_SIZE;
    }

    /** The next larger size, if there is one. */
    void enlarge() {
        SIZES.stream().filter(each -> each > size.get()).findFirst().ifPresent(size::set);
    }

    /** The next smaller size, if there is one. */
    void shrink() {
        SIZES.reversed().stream()
                .filter(each -> each < size.get())
                .findFirst()
                .ifPresent(size::set);
    }

    /** The usual size. */
    void resetSize() {
        size.set(USUAL_SIZE);
    }

    /**
     * Runs something once a frame has been drawn. All controls get new styles when the theme
     * changes, which takes a while: first the button that was clicked shows that it was.
     */
    private static final class AfterFrame extends AnimationTimer {
        /**
         * A frame is painted by another thread while the next one begins, and comes to the screen
         * by way of this one: when the fourth begins, the first is there.
         */
        private static final int FRAMES = 4;

        private final Runnable action;
        private int frames;

        AfterFrame(Runnable action) {
            this.action = action;
        }

        @Override
        public void start() {
            frames = 0;
            super.start();
        }

        @Override
        public void handle(long now) {
            if (++frames == FRAMES) {
                stop();
                action.run();
            }
        }
    }

    /** The theme of this system's settings. */
    public static Settings.Theme ofSystem() {
        return Platform.getPreferences().getColorScheme() == ColorScheme.DARK
                ? Settings.Theme.DARK
                : Settings.Theme.LIGHT;
    }

    /** The theme shown. */
    ObjectProperty<Settings.Theme> themeProperty() {
        return theme;
    }

    /** From light to dark, or back. */
    void toggle() {
        theme.set(
                switch (theme.get()) {
                    case LIGHT -> Settings.Theme.DARK;
                    case DARK -> Settings.Theme.LIGHT;
                });
    }

    /**
     * Gives a scene the program's style sheets, in the size of everything.
     *
     * @param panels the files of the panels
     */
    void applyTo(Scene scene, List<String> panels) {
        Zoom.of(scene).set(zoom());
        scene.getStylesheets()
                .setAll(
                        Stream.concat(SHEETS.stream(), panels.stream())
                                .map(name -> Sheets.at("/css/" + name, zoom()))
                                .toList());
    }
}
