package org.ganatelier.ui.shell;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.Stage;

import org.ganatelier.session.Documents;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.session.Workers;
import org.ganatelier.text.Words;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** A window with real data and the real planner, on a trainer that tells what a test wants. */
@SuppressWarnings("NullAway.Init") // TestFX fills the fields before each test
abstract class WindowCase extends ApplicationTest {
    private static final long PATIENCE_SECONDS = 30;

    final FakeTrainer trainer = new FakeTrainer();
    final Settings settings = Settings.forgetful();
    Session session;
    MainWindow window;
    Styles styles;
    Stage stage;

    @Override
    public final void start(Stage primary) {
        stage = primary;
        session =
                Session.of(
                        Documents.preset("digits"),
                        trainer,
                        new FakeClassifiers(),
                        new Workers(
                                Platform::runLater,
                                task -> Thread.ofPlatform().start(task),
                                Platform::isFxApplicationThread));
        styles = new Styles(Settings.Theme.LIGHT);
        window = new MainWindow(stage, session, settings, styles, Words.english());
        window.resize(1366, 768);
        window.show();
    }

    @BeforeEach
    final void dataIsThere() throws TimeoutException {
        waitUntil(() -> session.data().datasetProperty().get().isPresent());
    }

    @AfterEach
    final void close() throws TimeoutException {
        interact(session::close);
        FxToolkit.cleanupStages();
    }

    /** Gives the window's inside a size and lets all in it find its place. */
    final void resize(double width, double height) {
        interact(() -> window.resize(width, height));
        settle();
        lay();
        lay();
    }

    /** Gives everything the place that it has in the next frame. */
    final void lay() {
        interact(
                () -> {
                    window.root().applyCss();
                    window.root().layout();
                });
    }

    final Node node(String selector) {
        Node found = window.root().lookup(selector);
        if (found == null) {
            throw new AssertionError("There is no " + selector);
        }
        return found;
    }

    static double left(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMinX();
    }

    static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    static void waitUntil(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition::getAsBoolean);
        settle();
    }
}
