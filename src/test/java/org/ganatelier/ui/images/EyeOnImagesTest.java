package org.ganatelier.ui.images;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.objective.WassersteinGp;
import org.ganatelier.session.DiscriminatorEye.Subject;
import org.ganatelier.session.Documents;
import org.ganatelier.session.EditName;
import org.ganatelier.session.Seen;
import org.ganatelier.text.Words;
import org.ganatelier.train.Question;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.panel.WatchedPanelCase;
import org.ganatelier.ui.widget.Reasons;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What D says of the images, where they are shown, in a real run. */
class EyeOnImagesTest extends WatchedPanelCase<ImagesPanel> {
    private static final int COLUMNS = 8;

    @Override
    protected Experiment experiment() {
        return Documents.preset("mlp");
    }

    @Override
    protected ImagesPanel make(PanelContext context) {
        return (ImagesPanel) ImagesPanel.in(context);
    }

    @Override
    protected double width() {
        return 900;
    }

    @Test
    void nothingIsAskedBeforeItIsWanted() throws TimeoutException {
        step();
        assertThat(asked(Question.Score.class)).isFalse();
        clickOn("#images-eye-borders");
        waitUntil(() -> seen(Subject.GENERATED));
        assertThat(asked(Question.Score.class)).isTrue();
        assertThat(asked(Question.ScoreGradient.class)).isFalse();
        clickOn("#images-eye-heat");
        waitUntil(() -> asked(Question.ScoreGradient.class));
        clickOn("#images-eye-heat");
        clickOn("#images-eye-borders");
        settle();
        watched.forget();
        step();
        assertThat(asked(Question.Score.class)).isFalse();
    }

    @Test
    void bordersHaveAKeyAndTheNumberStandsWithTheImage() throws TimeoutException {
        step();
        int[] plain = pixels();
        clickOn("#images-eye-borders");
        waitUntil(() -> seen(Subject.GENERATED) && !Arrays.equals(plain, pixels()));
        assertThat(texts()).contains("generated 0", "1 real");
        pointAt(9);
        waitUntil(() -> !tooltip().isEmpty());
        assertThat(tooltip()).startsWith("D(x) = " + Words.english().figure(outputs()[9], 2));
        assertThat(settings.choice("images-eye-borders")).contains("on");
    }

    @Test
    void scoresThatAreNoChancesHaveTheirOwnScale() throws TimeoutException {
        edit(e -> e.withObjective(e.objective().withLoss(new WassersteinGp())));
        step();
        clickOn("#images-eye-borders");
        waitUntil(() -> seen(Subject.GENERATED) && seen(Subject.REAL));
        settle();
        assertThat(texts())
                .doesNotContain("generated 0", "1 real")
                .anyMatch(text -> text.matches("generated [−-]?[0-9.]+"))
                .anyMatch(text -> text.matches("[−-]?[0-9.]+ real"));
        pointAt(0);
        waitUntil(() -> !tooltip().isEmpty());
        assertThat(tooltip()).startsWith("D(x) = " + Words.english().figure(outputs()[0], 2));
    }

    @Test
    void theMostRealOneComesFirst() throws TimeoutException {
        step();
        clickOn("#images-eye-sort");
        waitUntil(() -> seen(Subject.GENERATED));
        settle();
        float[] outputs = outputs();
        int best =
                IntStream.range(0, outputs.length)
                        .reduce((a, b) -> outputs[b] > outputs[a] ? b : a)
                        .orElseThrow();
        clickAt(0, MouseButton.PRIMARY);
        assertThat(session.walk().endsProperty().get().from()).hasValue(best);
    }

    @Test
    void keysDoWhatTheSwitchesDo() throws TimeoutException {
        step();
        ImageGrid grid = grid();
        interact(grid::requestFocus);
        type(KeyCode.D).type(KeyCode.H).type(KeyCode.S);
        for (String choice : List.of("borders", "heat", "sorted")) {
            assertThat(settings.choice("images-eye-" + choice)).contains("on");
        }
        type(KeyCode.H);
        assertThat(settings.choice("images-eye-heat")).contains("off");
    }

    @Test
    void realImagesAreJudgedToo() throws TimeoutException {
        step();
        clickOn(tab("Real"));
        int[] plain = pixels();
        clickOn("#images-eye-heat");
        waitUntil(() -> seen(Subject.REAL) && !Arrays.equals(plain, pixels()));
        assertThat(texts()).contains("darker", "brighter");
        assertThat(session.eye().seenProperty(Subject.GENERATED).get()).isEmpty();
    }

    @Test
    void anImageIsImprovedStepByStepAndTheRunKnowsNothingOfIt() throws TimeoutException {
        step();
        var before = session.training().previewProperty().get();
        clickAt(3, MouseButton.SECONDARY);
        waitUntil(() -> outputsOfSteps().size() == 1);
        assertThat(texts()).contains("Image 4, improved by D", "after 0 steps");
        clickOn("#improve-step");
        waitUntil(() -> outputsOfSteps().size() == 2);
        assertThat(texts()).contains("after 1 step");
        type(KeyCode.SPACE);
        waitUntil(() -> outputsOfSteps().size() == 3);
        assertThat(outputsOfSteps()).isSorted().doesNotHaveDuplicates();
        clickOn("#improve-undo");
        assertThat(outputsOfSteps()).hasSize(2);
        assertThat(session.training().previewProperty().get()).isEqualTo(before);
        type(KeyCode.ESCAPE);
        assertThat(lookup(".improve-pane").tryQuery()).isEmpty();
    }

    @Test
    void anotherRunForgetsTheImproved() throws TimeoutException {
        step();
        clickAt(0, MouseButton.SECONDARY);
        waitUntil(() -> outputsOfSteps().size() == 1);
        watched.hold();
        clickOn("#improve-step");
        waitUntil(() -> watched.waiting() > 0);
        reset();
        assertThat(lookup(".improve-pane").tryQuery()).isEmpty();
        interact(watched::release);
        settle();
        assertThat(lookup(".improve-pane").tryQuery()).isEmpty();
    }

    @Test
    void withoutADNobodyWaitsForItsAnswer() throws TimeoutException {
        clickOn(tab("Real"));
        waitUntil(() -> session.data().shownProperty().get().isPresent());
        settle();
        clickAt(0, MouseButton.SECONDARY);
        assertThat(texts())
                .doesNotContain("D is being asked…")
                .contains("There is no discriminator to ask: that takes a run of this data.");
        assertThat(Reasons.of(seen("#improve-step"))).isPresent();
        type(KeyCode.ESCAPE);
        assertThat(lookup(".improve-pane").tryQuery()).isEmpty();
    }

    @Test
    void ofPointsThereIsOnePictureAndNothingToImprove() throws TimeoutException {
        edit(_ -> Documents.preset("points"));
        waitUntil(
                () -> session.data().shownProperty().get().filter(i -> i.count() == 1).isPresent());
        step();
        assertThat(texts()).doesNotContain("D(x)", "Heat", "Sort");
        interact(() -> grid().requestFocus());
        type(KeyCode.D).type(KeyCode.I);
        clickAt(0, MouseButton.SECONDARY);
        assertThat(settings.choice("images-eye-borders")).isEmpty();
        assertThat(lookup(".improve-pane").tryQuery()).isEmpty();
    }

    private void edit(UnaryOperator<Experiment> change) {
        interact(() -> session.editor().edit(new EditName.ChangeSeed(), change));
    }

    private Node tab(String name) {
        return lookup(".tab-label").<Labeled>queryAll().stream()
                .filter(label -> label.getText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private boolean asked(Class<?> question) {
        return watched.asked().stream().anyMatch(question::isInstance);
    }

    private boolean seen(Subject subject) {
        return session.eye().seenProperty(subject).get().isPresent();
    }

    private float[] outputs() {
        return session.eye().seenProperty(Subject.GENERATED).get().map(Seen::outputs).orElseThrow();
    }

    private List<Double> outputsOfSteps() {
        return lookup(".improve-outputs").<Labeled>queryAll().stream()
                .flatMap(label -> Arrays.stream(label.getText().split(" → ")))
                .filter(text -> text.matches("[0-9.]+"))
                .map(Double::valueOf)
                .toList();
    }

    private ImageGrid grid() {
        return seen(".image-grid", ImageGrid.class);
    }

    private ImageView picture() {
        return (ImageView)
                grid().getChildrenUnmodifiable().stream()
                        .filter(ImageView.class::isInstance)
                        .findFirst()
                        .orElseThrow();
    }

    private void pointAt(int place) {
        interact(() -> panel.layout());
        Bounds at = picture().localToScreen(picture().getLayoutBounds());
        double side = at.getWidth() / COLUMNS;
        int row = place / COLUMNS;
        moveTo(at.getMinX() + (place % COLUMNS + 0.5) * side, at.getMinY() + (row + 0.5) * side);
        settle();
    }

    private void clickAt(int place, MouseButton button) {
        pointAt(place);
        clickOn(button);
        settle();
    }

    /** Of the tooltip that is to be seen. */
    private String tooltip() {
        return listWindows().stream()
                .filter(window -> window instanceof Tooltip && window.isShowing())
                .map(window -> ((Tooltip) window).getText())
                .findFirst()
                .orElse("");
    }

    private int[] pixels() {
        Image image = picture().getImage();
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
}
