package org.ganatelier;

import javafx.application.Platform;
import javafx.stage.Stage;

import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.cli.support.Engines;
import org.ganatelier.cli.support.StartOptions;
import org.ganatelier.cli.support.Window;
import org.ganatelier.instance.HandOver;
import org.ganatelier.project.UserFolders;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Windows on this machine. */
final class Desktop implements Window {
    /** By which a Linux desktop recognizes the program's windows: see its .desktop file. */
    static final String WINDOW_CLASS = "org.ganatelier.Desktop";

    private final Engines engines;

    /**
     * @param engines what the window computes with
     */
    Desktop(Engines engines) {
        this.engines = engines;
    }

    @Override
    public Optional<String> obstacle() {
        return System.getProperty("os.name", "").equals("Linux")
                ? LinuxDisplay.obstacle()
                : Optional.empty();
    }

    @Override
    public int open(StartOptions options) {
        Path data = UserFolders.ofThisMachine().data();
        Optional<Path> file = StartFile.of(options);
        if (options.suitsAnOpenWindow() && HandOver.to(data, file)) {
            return 0;
        }
        // Side by side: what the window begins with is read while JavaFX starts.
        var ready = CompletableFuture.supplyAsync(() -> new App(engines, options, data));
        var closed = new CompletableFuture<Optional<String>>();
        Platform.startup(() -> {});
        // Left to itself, JavaFX would end while the program already does, in each other's way.
        Platform.setImplicitExit(false);
        try {
            App app = ready.join();
            Platform.runLater(() -> start(app, closed));
            closed.join()
                    .ifPresent(
                            sentence -> {
                                throw new CommandFailure(sentence);
                            });
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof IllegalArgumentException wrongOptions) {
                throw wrongOptions;
            }
            throw new IllegalStateException("The window could not be opened", failure.getCause());
        } finally {
            Platform.exit();
        }
        return 0;
    }

    private static void start(App app, CompletableFuture<Optional<String>> closed) {
        try {
            // No public door leads here but a launch by class, whose instance nobody can be given.
            com.sun.glass.ui.Application.GetApplication().setName(WINDOW_CLASS);
            app.open(new Stage(), closed::complete);
        } catch (Throwable failure) {
            // The top of a thread: whoever waits for the window must hear of it.
            closed.completeExceptionally(failure);
        }
    }
}
