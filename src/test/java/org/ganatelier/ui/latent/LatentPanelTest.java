package org.ganatelier.ui.latent;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.Theme;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import org.ganatelier.data.Images;
import org.ganatelier.data.Samples;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.session.Documents;
import org.ganatelier.session.LatentExplorer;
import org.ganatelier.session.ToldClasses;
import org.ganatelier.session.Workers;
import org.ganatelier.text.Words;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.ui.widget.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

@ExtendWith(ApplicationExtension.class)
class LatentPanelTest {
    private static final int SIZE = 64;
    private static final double WIDTH = 1366;
    private static final double HEIGHT = 196;

    private final LatentExplorer walk =
            new LatentExplorer(new Workers(Runnable::run, Runnable::run), new Random(4));
    private final AtomicInteger requests = new AtomicInteger();

    @Start
    void show(Stage stage) {
        Pictures.show(stage, new LatentPanel(walk, Words.english()), "latent.css", WIDTH, HEIGHT);
    }

    @Test
    void beforeARunAHintSaysWhatWillBeHere(FxRobot robot) {
        assertThat(robot.lookup(".latent-hint").query().isVisible()).isTrue();
        assertThat(robot.lookup(".latent-content").query().isVisible()).isFalse();
        follow(robot, SIZE);
        assertThat(robot.lookup(".latent-hint").query().isVisible()).isFalse();
        assertThat(robot.lookup(".latent-content").query().isVisible()).isTrue();
    }

    @Test
    void theLargeImageAnswersWithinTheEventThatChangedAValue(FxRobot robot) {
        follow(robot, SIZE);
        robot.interact(
                () -> {
                    slider(robot, "#slider-0").setValue(3);
                    Color white = largePixel(robot);
                    slider(robot, "#slider-0").setValue(-3);
                    assertThat(white).isEqualTo(Color.WHITE);
                    assertThat(largePixel(robot)).isEqualTo(Color.BLACK);
                });
    }

    @Test
    void aClassIsChosenByKeyboardWhereThereAreAny(FxRobot robot) {
        follow(robot, SIZE);
        ComboBox<String> box = robot.lookup("#class-drawn").queryComboBox();
        assertThat(box.getParent().isVisible()).isFalse();
        List<Integer> drawn = new ArrayList<>();
        robot.interact(
                () ->
                        walk.follow(
                                (z, label, answer) -> {
                                    drawn.add(label);
                                    paint(z, SIZE, answer);
                                },
                                new GeneratorInput(2, new float[2 * SIZE], new byte[] {0, 1}),
                                SIZE,
                                new ToldClasses(List.of("Bag", "Coat", "Dress"), false)));
        assertThat(box.getParent().isVisible()).isTrue();
        assertThat(box.getItems()).containsExactly("Bag", "Coat", "Dress");
        robot.interact(box::requestFocus);
        robot.type(KeyCode.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(walk.labelProperty().get()).isEqualTo(1);
        assertThat(drawn).containsExactly(0, 1);
        robot.interact(() -> walk.choose(0));
        assertThat(box.getValue()).isEqualTo("Bag");
    }

    @Test
    void clustersAreCalledSoAndHaveNoRows(FxRobot robot) {
        follow(robot, SIZE);
        var clusters = ToldClasses.of(Documents.preset("digits"));
        robot.interact(
                () ->
                        walk.follow(
                                (z, _, answer) -> paint(z, SIZE, answer),
                                new GeneratorInput(2, new float[2 * SIZE], new byte[] {0, 1}),
                                SIZE,
                                clusters));
        ComboBox<String> box = robot.lookup("#class-drawn").queryComboBox();
        assertThat(box.getItems()).hasSize(20).startsWith("1", "2").endsWith("20");
        assertThat(box.getAccessibleText()).isEqualTo("Cluster that is drawn");
        assertThat(clusters.rows()).isEmpty();
        assertThat(ToldClasses.of(Documents.preset("digits-conditional")).rows()).hasSize(10);
    }

    @Test
    void draggingAcrossTheBarsSetsEveryBarOnTheWay(FxRobot robot) {
        follow(robot, SIZE);
        robot.interact(walk::reset);
        Bounds bars = robot.lookup(".equaliser").query().localToScreen(inside(robot));
        double y = bars.getMinY() + bars.getHeight() / 8;
        double cell = bars.getWidth() / 32;
        robot.moveTo(bars.getMinX() + cell * 2.5, y).press(MouseButton.PRIMARY);
        // In one jump, as a fast hand makes the mouse do.
        robot.robotContext().getBaseRobot().moveMouse(new Point2D(bars.getMinX() + cell * 9.5, y));
        WaitForAsyncUtils.waitForFxEvents();
        robot.release(MouseButton.PRIMARY);

        float[] z = walk.zProperty().get();
        for (int i = 0; i < SIZE; i++) {
            if (i >= 2 && i <= 9) {
                assertThat(z[i]).as("bar %d", i).isBetween(1f, 2f);
            } else {
                assertThat(z[i]).as("bar %d", i).isZero();
            }
        }
        assertThat(walk.selectedProperty().get()).isEqualTo(9);

        robot.moveTo(bars.getMinX() + cell * 4.5, y).doubleClickOn(MouseButton.PRIMARY);
        assertThat(walk.zProperty().get()[4]).isZero();
        assertThat(walk.zProperty().get()[5]).isGreaterThan(1);
    }

    @Test
    void keysChooseAndChangeBars(FxRobot robot) {
        follow(robot, SIZE);
        robot.interact(walk::reset);
        robot.interact(() -> robot.lookup(".equaliser").query().requestFocus());
        robot.push(KeyCode.RIGHT).push(KeyCode.UP).push(KeyCode.UP);
        assertThat(walk.zProperty().get()[1]).isEqualTo(0.2f);
        robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(walk.zProperty().get()[1]).isEqualTo(-0.8f);
        robot.push(KeyCode.DELETE);
        assertThat(walk.zProperty().get()).containsOnly(0);
        robot.push(KeyCode.PAGE_DOWN);
        assertThat(walk.selectedProperty().get()).isEqualTo(9);
        robot.push(KeyCode.END);
        assertThat(robot.lookup(".equaliser").query().getAccessibleText())
                .isEqualTo("z 64 of 64: 0.00");
        assertThat(robot.lookup(".group-title").queryLabeled().getText())
                .isEqualTo("z 57 to 64 of 64");
    }

    @Test
    void theSlidersFollowTheGroup(FxRobot robot) {
        follow(robot, 100);
        robot.interact(() -> walk.setValue(98, 1.25));
        robot.interact(() -> walk.select(99));

        assertThat(slider(robot, "#slider-2").getValue()).isEqualTo(1.25);
        assertThat(slider(robot, "#slider-2").getAccessibleText()).isEqualTo("z 99 +1.25");
        assertThat(slider(robot, "#slider-4").getParent().isVisible()).isFalse();
        robot.interact(() -> slider(robot, "#slider-2").setValue(-0.5));
        assertThat(walk.zProperty().get()[98]).isEqualTo(-0.5f);
        robot.doubleClickOn("#slider-2");
        assertThat(walk.zProperty().get()[98]).isZero();
    }

    @Test
    void aValueBeyondTheSlidersIsShownAndNotChanged(FxRobot robot) {
        var far = new float[64 * SIZE];
        far[0] = 4.5f;
        robot.interact(
                () ->
                        walk.follow(
                                (z, _, answer) -> paint(z, SIZE, answer),
                                new GeneratorInput(far.length / SIZE, far, new byte[0]),
                                SIZE,
                                ToldClasses.NONE));
        robot.interact(() -> walk.choose(0));

        assertThat(walk.zProperty().get()[0]).isEqualTo(4.5f);
        assertThat(robot.lookup("+4.50").tryQuery()).isPresent();
    }

    @Test
    void buttonsGoToANewPointAndToZero(FxRobot robot) {
        follow(robot, SIZE);
        float[] first = walk.zProperty().get();
        robot.clickOn("New z");
        assertThat(walk.zProperty().get()).isNotEqualTo(first).doesNotContain(0);
        robot.clickOn("Zero");
        assertThat(walk.zProperty().get()).containsOnly(0);
    }

    @Test
    void theWayIsWalkedWithTheSliderOrByItsImages(FxRobot robot) {
        follow(robot, SIZE);
        assertThat(robot.lookup("#way-slider").query().isDisabled()).isTrue();
        assertThat(robot.lookup("Click two images in the grid for A and B.").tryQuery())
                .isPresent();
        robot.interact(() -> walk.choose(5));
        assertThat(robot.lookup("A is chosen. Click another image in the grid for B.").tryQuery())
                .isPresent();
        robot.interact(() -> walk.choose(9));

        Slider slider = slider(robot, "#way-slider");
        assertThat(slider.isDisabled()).isFalse();
        assertThat(slider.getValue()).isEqualTo(1);
        robot.interact(() -> slider.setValue(0));
        assertThat(walk.zProperty().get()).isEqualTo(previewNoise(5, SIZE));
        robot.clickOn(robot.lookup(".way-image").nth(3).<Node>query());
        assertThat(walk.positionProperty().get()).isEqualTo(0.5);
        assertThat(slider.getValue()).isEqualTo(0.5);
    }

    @Test
    void oneMoveOfTheSliderIsOneRequest(FxRobot robot) {
        follow(robot, SIZE);
        robot.interact(() -> walk.choose(5));
        robot.interact(() -> walk.choose(9));
        int before = requests.get();
        robot.interact(() -> slider(robot, "#way-slider").setValue(0.3));

        assertThat(requests).hasValue(before + 1);
    }

    @Test
    void everyControlHasATooltipAndAName(FxRobot robot) {
        follow(robot, SIZE);
        var controls =
                robot.lookup(".latent-panel").queryParent().lookupAll("*").stream()
                        .filter(node -> node instanceof Slider || node instanceof ButtonBase)
                        .map(Control.class::cast)
                        .toList();
        assertThat(controls)
                .as("eight values, the way, and two buttons at least")
                .hasSizeGreaterThan(10)
                .allSatisfy(
                        control -> {
                            assertThat(control.getTooltip()).isNotNull();
                            String text = control instanceof Labeled label ? label.getText() : "";
                            String name = control.getAccessibleText();
                            assertThat(name == null || name.isEmpty() ? text : name).isNotEmpty();
                        });
    }

    @ParameterizedTest
    @CsvSource({"900,64", "1280,64", "1366,64", "1366,100", "1920,64", "1920,100"})
    void everythingHasRoom(int width, int size, FxRobot robot) {
        robot.interact(() -> panel(robot).getScene().getWindow().setWidth(width));
        follow(robot, size);
        robot.interact(() -> walk.choose(5));
        robot.interact(() -> walk.choose(9));
        for (Theme theme : Pictures.THEMES) {
            String name = "latent-" + width + "-" + size;
            robot.interact(() -> Pictures.take(panel(robot).getScene(), theme, name));
        }

        Bounds panel = panel(robot).localToScene(panel(robot).getLayoutBounds());
        for (Node node : panel(robot).lookupAll("*")) {
            if (node.isVisible() && (node instanceof Control || node instanceof Portrait)) {
                Bounds bounds = node.localToScene(node.getLayoutBounds());
                assertThat(bounds.getMaxX()).as("%s", node).isLessThanOrEqualTo(panel.getMaxX());
                assertThat(bounds.getMaxY()).as("%s", node).isLessThanOrEqualTo(panel.getMaxY());
            }
            if (node instanceof Label label && label.isVisible() && !label.isWrapText()) {
                assertThat(label.getWidth())
                        .as(label.getText())
                        .isGreaterThanOrEqualTo(Math.floor(label.prefWidth(-1)));
            }
        }
    }

    private void follow(FxRobot robot, int size) {
        robot.interact(
                () -> {
                    var noise = new float[64 * size];
                    for (int i = 0; i < 64; i++) {
                        System.arraycopy(previewNoise(i, size), 0, noise, i * size, size);
                    }
                    walk.follow(
                            (z, _, answer) -> paint(z, size, answer),
                            new GeneratorInput(64, noise, new byte[0]),
                            size,
                            ToldClasses.NONE);
                });
    }

    private static float[] previewNoise(int image, int size) {
        var random = new Random(image);
        var noise = new float[size];
        for (int i = 0; i < size; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }

    /** Images of one brightness: black at the first value's -3, white at its +3. */
    private void paint(float[] noise, int size, Consumer<Samples> answer) {
        requests.incrementAndGet();
        int count = noise.length / size;
        var pixels = new byte[count * 28 * 28];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Images.toPixel(noise[i / (28 * 28) * size] / LatentExplorer.RANGE);
        }
        answer.accept(new Images(count, new Shape.Image(28, 28, 1), pixels));
    }

    private static Parent panel(FxRobot robot) {
        return robot.lookup(".latent-panel").queryParent();
    }

    private static Bounds inside(FxRobot robot) {
        return robot.lookup(".equaliser")
                .queryParent()
                .getChildrenUnmodifiable()
                .getFirst()
                .getBoundsInParent();
    }

    private static Slider slider(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Slider.class);
    }

    private static Color largePixel(FxRobot robot) {
        ImageView view =
                robot.from(robot.lookup("#large-image"))
                        .lookup(".image-view")
                        .queryAs(ImageView.class);
        return view.getImage().getPixelReader().getColor(70, 70);
    }
}
