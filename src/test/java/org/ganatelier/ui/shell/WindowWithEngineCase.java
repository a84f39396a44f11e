package org.ganatelier.ui.shell;

import javafx.application.Platform;
import javafx.stage.Stage;

import org.ganatelier.engine.classifier.EngineClassifierTrainer;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.session.Documents;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.session.Workers;
import org.ganatelier.text.Words;
import org.junit.jupiter.api.AfterEach;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** The window with the real engine on real digits. */
@SuppressWarnings("NullAway.Init") // TestFX fills the fields before each test
public abstract class WindowWithEngineCase extends ApplicationTest {
    private static final long PATIENCE_SECONDS = 120;

    protected Session session;

    @Override
    public final void start(Stage stage) {
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
    final void close() throws TimeoutException {
        interact(session::close);
        FxToolkit.cleanupStages();
    }

    protected static void waitUntil(BooleanSupplier reached) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, reached::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
