package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.ganatelier.data.Images;
import org.ganatelier.session.EngineState;
import org.ganatelier.session.TrainingState;
import org.ganatelier.train.Metrics;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.concurrent.TimeoutException;

/** The window with the real engine on real digits. */
class WindowWithEngineTest extends WindowWithEngineCase {

    @Test
    void aPersonTrainsPausesStepsAndResets() throws TimeoutException {
        // Pressed before the engine is loaded: it waits.
        clickOn("#train");
        waitUntil(() -> step() >= 3);
        assertThat(session.engine().stateProperty().get()).isInstanceOf(EngineState.Loaded.class);
        waitUntil(() -> session.training().previewProperty().get().isPresent());
        assertThat(brightnesses()).as("images of noise are not of one colour").isGreaterThan(10);

        type(KeyCode.F5);
        waitUntil(() -> state() == TrainingState.PAUSED);
        long paused = step();
        clickOn("#step");
        waitUntil(() -> step() > paused);
        assertThat(step()).isEqualTo(paused + 1);
        assertThat(session.training().historyProperty().get().lastStep()).isEqualTo(paused + 1);

        clickOn("#reset");
        waitUntil(() -> state() == TrainingState.PAUSED && step() == 0);
        clickOn("#step");
        waitUntil(() -> step() == 1);
    }

    @Test
    void theLargeImageAnswersWhileTraining() throws TimeoutException {
        clickOn("#train");
        waitUntil(() -> session.training().previewProperty().get().isPresent());
        waitUntil(() -> session.walk().imageProperty().get().isPresent());
        byte[] before = session.walk().imageProperty().get().orElseThrow().pixels();
        interact(session.walk()::randomise);
        waitUntil(
                () ->
                        !Arrays.equals(
                                before,
                                session.walk().imageProperty().get().orElseThrow().pixels()));

        assertThat(session.training().goingProperty().get()).isTrue();
    }

    private long step() {
        return session.training().metricsProperty().get().map(Metrics::step).orElse(0L);
    }

    private TrainingState state() {
        return session.training().stateProperty().get();
    }

    private int brightnesses() {
        byte[] pixels =
                Images.require(session.training().previewProperty().get().orElseThrow().samples())
                        .pixels();
        var seen = new boolean[256];
        for (byte pixel : pixels) {
            seen[Byte.toUnsignedInt(pixel)] = true;
        }
        int count = 0;
        for (boolean s : seen) {
            count += s ? 1 : 0;
        }
        return count;
    }
}
