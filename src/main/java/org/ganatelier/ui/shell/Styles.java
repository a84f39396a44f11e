package org.ganatelier.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

import org.ganatelier.session.Settings;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How the program looks: the theme and the style sheets. FX thread only. */
public final class Styles {
    /** Of the window; the first defines what all share. Each panel has a sheet of its own. */
    private static final List<String> SHEETS = List.of("base.css", "window.css");

    private final ObjectProperty<Settings.Theme> theme;

    public Styles(Settings.Theme first) {
        theme = new SimpleObjectProperty<>(first);
        restyle();
        var afterAnswer = new AfterFrame(this::restyle);
        theme.subscribe(afterAnswer::start);
    }

    private void restyle() {
        Application.setUserAgentStylesheet(
                switch (theme.get()) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                });
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
     * Gives a scene the program's style sheets.
     *
     * @param panels the files of the panels
     */
    static void applyTo(Scene scene, List<String> panels) {
        scene.getStylesheets()
                .setAll(
                        Stream.concat(SHEETS.stream(), panels.stream())
                                .map(Styles::sheet)
                                .toList());
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(
                        Styles.class.getResource("/css/" + name),
                        () -> "The program lacks its file css/" + name)
                .toExternalForm();
    }
}
