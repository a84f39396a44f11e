package org.ganatelier;

import org.ganatelier.engine.classifier.EngineClassifierTrainer;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.ui.shell.App;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The window with its engine. */
public final class DesktopApp extends App {
    /**
     * Written at most once. JavaFX makes the only instance of this process, shows it to nobody, and
     * prints a line of its own where one throws: there is no other way out.
     */
    private static final CompletableFuture<String> FAILURE = new CompletableFuture<>();

    /** For JavaFX, which makes the only instance. */
    public DesktopApp() {
        super(new EngineTrainer(), new EngineClassifierTrainer(), FAILURE::complete);
    }

    /** Why what the window was opened for failed, in a sentence, once the window is closed. */
    static Optional<String> failure() {
        return FAILURE.isDone() ? Optional.of(FAILURE.join()) : Optional.empty();
    }
}
