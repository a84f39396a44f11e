package org.ganatelier.ui.shell;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import org.ganatelier.session.Settings;
import org.ganatelier.session.WindowPlace;

import java.util.Optional;

/** Where the window stands, from one start to the next. */
final class Placement {
    private static final double FIRST_WIDTH = 1440;
    private static final double FIRST_HEIGHT = 900;

    private final Stage stage;
    private final Settings settings;

    Placement(Stage stage, Settings settings) {
        this.stage = stage;
        this.settings = settings;
    }

    /** Puts the window where it was, as far as a screen that is there now has room for that. */
    void restore() {
        settings.window()
                .flatMap(Placement::onScreen)
                .ifPresentOrElse(this::put, this::putFirstTime);
    }

    /** Writes down where it is. */
    void remember() {
        boolean maximised = stage.isMaximized();
        if (maximised || stage.isFullScreen()) {
            WindowPlace before = settings.window().orElse(firstPlace());
            settings.setWindow(withState(before, maximised || before.maximised()));
        } else {
            settings.setWindow(
                    new WindowPlace(
                            stage.getX(),
                            stage.getY(),
                            stage.getWidth(),
                            stage.getHeight(),
                            false));
        }
    }

    private void put(WindowPlace place) {
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMaximized(place.maximised());
    }

    private void putFirstTime() {
        WindowPlace first = firstPlace();
        stage.setWidth(first.width());
        stage.setHeight(first.height());
        stage.setMaximized(first.maximised());
    }

    /** A comfortable size, or all of a small screen. */
    private static WindowPlace firstPlace() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        boolean small = screen.getWidth() <= FIRST_WIDTH || screen.getHeight() <= FIRST_HEIGHT;
        double width = Math.min(FIRST_WIDTH, screen.getWidth());
        double height = Math.min(FIRST_HEIGHT, screen.getHeight());
        return new WindowPlace(screen.getMinX(), screen.getMinY(), width, height, small);
    }

    private static WindowPlace withState(WindowPlace place, boolean maximised) {
        return new WindowPlace(place.x(), place.y(), place.width(), place.height(), maximised);
    }

    /** The place moved and made smaller as far as it must be; empty where its screen is gone. */
    private static Optional<WindowPlace> onScreen(WindowPlace place) {
        return Screen.getScreensForRectangle(place.x(), place.y(), place.width(), place.height())
                .stream()
                .findFirst()
                .map(screen -> fitted(place, screen.getVisualBounds()));
    }

    /**
     * A place within a screen.
     *
     * @param screen the part of it that windows may use
     */
    static WindowPlace fitted(WindowPlace place, Rectangle2D screen) {
        double width = Math.min(place.width(), screen.getWidth());
        double height = Math.min(place.height(), screen.getHeight());
        return new WindowPlace(
                Math.clamp(place.x(), screen.getMinX(), screen.getMaxX() - width),
                Math.clamp(place.y(), screen.getMinY(), screen.getMaxY() - height),
                width,
                height,
                place.maximised());
    }
}
