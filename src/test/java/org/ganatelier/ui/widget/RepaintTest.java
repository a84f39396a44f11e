package org.ganatelier.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleLongProperty;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

@ExtendWith(ApplicationExtension.class)
class RepaintTest {
    private final AtomicInteger paintings = new AtomicInteger();
    private final Region painted = new Region();
    private final SimpleLongProperty revision = new SimpleLongProperty();

    @Start
    void show(Stage window) {
        var repaint = new Repaint(painted, paintings::incrementAndGet);
        revision.addListener(_ -> repaint.request());
        var tabs = new TabPane(new Tab("one", painted), new Tab("two", new Region()));
        Pictures.show(window, tabs, "charts.css", 200, 100);
    }

    @Test
    void manyRequestsArePaintedAtOnceAndOnceMoreLater(FxRobot robot) throws TimeoutException {
        robot.interact(
                () -> {
                    for (int i = 0; i < 50; i++) {
                        request();
                    }
                    assertThat(paintings).hasValue(1);
                });
        waitForPaintings(2);
    }

    @Test
    void whatIsHiddenIsPaintedWhenItIsShownAgain(FxRobot robot) throws TimeoutException {
        robot.interact(() -> selectTab(robot, 1));
        robot.interact(this::request);
        assertThat(paintings).hasValue(0);

        robot.interact(() -> selectTab(robot, 0));
        waitForPaintings(1);
    }

    @Test
    void aClosedWindowIsNotPainted(FxRobot robot) throws TimeoutException {
        Window window = painted.getScene().getWindow();
        robot.interact(window::hide);
        robot.interact(this::request);
        assertThat(paintings).hasValue(0);

        robot.interact(((Stage) window)::show);
        waitForPaintings(1);
    }

    private void request() {
        revision.set(revision.get() + 1);
    }

    private static void selectTab(FxRobot robot, int index) {
        robot.lookup(".tab-pane").queryAs(TabPane.class).getSelectionModel().select(index);
    }

    private void waitForPaintings(int count) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> paintings.get() == count);
    }
}
