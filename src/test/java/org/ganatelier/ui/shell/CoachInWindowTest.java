package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.stage.Window;

import org.ganatelier.session.Coaching.State;
import org.ganatelier.text.CoachText;
import org.ganatelier.text.Language;
import org.ganatelier.text.Words;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.RunEvent;
import org.ganatelier.ui.widget.NamedKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The coach speaks in one line of the window and moves nothing. */
class CoachInWindowTest extends WindowCase {
    /** Images of 40 pixels each can be seen from the last row of a classroom. */
    private static final double LARGE = 320;

    private static final KeyCombination F8 = NamedKeys.of("F8", Words.english());

    @Test
    void imagesAreLargeOnASmallScreenWhileTheCoachSpeaks() throws TimeoutException {
        resize(1366, 768);
        diverge();
        assertThat(side(images())).isGreaterThanOrEqualTo(LARGE);
    }

    @Test
    void nothingMovesWhenTheCoachBeginsToSpeakAndWhenItTellsMore() throws TimeoutException {
        train();
        lay();
        var before = images().localToScene(images().getLayoutBounds());
        diverge();
        assertThat(images().localToScene(images().getLayoutBounds())).isEqualTo(before);
        interact(((Button) node("#coach-more"))::fire);
        lay();
        assertThat(pages()).hasSize(1);
        assertThat(images().localToScene(images().getLayoutBounds())).isEqualTo(before);
    }

    @Test
    void morePutsTheWholeTextInThePage() throws TimeoutException {
        diverge();
        interact(() -> window.speak(Language.offered().getLast()));
        lay();
        assertThat(pages()).isEmpty();
        interact(((Button) node("#coach-more"))::fire);
        assertThat(texts(pages().getFirst()))
                .contains(text(Words.of(Language.offered().getLast())));
    }

    @Test
    void enterOpensThePageAndEscapeClosesIt() throws TimeoutException {
        diverge();
        interact(node(".coach-panel")::requestFocus);
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertThat(pages()).hasSize(1);
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(pages()).isEmpty();
    }

    @Test
    void whatHelpsIsOneClickAndClosesThePage() throws TimeoutException {
        diverge();
        interact(((Button) node("#coach-more"))::fire);
        var before = session.editor().experimentProperty().get();
        interact(((Button) pages().getFirst().lookup("#coach-change"))::fire);
        assertThat(session.editor().experimentProperty().get()).isNotEqualTo(before);
        assertThat(pages()).isEmpty();
    }

    @Test
    void withAllTheRoomThePageNeedsNoClick() throws TimeoutException {
        diverge();
        interact(node(".coach-panel")::requestFocus);
        press(F8);
        settle();
        lay();
        assertThat(node(".coach-page").isVisible()).isTrue();
        assertThat(texts(node(".coach-page"))).contains(text(Words.english()));
        press(F8);
        settle();
        lay();
        assertThat(window.root().lookupAll(".coach-page")).noneMatch(Node::isVisible);
    }

    @ParameterizedTest
    @CsvSource({"1024, 740", "1366, 740", "1920, 1050"})
    void whatItSaysFitsTheLineInEveryLanguage(double width, double height) throws TimeoutException {
        diverge();
        for (Language language : Language.offered()) {
            interact(() -> window.speak(language));
            resize(width, height);
            assertThat(new LayoutFaults(window.root()).all()).isEmpty();
            assertThat(node("#coach-more").isVisible()).isTrue();
            assertThat(node("#coach-change").isVisible()).isTrue();
        }
    }

    private Node images() {
        return TestWindow.shown(node(".images-panel"))
                .filter(frame -> frame.getStyleClass().contains("image-frame"))
                .findFirst()
                .orElseThrow();
    }

    /** Of the square of all images in a frame. */
    private static double side(Node frame) {
        Insets around = ((Region) frame).getInsets();
        return Math.min(
                frame.getLayoutBounds().getWidth() - around.getLeft() - around.getRight(),
                frame.getLayoutBounds().getHeight() - around.getTop() - around.getBottom());
    }

    private String text(Words words) {
        var said = (State.Said) session.coaching().stateProperty().get();
        return CoachText.text(words, said.front(), said.record().beginning().data());
    }

    private static List<String> texts(Node page) {
        return TestWindow.shown(page)
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    /** The pages that are open over the window. */
    private static List<Node> pages() {
        return List.copyOf(Window.getWindows()).stream()
                .map(open -> open.getScene().getRoot().lookup(".coach-popup"))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private void train() throws TimeoutException {
        interact(session.training()::train);
        waitUntil(() -> !trainer.runs().isEmpty());
        interact(
                () -> {
                    trainer.run().tell(RunEvent.State.TRAINING);
                    trainer.run().paintPreview(0, 200);
                });
        settle();
    }

    /** From step 100 on both losses are a hundred times as large as any that is sound. */
    private void diverge() throws TimeoutException {
        if (trainer.runs().isEmpty()) {
            train();
        }
        interact(
                () -> {
                    for (long step = 1; step <= 300; step++) {
                        double loss = step < 100 ? 1 : 1500;
                        trainer.run()
                                .tell(
                                        new Metrics(
                                                step, 0, step * 0.02, loss, loss, 0.5, 0.5, 3_200));
                    }
                    trainer.run().tell(RunEvent.State.PAUSED);
                });
        waitUntil(() -> session.coaching().stateProperty().get() instanceof State.Said);
        lay();
        lay();
    }

    private void press(KeyCombination keys) {
        interact(() -> Objects.requireNonNull(stage.getScene().getAccelerators().get(keys)).run());
    }
}
