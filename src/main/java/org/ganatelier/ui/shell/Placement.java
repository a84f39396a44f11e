package org.ganatelier.ui.shell;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import org.ganatelier.session.Settings;
import org.ganatelier.session.WindowPlace;

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

    /** Puts the window where it was, unless the screen that it was on is gone. */
    void restore() {
        settings.window()
                .filter(Placement::isOnScreen)
                .ifPresentOrElse(this::put, this::putFirstTime);
    }

    /** Writes down where it is. */
    void remember() {
        boolean maximised = stage.isMaximized();
        WindowPlace now =
                new WindowPlace(
                        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), maximised);
        settings.setWindow(
                maximised
                        ? settings.window().map(p -> withState(p, true)).orElse(firstPlace())
                        : now);
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

    private static boolean isOnScreen(WindowPlace place) {
        // The upper edge is what a mouse needs to move a window.
        double reach = 100;
        return !Screen.getScreensForRectangle(
                        place.x() + reach / 2,
                        place.y(),
                        Math.max(1, place.width() - reach),
                        reach / 2)
                .isEmpty();
    }
}
