package org.ganatelier.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.Theme;

import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import org.ganatelier.coach.fact.Finding;
import org.ganatelier.coach.fact.Picture;
import org.ganatelier.coach.fact.Severity;
import org.ganatelier.session.Pictures.Content;
import org.ganatelier.session.Settings;
import org.ganatelier.text.Words;
import org.ganatelier.train.History;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.quality.ScorePoint;
import org.ganatelier.ui.widget.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

@ExtendWith(ApplicationExtension.class)
class ChartsPanelTest {
    /** Light text on dark needs lighter colours: from the style sheet, by theme. */
    private static final Color ORANGE_ON_LIGHT = Color.web("#bc4c00");

    private static final Color VIOLET_ON_LIGHT = Color.web("#8250df");

    private static final Color ORANGE_ON_DARK = Color.web("#f0883e");

    /** Room for the numbers beside the curves, and beside both ends of them. */
    private static final double PLOT_LEFT = 46;

    private static final double PLOT_MARGIN = 54;

    private final SimpleObjectProperty<History> history =
            new SimpleObjectProperty<>(Histories.empty());
    private final SimpleLongProperty revision = new SimpleLongProperty();
    private final Settings settings = Settings.forgetful();
    private final Choices choices = new Choices(settings);
    private final List<ScorePoint> scores = new ArrayList<>();
    private final SimpleObjectProperty<List<Finding>> said = new SimpleObjectProperty<>(List.of());

    @Start
    void show(Stage stage) {
        var feed = new Feed(history, () -> scores, revision, said);
        var export = new ChartsExport(this::write, settings, Words.english());
        var panel = new ChartsPanel(feed, choices, export, Words.english());
        Pictures.show(stage, panel, "charts.css", 510, 480);
    }

    private void write(Path file, Content content) {
        try {
            content.writeTo(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void beforeTheFirstStepAHintStandsInThePlot(FxRobot robot) throws TimeoutException {
        waitUntil(() -> hint(robot).isVisible());
        assertThat(robot.lookup("#losses").query().getAccessibleText())
                .isEqualTo("Loss: The curves begin with the first step of training.");

        measure(robot, Histories.metrics(1, 1, 1, 0.5, 0.5));
        waitUntil(() -> !hint(robot).isVisible());
    }

    /** A mouse moves at any time, curves are drawn some times in a second. */
    @Test
    void aStepThatIsNotDrawnYetCannotBePointedAt(FxRobot robot) throws TimeoutException {
        waitUntil(() -> hint(robot).isVisible());
        robot.interact(() -> history.get().add(Histories.metrics(1, 1, 1, 0.5, 0.5)));
        robot.moveTo("#losses").moveBy(5, 5);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup("#losses .crosshair-readout").query().getParent().isVisible())
                .isFalse();
        assertThat(robot.lookup("#losses").query().getAccessibleText())
                .isEqualTo("Loss: The curves begin with the first step of training.");
    }

    @Test
    void theLegendFollowsTheRun(FxRobot robot) throws TimeoutException {
        measure(robot, Histories.metrics(1, 1.25, 1, 0.61, 0.38));
        waitForText(robot, "generator 1.25");
        waitForText(robot, "discriminator 0.50");
        waitForText(robot, "D(real) 0.61");
        waitForText(robot, "D(G(z)) 0.38");
        measure(robot, Histories.metrics(2, 2.5, 3, 0.7, 0.2));
        waitForText(robot, "generator 2.50");

        robot.interact(() -> history.set(Histories.empty()));
        waitForText(robot, "generator");
    }

    private static Bounds bounds(Node node) {
        // Without the line of pixels that neighbours share.
        Bounds all = node.localToScene(node.getBoundsInLocal());
        return new BoundingBox(
                all.getMinX(), all.getMinY(), all.getWidth() - 1, all.getHeight() - 1);
    }

    @Test
    void whatLn2MeansDependsOnTheObjective(FxRobot robot) throws TimeoutException {
        waitForText(robot, "ln 2: D is guessing");
        robot.interact(() -> history.set(Histories.minimax(200)));
        waitForText(robot, "−ln 2: D is guessing (G’s loss)");
    }

    /** Before the first step there is room for both, and none stands upon the hint. */
    @Test
    void theLevelsOfBothPlayersAreInsideThePlotBeforeTheFirstStep(FxRobot robot)
            throws TimeoutException {
        robot.interact(() -> history.set(Histories.minimax(0)));
        waitForText(robot, "−ln 2: D is guessing (G’s loss)");
        Bounds plot = bounds(robot.lookup("#losses").query());
        List<Bounds> words = words(robot);

        assertThat(words).hasSize(3).allMatch(plot::contains);
        assertApart(words);
    }

    /** So low that there is no room for all: what is seen stands inside and apart. */
    @ParameterizedTest
    @ValueSource(doubles = {120, 200, 300})
    void wordsInALowPlotDoNotMeet(double height, FxRobot robot) throws TimeoutException {
        robot.interact(
                () -> {
                    Stage stage = (Stage) robot.lookup("#losses").query().getScene().getWindow();
                    stage.setHeight(height);
                    History run = Histories.minimax(200);
                    run.mark(Histories.rate(20, "0.001", "0.0005"));
                    run.mark(Histories.rate(180, "0.0005", "0.002"));
                    history.set(run);
                });
        waitUntil(() -> !hint(robot).isVisible());
        Bounds plot = bounds(robot.lookup("#losses").query());
        List<Bounds> words = words(robot);

        assertThat(words).allMatch(plot::contains);
        assertApart(words);
    }

    private static List<Bounds> words(FxRobot robot) {
        return Stream.of("#losses .line-label", "#losses .plot-hint")
                .flatMap(selector -> robot.lookup(selector).queryAll().stream())
                .filter(Node::isVisible)
                .map(ChartsPanelTest::bounds)
                .toList();
    }

    private static void assertApart(List<Bounds> all) {
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(all.get(i).intersects(all.get(j))).as(i + " on " + j).isFalse();
            }
        }
    }

    @Test
    void theReadOutLeavesTheWordsOfChangesFree(FxRobot robot) throws TimeoutException {
        History run = Histories.of(200);
        run.mark(Histories.rate(100, "0.001", "0.0005"));
        robot.interact(() -> history.set(run));
        waitUntil(() -> !robot.lookup("#losses .edit-label").queryAll().isEmpty());
        Node plot = robot.lookup("#losses").query();
        robot.interact(plot::requestFocus);
        robot.type(KeyCode.LEFT);
        Bounds readout = bounds(robot.lookup("#losses .crosshair-readout").query());

        assertThat(readout.intersects(bounds(robot.lookup("#losses .edit-label").query())))
                .isFalse();
    }

    /** Losses of a run that diverges: the panel may become no wider, nor a label cut. */
    @Test
    void figuresOfAnySizeKeepTheWidth(FxRobot robot) throws TimeoutException {
        measure(robot, Histories.metrics(1, 1.25, 1, 0.61, 0.38));
        waitForText(robot, "generator 1.25");
        Region panel = robot.lookup(".charts-panel").queryAs(Region.class);
        for (double size : new double[] {-0.001, 99_999, 4.1e33, -3.3e38}) {
            robot.interact(
                    () -> {
                        History run = Histories.critic(0);
                        run.add(Histories.metrics(1, size, 2 * size, size, -size));
                        history.set(run);
                    });
            String figure = Words.english().figure((float) size, 2);
            waitForText(robot, "generator " + figure);
            // The text is there before the next frame gives it room.
            robot.interact(() -> panel.getScene().getRoot().layout());
            assertThat(panel.minWidth(-1)).isLessThan(420);
            labels(robot).stream()
                    .filter(Node::isVisible)
                    .forEach(
                            label ->
                                    assertThat(label.getWidth())
                                            .as(label.getText())
                                            .isGreaterThanOrEqualTo(label.prefWidth(-1) - 1));
            Bounds plot = bounds(robot.lookup("#losses").query());
            assertThat(
                            robot.lookup("#losses .tick-label").queryAll().stream()
                                    .filter(Node::isVisible)
                                    .map(ChartsPanelTest::bounds))
                    .isNotEmpty()
                    .allMatch(b -> b.getMinX() >= plot.getMinX() && b.getMaxX() <= plot.getMaxX());
        }
    }

    @Test
    void whatTheOutputsMeanDependsOnTheObjective(FxRobot robot) throws TimeoutException {
        waitForText(robot, "dashed: D is guessing");
        assertThat(robot.lookup("#outputs").query().getAccessibleHelp()).contains("one half");
        robot.interact(() -> history.set(Histories.critic(200)));
        waitUntil(() -> anyText(robot, text -> text.endsWith(": only this counts")));
        waitUntil(() -> anyText(robot, text -> text.startsWith("s(real) ")));
        assertThat(robot.lookup("#note-outputs").queryAs(Label.class).getTooltip().getText())
                .contains("up to a constant");
        assertThat(robot.lookup("#outputs").query().getAccessibleHelp())
                .contains("only the gap between the two curves");
    }

    @Test
    void arrowKeysReadSteps(FxRobot robot) throws TimeoutException {
        robot.interact(
                () -> {
                    for (int step = 1; step <= 20; step++) {
                        history.get()
                                .add(Histories.metrics(step, step, 2 * step, 0.5, step / 100.0));
                    }
                    revision.set(20);
                });
        waitForText(robot, "generator 20.00");
        Node losses = robot.lookup("#losses").query();
        robot.interact(losses::requestFocus);
        robot.push(KeyCode.LEFT);
        robot.push(KeyCode.LEFT);

        assertThat(losses.getAccessibleText())
                .isEqualTo("Loss: step 18\ngenerator 18.000\ndiscriminator 18.000");
        assertThat(robot.lookup("#outputs").query().getAccessibleText())
                .isEqualTo("Discriminator output D(x): step 18\nD(real) 0.500\nD(G(z)) 0.180");
        assertThat(robot.lookup("#losses .crosshair-readout").queryLabeled().getText())
                .startsWith("step 18\n");

        robot.push(KeyCode.HOME);
        assertThat(losses.getAccessibleText()).startsWith("Loss: step 1\n");
        robot.push(KeyCode.ESCAPE);
        assertThat(losses.getAccessibleText()).startsWith("Loss: step 20\n");
        assertThat(robot.lookup("#losses .crosshair-readout").tryQuery())
                .get()
                .matches(readout -> !readout.getParent().isVisible());
    }

    @Test
    void aPenaltyIsToldOfBesideTheLossThatLeavesItOut(FxRobot robot) throws TimeoutException {
        Label penalty = robot.lookup("#penalty").queryAs(Label.class);
        assertThat(penalty.isManaged()).isFalse();
        robot.interact(() -> history.set(Histories.penalised(50)));
        waitForText(robot, "D’s loss leaves out its penalty 0.13");
        assertThat(penalty.isManaged()).isTrue();
        assertThat(penalty.getTooltip().getText()).contains("D’s curve leaves it out");

        Node losses = robot.lookup("#losses").query();
        robot.interact(losses::requestFocus);
        robot.push(KeyCode.HOME);
        assertThat(losses.getAccessibleText()).contains("\npenalty 0.125, left out of D’s loss\n");
        robot.push(KeyCode.RIGHT);
        assertThat(losses.getAccessibleText()).contains("\nno penalty computed here\n");
        assertThat(robot.lookup("#outputs").query().getAccessibleText()).doesNotContain("penalty");

        robot.interact(() -> history.set(Histories.of(50)));
        waitUntil(() -> penalty.getText().isEmpty());
    }

    @Test
    void aRateThatAScheduleChangesIsReadAtEachStep(FxRobot robot) throws TimeoutException {
        robot.interact(() -> history.set(Histories.penalised(50)));
        waitForText(robot, "D’s loss leaves out its penalty 0.13");
        Node losses = robot.lookup("#losses").query();
        robot.interact(losses::requestFocus);
        robot.push(KeyCode.HOME);
        assertThat(losses.getAccessibleText()).endsWith("\nD’s rate 0.001");
        robot.push(KeyCode.END);
        // 49 of 1,000 steps on the way from 1e-3 to 1e-4.
        assertThat(losses.getAccessibleText())
                .endsWith("\nD’s rate 0.000956")
                .doesNotContain("G’s rate");
    }

    @Test
    void theMouseReadsStepsInBothPlots(FxRobot robot) throws TimeoutException {
        robot.interact(() -> history.set(Histories.of(5_000)));
        waitUntil(() -> !hint(robot).isVisible());
        robot.moveTo("#losses");

        String words = robot.lookup("#outputs .crosshair-readout").queryLabeled().getText();
        assertThat(words).matches("(?s)step 2,[23]\\d\\d\nD\\(real\\).*\nD\\(G\\(z\\)\\).*");
        robot.interact(() -> Pictures.take(scene(robot), Pictures.THEMES.get(0), "crosshair"));
    }

    @Test
    void whatWasChangedIsMarkedWhereItWasChanged(FxRobot robot) throws TimeoutException {
        History edited = Histories.of(1_240);
        edited.mark(Histories.rate(600, "0.001", "0.0005"));
        robot.interact(() -> history.set(edited));
        waitForText(robot, "D’s learning rate 0.001 → 0.0005");
        assertThat(
                        robot.lookup("#outputs .edit-label").queryAllAs(Label.class).stream()
                                .filter(Label::isVisible))
                .isEmpty();

        var picture = new AtomicReference<WritableImage>();
        robot.interact(
                () -> picture.set(Pictures.take(scene(robot), Pictures.THEMES.get(0), "edit")));
        assertThat(pixels(Objects.requireNonNull(picture.get()), VIOLET_ON_LIGHT))
                .as("a line through both plots")
                .isGreaterThan(250);
        Node losses = robot.lookup("#losses").query();
        double place =
                PLOT_LEFT + (losses.getLayoutBounds().getWidth() - PLOT_MARGIN) * 600 / 1_240;
        robot.moveTo(losses.localToScreen(place, 50));
        assertThat(losses.getAccessibleText())
                .endsWith("\nafter step 600: D’s learning rate 0.001 → 0.0005");
    }

    /** A diamond at the lower edge, which no change of a value has, in the colour of text. */
    @Test
    void whereTheCoachSpokeIsMarkedAndReadThere(FxRobot robot) throws TimeoutException {
        robot.interact(() -> history.set(Histories.of(1_240)));
        waitUntil(() -> !hint(robot).isVisible());
        Node losses = robot.lookup("#losses").query();
        double place =
                PLOT_LEFT + (losses.getLayoutBounds().getWidth() - PLOT_MARGIN) * 600 / 1_240;
        robot.moveTo(losses.localToScreen(place, 50));
        assertThat(losses.getAccessibleText()).doesNotContain("coach");
        Color background = atTheFoot(robot, losses, place);

        robot.interact(
                () ->
                        said.set(
                                List.of(
                                        new Finding(
                                                        "divergence",
                                                        Severity.WARNING,
                                                        600,
                                                        Picture.LOSSES)
                                                .saying("generator"))));
        waitUntil(() -> losses.getAccessibleText().contains("coach"));
        assertThat(losses.getAccessibleText()).endsWith("\ncoach at step 600: G’s loss runs away");
        assertThat(robot.lookup("#losses .edit-label").<Node>queryAll())
                .noneMatch(label -> label.isVisible());
        assertThat(atTheFoot(robot, losses, place)).isNotEqualTo(background);

        robot.interact(() -> said.set(List.of()));
        waitUntil(() -> !losses.getAccessibleText().contains("coach"));
        assertThat(atTheFoot(robot, losses, place)).isEqualTo(background);
    }

    /** Beside the line of a mark, where only the diamond of the coach is. */
    private static Color atTheFoot(FxRobot robot, Node plot, double x) {
        var color = new AtomicReference<Color>();
        double aside = 2;
        double up = Plot.BOTTOM + 5;
        robot.interact(
                () -> {
                    Bounds place = plot.localToScene(plot.getBoundsInLocal());
                    color.set(
                            scene(robot)
                                    .snapshot(null)
                                    .getPixelReader()
                                    .getColor(
                                            (int) (place.getMinX() + x + aside),
                                            (int) (place.getMaxY() - up)));
                });
        return Objects.requireNonNull(color.get());
    }

    @Test
    void ofManyChangesTheNewestHaveTheWords(FxRobot robot) throws TimeoutException {
        History edited = Histories.of(1_240);
        for (int step = 100; step <= 1_200; step += 100) {
            edited.mark(Histories.rate(step, "0.001", "0." + step));
        }
        robot.interact(() -> history.set(edited));
        waitForText(robot, "D’s learning rate 0.001 → 0.12");
        List<Bounds> shown =
                robot.lookup("#losses .edit-label").queryAllAs(Label.class).stream()
                        .filter(Label::isVisible)
                        .map(Label::getBoundsInParent)
                        .toList();
        assertThat(shown).hasSizeBetween(2, 4);
        for (int i = 0; i < shown.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(overlap(shown.get(i), shown.get(j))).isFalse();
            }
        }
    }

    @Test
    void coloursFollowTheTheme(FxRobot robot) {
        WritableImage light = picture(robot, "charts-1240", 1_240, Pictures.THEMES.get(0));
        WritableImage dark = picture(robot, "charts-1240", 1_240, Pictures.THEMES.get(1));

        assertThat(pixels(light, ORANGE_ON_LIGHT)).isGreaterThan(100);
        assertThat(pixels(light, ORANGE_ON_DARK)).isZero();
        assertThat(pixels(dark, ORANGE_ON_DARK)).isGreaterThan(100);
        assertThat(pixels(dark, ORANGE_ON_LIGHT)).isZero();
    }

    @Test
    void everyLabelHasRoomInASmallWindow(FxRobot robot) throws TimeoutException {
        robot.interact(() -> scene(robot).getWindow().setWidth(420));
        picture(robot, "charts-100000", 100_000, Pictures.THEMES.get(0));
        waitForText(robot, "ln 2: D is guessing");
        assertRoom(robot);
        robot.interact(() -> history.set(Histories.penalised(2_000)));
        waitForText(robot, "D’s loss leaves out its penalty 0.13");
        robot.interact(() -> Pictures.take(scene(robot), Pictures.THEMES.get(0), "penalty"));
        assertRoom(robot);
        robot.interact(() -> history.set(Histories.critic(2_000)));
        waitUntil(() -> anyText(robot, text -> text.endsWith(": only this counts")));
        robot.interact(() -> Pictures.take(scene(robot), Pictures.THEMES.get(0), "critic"));
        assertRoom(robot);
    }

    private static void assertRoom(FxRobot robot) {
        for (Labeled label : labels(robot)) {
            assertThat(label.getWidth())
                    .as(label.getText())
                    .isGreaterThanOrEqualTo(Math.floor(label.prefWidth(-1)));
        }
    }

    private WritableImage picture(FxRobot robot, String name, int steps, Theme theme) {
        robot.interact(() -> history.set(Histories.of(steps)));
        var picture = new AtomicReference<WritableImage>();
        robot.interact(() -> picture.set(Pictures.take(scene(robot), theme, name)));
        return Objects.requireNonNull(picture.get());
    }

    private void measure(FxRobot robot, Metrics metrics) {
        robot.interact(
                () -> {
                    history.get().add(metrics);
                    revision.set(metrics.step());
                });
    }

    /** By more than the pixel that rounding takes; neighbours touch. */
    private static boolean overlap(Bounds a, Bounds b) {
        return Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX()) > 1
                && Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY()) > 1;
    }

    private static List<Labeled> labels(FxRobot robot) {
        return robot.lookup(node -> node instanceof Labeled).queryAllAs(Labeled.class).stream()
                .toList();
    }

    private static Scene scene(FxRobot robot) {
        return robot.lookup(".charts-panel").query().getScene();
    }

    private static Node hint(FxRobot robot) {
        return robot.lookup("#losses .plot-hint").query();
    }

    private static long pixels(WritableImage picture, Color color) {
        long count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                count += picture.getPixelReader().getColor(x, y).equals(color) ? 1 : 0;
            }
        }
        return count;
    }

    private static void waitForText(FxRobot robot, String text) throws TimeoutException {
        waitUntil(() -> anyText(robot, text::equals));
    }

    private static boolean anyText(FxRobot robot, Predicate<String> wanted) {
        return labels(robot).stream().anyMatch(l -> l.isVisible() && wanted.test(l.getText()));
    }

    private static void waitUntil(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition::getAsBoolean);
    }
}
