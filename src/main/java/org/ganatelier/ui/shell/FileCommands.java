package org.ganatelier.ui.shell;

import javafx.beans.value.ObservableValue;

import org.controlsfx.control.action.Action;
import org.ganatelier.session.Documents;
import org.ganatelier.session.RunEntry;
import org.ganatelier.session.Session;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Reasons;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.Optional;

/** What reads and writes files. */
final class FileCommands extends CommandGroup {
    final Action begin;
    final Action open;
    final Action save;
    final Action saveAs;
    final Action revert;
    final Action saveRun;
    final Action openData;
    final Action saveGrid;
    final Action recover;

    private final Session session;
    private final Documents documents;
    private final Words words;

    FileCommands(Session session, Dialogs dialogs, Words words) {
        super(Optional.of(words.say("shell.shortcuts.part.files")), words);
        this.session = session;
        this.words = words;
        documents = session.documents();
        begin = file("shell.command.new", Feather.FILE_PLUS, "Shortcut+N", this::begin);
        open = file("shell.command.open", Feather.FOLDER, "Shortcut+O", dialogs::open);
        save = file("shell.command.save", Feather.SAVE, "Shortcut+S", dialogs::save);
        saveAs = file("shell.command.save-as", Feather.SAVE, "Shortcut+Shift+S", dialogs::saveAs);
        revert =
                command(
                        words.say("shell.command.revert"),
                        words.say("shell.command.revert.hint"),
                        Feather.ROTATE_CCW,
                        documents::revert);
        saveRun =
                command(
                        words.say("shell.command.save-run"),
                        words.say("shell.command.save-run.hint"),
                        Feather.ARCHIVE,
                        () -> earlier().ifPresent(dialogs::saveRun));
        openData =
                file("shell.command.open-data", Feather.DATABASE, "Shortcut+I", dialogs::openData);
        saveGrid = file("shell.command.save-grid", Feather.IMAGE, "Shortcut+P", dialogs::saveGrid);
        recover =
                command(
                        words.say("shell.command.recover"),
                        words.say("shell.command.recover.hint"),
                        Feather.LIFE_BUOY,
                        dialogs::recover);
        Reasons.disable(
                revert,
                unless(documents.current().fileProperty(), "shell.reason.no-document-file"));
        Reasons.disable(
                saveGrid, unless(session.training().previewProperty(), "shell.reason.no-images"));
        Reasons.disable(
                saveRun,
                live(session.runs().shownProperty())
                        .map(_ -> earlier())
                        .map(run -> reason(run, "shell.reason.no-earlier-run")));
    }

    /** Opens a file that is known. */
    void open(Path file) {
        documents.open(file);
    }

    private void begin() {
        documents.beginNew(words.say("shell.new.name"));
    }

    /** The run that is shown, where it is not the current one and can be saved. */
    private Optional<RunEntry> earlier() {
        return session.runs()
                .shownProperty()
                .get()
                .filter(run -> !session.runs().isCurrent(run) && run.canBeSaved());
    }

    private <T> ObservableValue<Optional<String>> unless(
            ObservableValue<Optional<T>> there, String key) {
        return live(there).map(value -> reason(value, key));
    }

    private Optional<String> reason(Optional<?> there, String key) {
        return there.isPresent() ? Optional.empty() : Optional.of(words.say(key));
    }

    private Action file(String key, Feather icon, String keys, Runnable work) {
        return command(words.say(key), words.say(key + ".hint"), icon, keys, work);
    }
}
