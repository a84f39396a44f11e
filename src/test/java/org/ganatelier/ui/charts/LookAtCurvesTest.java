package org.ganatelier.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;

import org.ganatelier.coach.fact.Finding;
import org.ganatelier.coach.fact.Picture;
import org.ganatelier.coach.fact.Severity;
import org.ganatelier.session.Pictures.Content;
import org.ganatelier.session.Settings;
import org.ganatelier.text.Words;
import org.ganatelier.train.History;
import org.ganatelier.train.quality.ScorePoint;
import org.ganatelier.ui.widget.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Mouse, wheel and keyboard in the curves' panel. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX fills the fields before each test
class LookAtCurvesTest {
    private static final int STEPS = 5_000;

    /** Pixels that JavaFX scrolls for a notch of a wheel. */
    private static final double NOTCH = 40;

    @TempDir private static Path folder;

    private final SimpleObjectProperty<History> history =
            new SimpleObjectProperty<>(Histories.of(STEPS));
    private final List<ScorePoint> scores =
            List.of(Histories.score(1, 240, 1), Histories.score(2_500, 40, 8));
    private final Choices choices = new Choices(Settings.forgetful());
    private ChartsPanel panel;

    private final SimpleObjectProperty<List<Finding>> said = new SimpleObjectProperty<>(List.of());

    @Start
    void show(Stage stage) {
        var feed = new Feed(history, () -> scores, new SimpleLongProperty(), said);
        var export =
                new ChartsExport(LookAtCurvesTest::write, Settings.forgetful(), Words.english());
        panel = new ChartsPanel(feed, choices, export, Words.english());
        Pictures.show(stage, panel, "charts.css", 510, 480);
    }

    private static void write(Path file, Content content) {
        try {
            content.writeTo(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theWheelShowsFewerStepsAroundThePointerInAllPlots(FxRobot robot) {
        wheel(robot, 0.25, 3);

        for (String id : List.of("#losses", "#outputs")) {
            Span seen = plot(robot, id).frame().part();
            assertThat(seen.length()).isCloseTo(STEPS * 0.8 * 0.8 * 0.8, within(1.0));
            // A quarter, to the pixel.
            assertThat(seen.from() + 0.25 * seen.length()).isCloseTo(STEPS * 0.25, within(12.0));
        }
        wheel(robot, 0.25, -9);
        assertThat(plot(robot, "#losses").frame().part()).isEqualTo(new Span(0, STEPS));
    }

    @Test
    void aDragMovesAlongTheRun(FxRobot robot) {
        zoomIn(robot);
        Span before = plot(robot, "#losses").frame().part();
        double pixels = plot(robot, "#losses").frame().width() / 4;
        Point2D begin = at(robot, 0.5, 0.5);
        robot.moveTo(begin).press(MouseButton.PRIMARY);
        robot.moveTo(begin.add(-pixels / 2, 0)).moveTo(begin.add(-pixels, 0));
        robot.release(MouseButton.PRIMARY);
        settle(robot);

        Span after = plot(robot, "#outputs").frame().part();
        assertThat(after.length()).isCloseTo(before.length(), within(1e-6));
        assertThat(after.from() - before.from())
                .isCloseTo(before.length() / 4, within(0.02 * before.length()));
    }

    @Test
    void aDragWithShiftChoosesStepsAndValues(FxRobot robot) {
        Point2D begin = at(robot, 0.2, 0.25);
        Plot plot = plot(robot, "#losses");
        Frame before = plot.frame();
        robot.moveTo(begin).press(KeyCode.SHIFT).press(MouseButton.PRIMARY);
        Point2D end = at(robot, 0.6, 0.5);
        robot.moveTo(at(robot, 0.4, 0.4)).moveTo(end);
        assertThat(robot.lookup("#losses .plot-box").query().isVisible()).isTrue();
        robot.release(MouseButton.PRIMARY).release(KeyCode.SHIFT);
        settle(robot);

        Frame after = plot.frame();
        assertThat(after.from()).isCloseTo(STEPS * 0.2, within(15.0));
        assertThat(after.to()).isCloseTo(STEPS * 0.6, within(15.0));
        double pixel = Math.abs(before.value(0) - before.value(1));
        assertThat(after.scale().top())
                .isCloseTo(before.value(before.height() * 0.25), within(1.5 * pixel));
        assertThat(after.scale().bottom())
                .isCloseTo(before.value(before.height() * 0.5), within(1.5 * pixel));
        assertThat(robot.lookup("#losses .plot-box").query().isVisible()).isFalse();
        // Its own values have the other plot.
        assertThat(plot(robot, "#outputs").frame().scale()).isEqualTo(Scale.UNIT);

        robot.doubleClickOn(at(robot, 0.5, 0.5));
        settle(robot);
        assertThat(plot.frame().part()).isEqualTo(new Span(0, STEPS));
        assertThat(plot.frame().scale().bottom()).isZero();
    }

    @Test
    void keysShowMoreOrLessAndMoveAlong(FxRobot robot) {
        Plot plot = plot(robot, "#losses");
        robot.interact(plot::requestFocus);
        robot.type(KeyCode.PLUS, 2);
        settle(robot);
        assertThat(plot.frame().part()).isEqualTo(new Span(STEPS * 0.75, STEPS));

        robot.push(KeyCode.CONTROL, KeyCode.LEFT);
        settle(robot);
        assertThat(plot.frame().from()).isCloseTo(STEPS * 0.6875, within(1e-6));
        robot.type(KeyCode.MINUS);
        settle(robot);
        assertThat(plot.frame().part().length()).isCloseTo(STEPS / 2.0, within(1e-6));
        robot.type(KeyCode.DIGIT0);
        settle(robot);
        assertThat(plot.frame().part()).isEqualTo(new Span(0, STEPS));
    }

    @Test
    void readingBeyondAnEdgeMovesAlong(FxRobot robot) {
        Plot plot = plot(robot, "#losses");
        robot.interact(plot::requestFocus);
        robot.type(KeyCode.PLUS, 2);
        robot.type(KeyCode.HOME);
        settle(robot);

        assertThat(plot.frame().part().contains(1)).isTrue();
        assertThat(plot.frame().part().length()).isCloseTo(STEPS * 0.25, within(1e-6));
        assertThat(plot.getAccessibleText()).startsWith("Loss: step 1\n");
        assertThat(plot(robot, "#outputs").getAccessibleText())
                .startsWith("Discriminator output D(x): step 1\n");
    }

    @Test
    void aNameHidesItsCurveByMouseAndByKeyboard(FxRobot robot) {
        Plot plot = plot(robot, "#losses");
        robot.clickOn("#curve-g_loss");
        settle(robot);
        assertThat(seen(plot)).containsExactly("d_loss");
        // What is left has the axis for itself.
        assertThat(plot.frame().scale().top()).isLessThanOrEqualTo(1);
        assertThat(choices.hiddenProperty().get()).containsExactly("g_loss");

        robot.interact(() -> robot.lookup("#curve-g_loss").query().requestFocus());
        robot.type(KeyCode.SPACE);
        settle(robot);
        assertThat(seen(plot)).containsExactly("g_loss", "d_loss");
        assertThat(robot.lookup("#curve-g_loss").queryAs(ToggleButton.class).isSelected()).isTrue();

        robot.interact(plot::requestFocus);
        robot.type(KeyCode.DIGIT2);
        settle(robot);
        assertThat(seen(plot)).containsExactly("g_loss");
    }

    @Test
    void theMenuChoosesPlotsAxisAndScale(FxRobot robot) throws TimeoutException {
        for (PlotKind kind : List.of(PlotKind.DISTANCE, PlotKind.CLASSES, PlotKind.GRADIENTS)) {
            robot.interact(() -> choose(item(robot, "charts-plots-" + kind.id())));
        }
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> robot.lookup("#gradients").tryQuery().isPresent());
        settle(robot);
        assertThat(plot(robot, "#distance").frame().scale().mapping())
                .isEqualTo(new Mapping.Logarithmic());
        assertThat(label(robot, "#upwards-distance")).isEqualTo("↓ closer to real images");
        assertThat(plot(robot, "#classes").frame().scale().top()).isEqualTo(10);
        // This run has measured none.
        assertThat(robot.lookup("#gradients .plot-hint").query().isVisible()).isTrue();

        robot.interact(() -> choose(item(robot, "charts-log-losses")));
        robot.interact(() -> choose(item(robot, "charts-axis-seconds")));
        robot.interact(() -> choose(item(robot, "charts-smoothing-none")));
        settle(robot);
        Frame frame = plot(robot, "#losses").frame();
        assertThat(frame.scale().mapping()).isEqualTo(new Mapping.Logarithmic());
        assertThat(frame.axis().unit()).isEqualTo(XAxis.Unit.SECONDS);
        assertThat(frame.curves().getFirst().line())
                .isEqualTo(frame.curves().getFirst().buckets().mean());
        robot.interact(() -> Pictures.take(panel.getScene(), Pictures.THEMES.get(0), "all-plots"));
        robot.interact(() -> panel.getScene().getWindow().setHeight(1_000));
        settle(robot);
        robot.interact(
                () -> Pictures.take(panel.getScene(), Pictures.THEMES.get(1), "all-plots-high"));
    }

    @Test
    void anotherRunIsSeenAsAWhole(FxRobot robot) throws TimeoutException {
        zoomIn(robot);
        robot.interact(() -> history.set(Histories.of(800)));
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> plot(robot, "#losses").frame().part().equals(new Span(0, 800)));
    }

    @Test
    void whatIsShownIsSavedAsPictureDrawingAndTable(FxRobot robot) throws IOException {
        zoomIn(robot);
        for (ExportKind kind : ExportKind.values()) {
            robot.interact(() -> panel.export(kind, folder.resolve("curves" + kind.extension())));
        }
        var picture = new Image(folder.resolve("curves.png").toUri().toString());
        assertThat(picture.getWidth()).isEqualTo(2 * 510);
        String svg = Files.readString(folder.resolve("curves.svg"));
        assertThat(svg)
                .contains(">Loss</text>", ">↑ real to D</text>", ">ln 2: D is guessing</text>")
                .contains("stroke-dasharray=\"7.0 4.0\"");
        Span seen = plot(robot, "#losses").frame().part();
        List<String> table = Files.readAllLines(folder.resolve("curves.csv"));
        assertThat(table.getFirst()).isEqualTo("step,seconds,g_loss,d_loss,d_real,d_fake");
        assertThat(table.get(1)).startsWith((long) Math.ceil(seen.from()) + ",");
        assertThat(table.getLast()).startsWith((long) Math.floor(seen.to()) + ",");
        // The menu is back where it was.
        assertThat(robot.lookup("#charts-menu").query().isVisible()).isTrue();
    }

    @Test
    void aDrawingHasTheWordsOfTheCoach(FxRobot robot) throws IOException, TimeoutException {
        Path file = folder.resolve("coach.svg");
        robot.interact(() -> panel.export(ExportKind.SVG, file));
        assertThat(Files.readString(file)).doesNotContain("stroke-dasharray=\"1.0 3.0\"");

        robot.interact(
                () ->
                        said.set(
                                List.of(
                                        new Finding(
                                                        "divergence",
                                                        Severity.WARNING,
                                                        100,
                                                        Picture.LOSSES)
                                                .saying("generator"))));
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> !plot(robot, "#losses").marks().isEmpty());
        robot.interact(() -> panel.export(ExportKind.SVG, file));
        assertThat(Files.readString(file))
                .contains(">G’s loss runs away</text>")
                .contains("stroke-dasharray=\"1.0 3.0\"");
    }

    private void zoomIn(FxRobot robot) {
        wheel(robot, 0.5, 5);
    }

    /**
     * Turns the wheel away from the user by some notches, the pointer being so far to the right.
     */
    private static void wheel(FxRobot robot, double across, int notches) {
        Plot plot = plot(robot, "#losses");
        double x = plot.localToScene(plot.left() + across * plot.frame().width(), 0).getX();
        for (int i = 0; i < Math.abs(notches); i++) {
            robot.interact(() -> Event.fireEvent(plot, notch(x, Math.signum(notches) * NOTCH)));
            settle(robot);
        }
    }

    private static ScrollEvent notch(double x, double delta) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                x,
                50,
                x,
                50,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                delta,
                0,
                delta,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                new PickResult(null, x, 50));
    }

    /** A place in the plot of losses, as parts of its area from the upper left. */
    private static Point2D at(FxRobot robot, double across, double down) {
        Plot plot = plot(robot, "#losses");
        return plot.localToScreen(
                plot.left() + across * plot.frame().width(),
                plot.top() + down * plot.frame().height());
    }

    private static Plot plot(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Plot.class);
    }

    private static String label(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static List<String> seen(Plot plot) {
        return plot.frame().seen().stream().map(curve -> curve.trace().id()).toList();
    }

    private static MenuItem item(FxRobot robot, String id) {
        return robot.lookup("#charts-menu").queryAs(MenuButton.class).getItems().stream()
                .flatMap(LookAtCurvesTest::withItems)
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    /** As a click does. */
    private static void choose(MenuItem item) {
        switch (item) {
            case CheckMenuItem check -> check.setSelected(!check.isSelected());
            case RadioMenuItem radio -> radio.setSelected(true);
            default -> {}
        }
        item.fire();
    }

    private static Stream<MenuItem> withItems(MenuItem item) {
        return item instanceof Menu menu
                ? menu.getItems().stream().flatMap(LookAtCurvesTest::withItems)
                : Stream.of(item);
    }

    private static void settle(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        Parent root = robot.lookup(".charts-panel").query().getScene().getRoot();
        robot.interact(
                () -> {
                    root.applyCss();
                    root.layout();
                });
    }
}
