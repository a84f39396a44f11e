package org.ganatelier;

import javafx.application.Platform;
import javafx.stage.Stage;

import org.ganatelier.cli.support.Engines;
import org.ganatelier.cli.support.StartOptions;
import org.ganatelier.exchange.ModelWriters;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.instance.Reception;
import org.ganatelier.log.WindowLog;
import org.ganatelier.session.Documents;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.session.Workers;
import org.ganatelier.text.Language;
import org.ganatelier.text.Words;
import org.ganatelier.ui.shell.MainWindow;
import org.ganatelier.ui.shell.Screenshot;
import org.ganatelier.ui.shell.Styles;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The program with a window, put together from what the user asked for. */
final class App {
    private final Engines engines;
    private final StartOptions options;
    private final Path data;
    private final Settings settings;
    private final Experiment first;
    private final Optional<Path> file;
    private final Words words;
    private final Optional<WindowLog> log;

    /** Why the window did not do what it was opened for; empty where it did. */
    private Optional<String> failure = Optional.empty();

    /**
     * Reads what the window begins with; may be called on any thread.
     *
     * @param data the folder of what the user would miss
     * @throws IllegalArgumentException with a sentence for the user where the window cannot be
     *     opened with these options
     */
    App(Engines engines, StartOptions options, Path data) {
        this.engines = engines;
        this.data = data;
        this.options = options;
        options.screenshot().ifPresent(App::requirePlaceFor);
        file = StartFile.of(options);
        settings = remembers() ? new Settings(Settings.userDirectory()) : Settings.forgetful();
        first = firstExperiment();
        words = Words.of(language());
        words.prepare();
        log = remembers() ? Optional.of(new WindowLog(data.resolve("logs"))) : Optional.empty();
    }

    /**
     * Opens the window. On the FX thread.
     *
     * @param closed told once it is closed why it did not do what it was opened for, if so
     */
    void open(Stage stage, Consumer<Optional<String>> closed) {
        var session = Session.of(first, engines.trainer(), engines.classifiers(), workers());
        session.exports().offer(ModelWriters.all(engines.stockModels()));
        session.training().speedProperty().set(settings.speedToBegin());
        session.stockLayersProperty().set(settings.stockLayers());
        var styles =
                new Styles(
                        options.theme()
                                .map(App::theme)
                                .or(settings::theme)
                                .orElseGet(Styles::ofSystem),
                        settings.size().orElse(Styles.USUAL_SIZE));
        Keeping keeping = remembers() ? Keeping.begin(session, data) : Keeping.briefly(session);
        var window = new MainWindow(stage, session, settings, styles, words);
        // No error may vanish in a terminal that nobody sees.
        log.ifPresent(lines -> session.failures().quote(lines::recent));
        Thread.setDefaultUncaughtExceptionHandler((_, error) -> session.failures().report(error));
        Optional<Reception> reception = reception(window);
        stage.setOnHidden(
                _ -> {
                    reception.ifPresent(Reception::close);
                    window.remember();
                    settings.save();
                    var _ =
                            keeping.finish()
                                    .thenRun(
                                            () -> {
                                                session.close();
                                                closed.accept(failure);
                                            });
                });
        options.size().ifPresent(size -> window.resize(size.width(), size.height()));
        window.show();
        window.recover();
        begin(session);
        options.screenshot().ifPresent(file -> picture(window, session, file, stage::hide));
    }

    /** Opens and trains what was asked for. */
    private void begin(Session session) {
        Runnable train = options.train() ? session.training()::train : () -> {};
        file.ifPresentOrElse(named -> session.arrivals().open(List.of(named), train), train);
    }

    /** Lets later starts find this window. */
    private Optional<Reception> reception(MainWindow window) {
        return remembers()
                ? Reception.open(data, arrived -> Platform.runLater(() -> window.arrive(arrived)))
                : Optional.empty();
    }

    /** A start that only takes a picture leaves nothing behind. */
    private boolean remembers() {
        return options.screenshot().isEmpty();
    }

    private void picture(MainWindow window, Session session, Path file, Runnable leave) {
        new Screenshot(window.root(), session.pictures(), file, Words.english())
                .takeAfter(
                        options.after(),
                        sentence -> {
                            failure = Optional.of(sentence).filter(text -> !text.isEmpty());
                            leave.run();
                        });
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

    private Experiment firstExperiment() {
        List<String> names = Documents.presets();
        return Documents.preset(
                options.preset()
                        .filter(names::contains)
                        .or(() -> settings.presetToBegin().filter(names::contains))
                        .orElse(names.getFirst()));
    }

    private Language language() {
        return options.language()
                .or(() -> settings.language().flatMap(Language::ofCode))
                .orElseGet(() -> Language.ofSystem(Locale.getDefault(Locale.Category.DISPLAY)));
    }

    private static Settings.Theme theme(StartOptions.Theme theme) {
        return switch (theme) {
            case LIGHT -> Settings.Theme.LIGHT;
            case DARK -> Settings.Theme.DARK;
        };
    }

    private static Workers workers() {
        return new Workers(
                Platform::runLater,
                task -> Thread.ofPlatform().daemon().name("background").start(task),
                Platform::isFxApplicationThread);
    }
}
