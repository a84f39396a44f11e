package org.ganatelier.ui.shell;

import javafx.beans.binding.Bindings;

import org.controlsfx.control.action.Action;
import org.ganatelier.session.RunEntry;
import org.ganatelier.session.Session;
import org.ganatelier.text.Words;
import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;

/** What reads and writes files. */
final class FileCommands extends CommandGroup {
    final Action openData;
    final Action openRun;
    final Action saveRun;
    final Action saveGrid;

    private final Words words;

    FileCommands(Session session, Dialogs dialogs, Words words) {
        super(Optional.of(words.say("shell.shortcuts.part.files")), words);
        this.words = words;
        openData = file("shell.command.open-data", Feather.FOLDER, "Shortcut+I", dialogs::openData);
        openRun = file("shell.command.open-run", Feather.FOLDER, "Shortcut+O", dialogs::openRun);
        saveRun = file("shell.command.save-run", Feather.SAVE, "Shortcut+S", dialogs::saveRun);
        saveGrid = file("shell.command.save-grid", Feather.IMAGE, "Shortcut+P", dialogs::saveGrid);
        var shown = session.runs().shownProperty();
        saveRun.disabledProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> shown.get().filter(RunEntry::canBeSaved).isEmpty(), shown));
        var preview = session.training().previewProperty();
        saveGrid.disabledProperty()
                .bind(Bindings.createBooleanBinding(() -> preview.get().isEmpty(), preview));
    }

    private Action file(String key, Feather icon, String keys, Runnable work) {
        return command(words.say(key), words.say(key + ".hint"), icon, keys, work);
    }
}
