package org.ganatelier.ui.eye;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

import org.ganatelier.data.Sets;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.objective.WassersteinGp;
import org.ganatelier.session.Documents;
import org.ganatelier.session.EditName;
import org.ganatelier.session.NearestReal.Found;
import org.ganatelier.session.NearestReal.Measure;
import org.ganatelier.session.OutputSlot;
import org.ganatelier.text.Language;
import org.ganatelier.text.Words;
import org.ganatelier.train.ClassifierTrainer;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.Question;
import org.ganatelier.ui.panel.PanelCase;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.panel.WatchedPanelCase;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** D's eye on a real run. */
class EyePanelTest extends WatchedPanelCase<EyePanel> {
    private static final String NO_RUN =
            "Once a run goes on, its discriminator can be asked here. An earlier run’s"
                    + " discriminator is not kept.";
    private static final String NOTHING =
            "There is nothing to compare: that takes images, made by a run of this data.";

    @Override
    protected Experiment experiment() {
        return Documents.preset("mlp");
    }

    /** The real one looks at 30,000 images first, which takes long. */
    @Override
    protected ClassifierTrainer classifiers() {
        return new FakeClassifiers();
    }

    @Override
    protected EyePanel make(PanelContext context) {
        return (EyePanel) EyePanel.in(context);
    }

    @Test
    void beforeARunBothPagesSayWhatIsMissing() {
        assertThat(texts()).containsExactly("Over time", "Nearest real", NO_RUN);
        clickOn("#eye-nearest");
        assertThat(texts()).containsExactly("Over time", "Nearest real", NO_RUN);
    }

    @Test
    void eachLookAtDIsAColumnAndItsMeanIsTold() throws TimeoutException {
        step();
        waitUntilSeen(1);
        assertMeansAreTold();
        assertThat(texts()).contains("D(x) on real images", "D(x) on generated images");
        assertThat(texts()).anyMatch(text -> text.startsWith("Apart, blue above"));
        step();
        waitUntilSeen(2);
        assertMeansAreTold();
        assertThat(doubles(slots().getLast().real())).allMatch(value -> value >= 0 && value <= 1);
        assertThat(slots()).hasSizeGreaterThan(1);
        for (String side : List.of(".of-real", ".of-generated")) {
            waitUntil(() -> paintedShare(seen(".output-strip" + side, Parent.class)) > 0.05);
        }
        reset();
        waitUntil(() -> slots().stream().noneMatch(slot -> slot.step() == 2));
    }

    @Test
    void scoresThatAreNoChancesAreToldAsTheyAre() throws TimeoutException {
        edit(e -> e.withObjective(e.objective().withLoss(new WassersteinGp())));
        step();
        waitUntilSeen(1);
        assertMeansAreTold();
        assertThat(texts()).anyMatch(text -> text.startsWith("Only the distance between the two"));
        assertThat(doubles(slots().getLast().generated()))
                .anyMatch(value -> value < 0 || value > 1);
    }

    @Test
    void pointsHaveScoresAndNoNearestImage() throws TimeoutException {
        edit(_ -> Documents.preset("points"));
        waitUntil(() -> session.data().samplesProperty().get().isPresent());
        step();
        waitUntilSeen(1);
        assertMeansAreTold();
        clickOn("#eye-nearest");
        waitForText(NOTHING);
    }

    @Test
    void theNearestRealImageStandsBesideEachGeneratedOne() throws TimeoutException {
        step();
        clickOn("#eye-nearest");
        waitForText("step 1 · among 30,000 real images · left generated, right real");
        Found found = found();
        assertThat(found.measure()).isEqualTo(Measure.PIXELS);
        String smallest =
                Words.english()
                        .figure(
                                Arrays.stream(found.distances().distances()).min().orElseThrow(),
                                3);
        waitUntil(() -> !distances().isEmpty());
        assertThat(distances().getFirst()).startsWith(smallest);
        assertThat(distances()).isSorted().hasSizeGreaterThan(4);
        assertThat(paintedShare(seen(".distance-dots", Parent.class))).isGreaterThan(0.005);
        Label verdict = seen(".eye-verdict", Label.class);
        assertThat(verdict.getText()).isNotEmpty();

        clickOn("#eye-features");
        waitUntil(() -> found().measure() == Measure.FEATURES);
        assertThat(settings.choice("eye-measure")).contains("FEATURES");
        clickOn("#eye-pixels");
        waitUntil(() -> found().measure() == Measure.PIXELS);
        Found before = found();
        clickOn("#eye-again");
        waitUntil(() -> !found().equals(before));
    }

    @Test
    void otherDataHaveNoNearestImages() throws TimeoutException {
        step();
        clickOn("#eye-nearest");
        waitForText("step 1 · among 30,000 real images · left generated, right real");
        edit(e -> e.withData(Sets.FASHION.spec()));
        waitForText(NOTHING);
        interact(session.editor()::undo);
        waitForText("step 1 · among 30,000 real images · left generated, right real");
    }

    @Test
    void whoDoesNotLookAsksNothing() throws TimeoutException {
        step();
        waitUntilSeen(1);
        show(false);
        watched.forget();
        step();
        speak(Words.of(Language.GERMAN));
        assertThat(watched.asked()).noneMatch(Question.Score.class::isInstance);
        assertThat(slots().getLast().step()).isEqualTo(1);
        show(true);
        waitUntilSeen(2);
        assertThat(watched.asked()).anyMatch(Question.Score.class::isInstance);
    }

    @Test
    void thePageIsRemembered() {
        clickOn("#eye-nearest");
        assertThat(settings.choice("eye-page")).contains("nearest");
        speak(Words.of(Language.GERMAN));
        assertThat(isSeen(lookup(".nearest").query().getParent())).isTrue();
        assertThat(isSeen(lookup(".output-strips").query().getParent())).isFalse();
    }

    private void edit(UnaryOperator<Experiment> change) {
        interact(() -> session.editor().edit(new EditName.ChangeSeed(), change));
    }

    private List<OutputSlot> slots() {
        return session.outputs().slotsProperty().get();
    }

    private void waitUntilSeen(long step) throws TimeoutException {
        waitUntil(() -> !slots().isEmpty() && slots().getLast().step() == step);
    }

    private Found found() {
        return session.nearest().foundProperty().get().orElseThrow();
    }

    private List<String> distances() {
        return lookup(".pair-distance").match(PanelCase::isSeen).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private void assertMeansAreTold() {
        OutputSlot newest = slots().getLast();
        assertThat(texts())
                .containsSubsequence(
                        "D(x) on real images",
                        mean(newest.real()),
                        "D(x) on generated images",
                        mean(newest.generated()));
    }

    private static String mean(float[] values) {
        double sum = doubles(values).stream().mapToDouble(value -> value).sum();
        return "mean " + Words.english().figure(sum / values.length, 2);
    }

    private static List<Double> doubles(float[] values) {
        return IntStream.range(0, values.length).mapToObj(i -> (double) values[i]).toList();
    }

    /** The share of a canvas in which something is painted in a strong colour. */
    private double paintedShare(Parent drawing) {
        var canvas = (Canvas) drawing.getChildrenUnmodifiable().getFirst();
        var picture = new WritableImage[1];
        interact(() -> picture[0] = canvas.snapshot(null, null));
        int strong = 0;
        int width = (int) picture[0].getWidth();
        int height = (int) picture[0].getHeight();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                Color at = picture[0].getPixelReader().getColor(x, y);
                strong += at.getSaturation() > 0.3 ? 1 : 0;
            }
        }
        return (double) strong / (width * height);
    }
}
