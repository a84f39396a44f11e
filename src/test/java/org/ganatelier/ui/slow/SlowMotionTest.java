package org.ganatelier.ui.slow;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.input.KeyCode;

import org.ganatelier.session.Documents;
import org.ganatelier.session.EditName;
import org.ganatelier.text.Words;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.dissection.PlayerTurn;
import org.ganatelier.train.dissection.StepRecording;
import org.ganatelier.ui.shell.WindowWithEngineCase;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** A step in slow motion, in the window, of the real engine. */
class SlowMotionTest extends WindowWithEngineCase {
    private static final int PARTS = 11;

    @Test
    void aPersonTakesAStepApartAndLooksAtEveryPart() throws TimeoutException {
        type(KeyCode.F9);
        waitUntil(() -> session.training().recordingProperty().get().isPresent());
        waitUntil(() -> lookup("#slow-dot-" + PARTS).tryQuery().isPresent());
        StepRecording recording = session.training().recordingProperty().get().orElseThrow();
        Metrics metrics = session.training().metricsProperty().get().orElseThrow();
        assertThat(metrics.step()).isEqualTo(1);
        assertThat(loss(recording.turns().getFirst())).isEqualTo(metrics.discriminatorLoss());

        clickOn("#slow-dot-5");
        assertThat(said()).contains("5. D’s loss").contains(" = " + number(metrics));
        for (int part = 6; part <= PARTS; part++) {
            type(KeyCode.RIGHT);
            assertThat(said()).contains(part + ". ");
        }
        type(KeyCode.HOME);
        assertThat(said()).contains("1. Noise is drawn");

        clickOn("#slow-next");
        waitUntil(() -> session.training().metricsProperty().get().orElseThrow().step() == 2);
    }

    @Test
    void onePlayerAloneIsTakenApartToo() throws TimeoutException {
        type(KeyCode.F9);
        waitUntil(() -> lookup("#slow-dot-" + PARTS).tryQuery().isPresent());
        SplitMenuButton next = lookup("#slow-next").query();
        interact(() -> next.getItems().getLast().fire());
        waitUntil(() -> lookup("#slow-dot-" + PARTS).tryQuery().isEmpty());

        assertThat(turns()).hasExactlyElementsOfTypes(PlayerTurn.OfGenerator.class);
        interact(() -> next.getItems().getFirst().fire());
        waitUntil(() -> turns().getFirst() instanceof PlayerTurn.OfDiscriminator);
        assertThat(turns()).hasExactlyElementsOfTypes(PlayerTurn.OfDiscriminator.class);
    }

    private List<PlayerTurn> turns() {
        return session.training().recordingProperty().get().orElseThrow().turns();
    }

    @Test
    void ofPointsNoWordSpeaksOfImages() throws TimeoutException {
        interact(
                () ->
                        session.editor()
                                .edit(
                                        new EditName.LoadPreset("points"),
                                        _ -> Documents.preset("points")));
        type(KeyCode.F9);
        waitUntil(() -> lookup("#slow-dot-" + PARTS).tryQuery().isPresent());
        for (int part = 1; part <= PARTS; part++) {
            clickOn("#slow-dot-" + part);
            assertThat(said())
                    .contains(part + ". ")
                    .doesNotContainIgnoringCase("image")
                    .doesNotContainIgnoringCase("pixel");
        }
    }

    private static String number(Metrics metrics) {
        return Words.english().decimal(metrics.discriminatorLoss(), 3);
    }

    private static double loss(PlayerTurn turn) {
        return turn.loss();
    }

    private String said() {
        return lookup(".slow-panel .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .collect(Collectors.joining("\n"));
    }
}
