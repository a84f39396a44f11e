package org.ganatelier.ui.shell;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.session.Documents;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.session.Workers;
import org.ganatelier.text.Words;
import org.ganatelier.train.ClassifierTrainer;
import org.ganatelier.train.Trainer;
import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The program with a window. Whoever starts it extends it and names the engine; {@link
 * StartOptions} are its arguments.
 */
public abstract class App extends Application {
    private final Trainer trainer;
    private final ClassifierTrainer judges;
    private final Consumer<String> failed;
    private StartOptions options = StartOptions.NONE;
    private Settings settings = Settings.forgetful();
    private @Nullable Experiment first;
    private @Nullable Session session;
    private @Nullable MainWindow window;

    /**
     * @param trainer must not do anything before it is asked to
     * @param judges likewise
     * @param failed told in a sentence, before the program ends, that it could not do what it was
     *     started for
     */
    protected App(Trainer trainer, ClassifierTrainer judges, Consumer<String> failed) {
        this.trainer = trainer;
        this.judges = judges;
        this.failed = failed;
    }

    /**
     * Whether the window can be started with these arguments.
     *
     * @throws IllegalArgumentException with a sentence for the user where it cannot
     */
    public static void check(List<String> arguments) {
        StartOptions options = StartOptions.parse(arguments);
        options.preset().ifPresent(Documents::preset);
        options.screenshot().ifPresent(App::requirePlaceFor);
    }

    private static void requirePlaceFor(Path file) {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(
                    "The picture cannot be saved as " + file + ": that is a folder");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new IllegalArgumentException(
                    "The picture cannot be saved as " + file + ": there is no such folder");
        }
    }

    /** What takes a moment is done here: the FX thread is not waiting yet. */
    @Override
    public void init() {
        options = StartOptions.parse(getParameters().getRaw());
        if (options.screenshot().isEmpty()) {
            settings = new Settings(Settings.userDirectory());
        }
        first = firstExperiment();
    }

    @Override
    public void start(Stage stage) {
        var opened = Session.of(firstExperiment(), trainer, judges, workers());
        session = opened;
        // An error in a handler must not vanish in a terminal that nobody sees.
        Thread.currentThread()
                .setUncaughtExceptionHandler(
                        (_, error) ->
                                opened.notices()
                                        .error("The program made a mistake: " + error, error));
        opened.training().speedProperty().set(settings.speed());
        var styles = new Styles(options.theme().or(settings::theme).orElseGet(Styles::ofSystem));
        var shown = new MainWindow(stage, opened, settings, styles, Words.english());
        window = shown;
        options.size().ifPresent(size -> shown.resize(size.width(), size.height()));
        shown.show();
        if (options.train()) {
            opened.training().train();
        }
        options.screenshot()
                .ifPresent(
                        file ->
                                new Screenshot(shown.root(), opened.documents(), file)
                                        .takeAfter(options.after(), this::leave));
    }

    @Override
    public void stop() {
        if (session != null) {
            session.close();
        }
        if (window != null) {
            window.remember();
            settings.save();
        }
    }

    /**
     * @param sentence what went wrong, or an empty string
     */
    private void leave(String sentence) {
        if (!sentence.isEmpty()) {
            failed.accept(sentence);
        }
        Platform.exit();
    }

    private Experiment firstExperiment() {
        Experiment known = first;
        if (known != null) {
            return known;
        }
        if (options.preset().isPresent()) {
            return Documents.preset(options.preset().get());
        }
        var names = Documents.presets().stream().map(p -> p.name()).toList();
        return Documents.preset(settings.preset().filter(names::contains).orElse(names.getFirst()));
    }

    private static Workers workers() {
        return new Workers(
                Platform::runLater,
                task -> Thread.ofPlatform().daemon().name("background").start(task));
    }
}
