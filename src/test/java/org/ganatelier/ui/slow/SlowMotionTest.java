package org.ganatelier.ui.slow;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.ganatelier.text.Words;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.dissection.PlayerTurn;
import org.ganatelier.train.dissection.StepRecording;
import org.ganatelier.ui.shell.WindowWithEngineCase;
import org.junit.jupiter.api.Test;

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
