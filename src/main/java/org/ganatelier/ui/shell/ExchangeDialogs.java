package org.ganatelier.ui.shell;

import javafx.scene.control.TextField;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;

import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.text.Words;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** What asks about models of other frameworks. FX thread only. */
final class ExchangeDialogs {
    private final Stage owner;
    private final Session session;
    private final Settings settings;
    private final Words words;

    /**
     * @param settings know what was chosen the last time
     */
    ExchangeDialogs(Stage owner, Session session, Settings settings, Words words) {
        this.owner = owner;
        this.session = session;
        this.settings = settings;
        this.words = words;
    }

    /** Lets the user export the run shown, or the experiment. */
    void export() {
        var form =
                new ExportForm(
                        session.exports(),
                        settings,
                        FileName.of(DocumentTitle.of(session, words)),
                        usualFolder(),
                        this::chooseFolder,
                        words);
        new ExportDialog(owner, session.exports(), session.folders(), form, words).show();
    }

    /** Beside what was saved last, or where the user's own things are. */
    private Path usualFolder() {
        return settings.folder()
                .filter(Files::isDirectory)
                .orElseGet(() -> Path.of(System.getProperty("user.home", "")));
    }

    private void chooseFolder(TextField field) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(words.say("shell.export.folder"));
        existing(field.getText()).map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        Optional.ofNullable(chooser.showDialog(owner)).map(File::getPath).ifPresent(field::setText);
    }

    private static Optional<Path> existing(String folder) {
        try {
            return Optional.of(Path.of(folder.strip())).filter(Files::isDirectory);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
