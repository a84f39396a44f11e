package org.ganatelier.ui.shell;

import org.controlsfx.control.action.Action;
import org.ganatelier.session.RunEntry;
import org.ganatelier.session.Session;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Reasons;
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
        Reasons.disable(saveRun, live(session.runs().shownProperty()).map(this::notToBeSaved));
        Reasons.disable(
                saveGrid,
                live(session.training().previewProperty())
                        .map(
                                images ->
                                        images.isPresent()
                                                ? Optional.empty()
                                                : Optional.of(
                                                        words.say("shell.reason.no-images"))));
    }

    private Optional<String> notToBeSaved(Optional<RunEntry> run) {
        if (run.isEmpty()) {
            return Optional.of(words.say("shell.reason.no-run"));
        }
        return run.get().canBeSaved()
                ? Optional.empty()
                : Optional.of(words.say("shell.reason.run-forgotten"));
    }

    private Action file(String key, Feather icon, String keys, Runnable work) {
        return command(words.say(key), words.say(key + ".hint"), icon, keys, work);
    }
}
