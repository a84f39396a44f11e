package org.ganatelier.ui.slow;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.ganatelier.engine.classifier.EngineClassifierTrainer;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.session.Documents;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.session.Workers;
import org.ganatelier.text.Words;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.dissection.PlayerTurn;
import org.ganatelier.train.dissection.StepRecording;
import org.ganatelier.ui.shell.MainWindow;
import org.ganatelier.ui.shell.Styles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** A step in slow motion, in the window, of the real engine. */
@SuppressWarnings("NullAway.Init") // JUnit and TestFX fill the fields before each test
class SlowMotionTest extends ApplicationTest {
    private static final long PATIENCE_SECONDS = 120;
    private static final int PARTS = 11;

    private Session session;

    @Override
    public void start(Stage stage) {
        session =
                Session.of(
                        Documents.preset("mlp"),
                        new EngineTrainer(),
                        new EngineClassifierTrainer(),
                        new Workers(
                                Platform::runLater,
                                task -> Thread.ofPlatform().start(task),
                                Platform::isFxApplicationThread));
        var window =
                new MainWindow(
                        stage,
                        session,
                        Settings.forgetful(),
                        new Styles(Settings.Theme.LIGHT),
                        Words.english());
        window.resize(1366, 768);
        window.show();
    }

    @AfterEach
    void close() throws TimeoutException {
        interact(session::close);
        FxToolkit.cleanupStages();
    }

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

    private static void waitUntil(BooleanSupplier reached) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, reached::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
