package org.ganatelier.ui.inside;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.session.Documents;
import org.ganatelier.session.EditName;
import org.ganatelier.text.Language;
import org.ganatelier.text.Words;
import org.ganatelier.train.Question;
import org.ganatelier.ui.panel.PanelCase;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.panel.WatchedPanelCase;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** A look inside a real run. */
class InsidePanelTest extends WatchedPanelCase<InsidePanel> {
    /** A convolution of 4x4 with stride 2, from 28x28 to 14x14, next to the image. */
    private static final Place.Layer FIRST_OF_D = new Place.Layer(Side.DISCRIMINATOR, 0);

    private static final Place.Layer FLATTEN = new Place.Layer(Side.DISCRIMINATOR, 3);

    /** Before the last layer, which makes 28x28 of 14x14 in the same way. */
    private static final Place.Layer MIDDLE_OF_G = new Place.Layer(Side.GENERATOR, 4);

    private static final String MAPS = "16 maps of 14×14";
    private static final String SELECT =
            "Select a layer of a network: here you see what is inside it.";

    @Override
    protected Experiment experiment() {
        return Documents.preset("d-wins");
    }

    @Override
    protected InsidePanel make(PanelContext context) {
        return (InsidePanel) InsidePanel.in(context);
    }

    @Test
    void aSentenceSaysWhatIsMissing() throws TimeoutException {
        assertThat(texts())
                .containsExactly(
                        "Select a layer of a network, then train: here you see what is inside it.");
        select(FIRST_OF_D);
        waitForText("Train first: then you see what is inside this layer.");
        step();
        waitForText("Discriminator, layer 1: Conv2D");
        interact(
                () ->
                        session.editor()
                                .edit(
                                        new EditName.AddLayer("Dropout"),
                                        e ->
                                                e.withNetwork(
                                                        Side.DISCRIMINATOR,
                                                        n -> n.withInserted(0, new Dropout(0.3)))));
        waitUntil(() -> texts().size() == 1);
        assertThat(texts().getFirst()).startsWith("The running model does not have this layer");
        interact(() -> session.selectedPlaceProperty().set(Optional.empty()));
        waitForText(SELECT);
    }

    @Test
    void dIsSeenWithGeneratedAndWithRealImages() throws TimeoutException {
        step();
        select(FIRST_OF_D);
        waitForText(MAPS);
        assertThat(texts()).contains("Discriminator, layer 1: Conv2D", "14×14×16", "1 of 64");
        int[] generated = pixels(".inside-picture");
        int[] maps = pixels(maps());
        clickOn("#inside-real");
        waitUntil(() -> !same(generated, pixels(".inside-picture")) && !same(maps, pixels(maps())));
        int[] real = pixels(".inside-picture");
        clickOn("#inside-next");
        waitForText("2 of 64");
        assertThat(pixels(".inside-picture")).isNotEqualTo(real);
        clickOn("#inside-previous");
        waitForText("1 of 64");
        assertThat(pixels(".inside-picture")).isEqualTo(real);
        clickOn("#inside-previous");
        waitForText("64 of 64");
    }

    @Test
    void whatIsPointedAtTellsItsReach() throws TimeoutException {
        step();
        select(FIRST_OF_D);
        waitForText(MAPS);
        pointInto(maps());
        assertThat(reading())
                .startsWith("Map 1, row ")
                .endsWith("It depends on 16 pixels of the image (4×4).");
        pointInto(seen(".inside-picture", TileGrid.class));
        assertThat(reading())
                .startsWith("Pixel in row ")
                .endsWith("4 places of this layer (2×2) depend on it.");
        moveTo("#inside-maps");
        assertThat(reading()).startsWith("Point at a value to see which pixels it depends on");
    }

    @Test
    void ofGItIsToldWhatTheImageIsMadeFrom() throws TimeoutException {
        step();
        select(MIDDLE_OF_G);
        waitForText(MAPS);
        assertThat(texts()).contains("Generator, layer 5: BatchNorm").doesNotContain("Real");
        pointInto(maps());
        assertThat(reading()).endsWith("It reaches 16 pixels of the image (4×4).");
        pointInto(seen(".inside-picture", TileGrid.class));
        assertThat(reading()).endsWith("It is made from 4 places of this layer (2×2).");
    }

    @Test
    void weightsAreShownAsPictures() throws TimeoutException {
        step();
        select(FIRST_OF_D);
        open("#inside-filters");
        waitForText("16 filters of 4×4, as the image sees them");
        TileGrid grid = maps();
        int[] before = pixels(grid);
        pointInto(grid);
        assertThat(reading()).matches("[−-]?0\\.\\d+|.*×.*");
        step();
        waitUntil(() -> !same(before, pixels(maps())));
        select(FLATTEN);
        waitForText("This layer has no weights.");
    }

    @Test
    void figuresComeWithTheSteps() throws TimeoutException {
        step();
        select(FIRST_OF_D);
        open("#inside-time");
        waitUntil(watched::isInspected);
        interact(session.training()::train);
        waitUntil(() -> norm().matches("‖w‖ [0-9.]+"));
        assertThat(texts())
                .contains("Norms", "Update to weights", "Weights", "Gradients", "Outputs")
                .anyMatch(text -> text.matches("‖g‖ [0-9.e-]+"));
        String before = norm();
        waitUntil(() -> !norm().equals(before));
        select(FLATTEN);
        waitUntil(() -> !texts().contains("Norms"));
        assertThat(texts()).contains("Outputs");
    }

    @Test
    void whoDoesNotLookAsksNothing() throws TimeoutException {
        step();
        select(FIRST_OF_D);
        waitForText(MAPS);
        assertThat(watched.isInspected()).isTrue();
        show(false);
        assertThat(watched.isInspected()).isFalse();
        watched.forget();
        select(MIDDLE_OF_G);
        step();
        speak(Words.of(Language.GERMAN));
        speak(Words.english());
        step();
        assertThat(asked()).isEmpty();
        assertThat(watched.isInspected()).isFalse();
        show(true);
        waitForText("Generator, layer 5: BatchNorm");
        waitForText(MAPS);
        assertThat(asked()).isNotEmpty();
    }

    @Test
    void whatARunThatIsGoneAnswersIsNotSeen() throws TimeoutException {
        step();
        select(FIRST_OF_D);
        waitForText(MAPS);
        watched.hold();
        clickOn("#inside-next");
        waitUntil(() -> watched.waiting() > 0);
        reset();
        waitUntil(() -> !texts().contains(MAPS));
        assertThat(maps().tiles()).isEqualTo(Tiles.NONE);
        // Those of the run before, and then what the new one is asked.
        watched.release();
        waitForText(MAPS);
    }

    @Test
    void thePageStaysInAnotherLanguage() throws TimeoutException {
        step();
        select(FIRST_OF_D);
        open("#inside-filters");
        waitForText("16 filters of 4×4, as the image sees them");
        speak(Words.of(Language.GERMAN));
        waitUntil(() -> texts().stream().anyMatch(text -> text.startsWith("16 Filter")));
    }

    private void select(Place.Layer layer) {
        interact(() -> session.selectedPlaceProperty().set(Optional.of(layer)));
    }

    /** Turns to a page, once the layer that is selected is shown. */
    private void open(String page) throws TimeoutException {
        waitForText("Discriminator, layer 1: Conv2D");
        clickOn(page);
    }

    /** What the engine was asked of what is inside. */
    private List<Question<?>> asked() {
        return watched.asked().stream()
                .filter(q -> q instanceof Question.Activations || q instanceof Question.WeightsOf)
                .toList();
    }

    private TileGrid maps() {
        return lookup(".tile-grid")
                .match(PanelCase::isSeen)
                .match(grid -> !grid.getStyleClass().contains("inside-picture"))
                .query();
    }

    private String norm() {
        return texts().stream().filter(text -> text.startsWith("‖w‖")).findFirst().orElse("");
    }

    /** Points into the first picture, away from its edges. */
    private void pointInto(TileGrid grid) {
        interact(() -> panel.layout());
        Bounds at = grid.localToScreen(grid.getLayoutBounds());
        moveTo(at.getMinX() + 20, at.getMinY() + 20);
        settle();
    }

    private String reading() {
        return seen(".inside-reading", Label.class).getText();
    }

    private int[] pixels(String selector) {
        return pixels(seen(selector, TileGrid.class));
    }

    private static int[] pixels(TileGrid grid) {
        var image = ((ImageView) grid.getChildrenUnmodifiable().getFirst()).getImage();
        if (image == null) {
            return new int[0];
        }
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var argb = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return argb;
    }

    private static boolean same(int[] one, int[] other) {
        return Arrays.equals(one, other);
    }
}
