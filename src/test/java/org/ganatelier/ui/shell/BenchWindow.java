package org.ganatelier.ui.shell;

import javafx.application.Platform;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import org.ganatelier.engine.classifier.EngineClassifierTrainer;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.session.Documents;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.session.Workers;
import org.ganatelier.text.Words;

/** The window with the real engine, for benchmarks; it remembers nothing. FX thread only. */
final class BenchWindow {
    private final Session session;
    private final MainWindow window;

    /**
     * @param seed of the experiment
     */
    BenchWindow(Stage stage, String preset, long seed, Settings settings) {
        session =
                Session.of(
                        Documents.preset(preset).withSeed(seed),
                        new EngineTrainer(),
                        new EngineClassifierTrainer(),
                        new Workers(
                                Platform::runLater,
                                task -> Thread.ofPlatform().daemon().name("background").start(task),
                                Platform::isFxApplicationThread));
        window =
                new MainWindow(
                        stage,
                        session,
                        settings,
                        new Styles(Settings.Theme.LIGHT),
                        Words.english());
        window.resize(1366, 768);
        window.show();
    }

    Session session() {
        return session;
    }

    /** What is seen now. */
    WritableImage picture() {
        return window.root().snapshot(null, null);
    }

    /** Ends the run, and the program. */
    void leave() {
        session.close();
        Platform.exit();
    }
}
