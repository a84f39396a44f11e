package org.ganatelier.ui.shell;

import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;

import org.ganatelier.session.CodeGuess;
import org.ganatelier.session.ImportReport;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.text.Words;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What asks about models of other frameworks. FX thread only. */
final class ExchangeDialogs {
    /** Of the files that models and their code are kept in. */
    private static final List<String> ENDINGS =
            List.of(".keras", ".h5", ".pt", ".pth", ".safetensors", ".onnx", ".py", ".txt");

    private final Stage owner;
    private final Session session;
    private final Settings settings;
    private final Words words;
    private Optional<ImportReportDialog> report = Optional.empty();

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

    /** Lets the user choose files of one model, and imports them. */
    void importFiles() {
        var chooser = new FileChooser();
        chooser.setTitle(words.say("shell.import.choose"));
        List<String> patterns = ENDINGS.stream().map(each -> "*" + each).toList();
        chooser.getExtensionFilters()
                .setAll(
                        new ExtensionFilter(
                                words.say(
                                        "shell.files.models",
                                        "patterns",
                                        String.join(", ", patterns)),
                                patterns),
                        new ExtensionFilter(words.say("shell.files.any"), "*"));
        settings.folder()
                .filter(Files::isDirectory)
                .map(Path::toFile)
                .ifPresent(chooser::setInitialDirectory);
        Optional.ofNullable(chooser.showOpenMultipleDialog(owner))
                .map(files -> files.stream().map(File::toPath).toList())
                .filter(files -> !files.isEmpty())
                .ifPresent(session.imports()::open);
    }

    /** Imports the text in the clipboard, whatever it is. */
    void importClipboard() {
        importText(clipboard());
    }

    /** Imports the text in the clipboard where it looks like a model's code. */
    void pasteCode() {
        Optional.of(clipboard()).filter(CodeGuess::isModel).ifPresent(this::importText);
    }

    /** Shows what became of an import; one that is shown already gives way. */
    void show(ImportReport next) {
        report.ifPresent(ImportReportDialog::close);
        var dialog = new ImportReportDialog(owner, next, words);
        report = Optional.of(dialog);
        dialog.show();
    }

    private void importText(String text) {
        session.imports().openText(text, words.say("shell.import.pasted"));
    }

    private static String clipboard() {
        return Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse("");
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
