package org.ganatelier.ui.shell;

import org.controlsfx.control.action.Action;
import org.ganatelier.text.Words;
import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;

/** What explains the program. */
final class HelpCommands extends CommandGroup {
    final Action shortcuts;
    final Action about;

    /**
     * @param showShortcuts shows what can be done by keyboard
     * @param showAbout shows what the program is
     */
    HelpCommands(Runnable showShortcuts, Runnable showAbout, Words words) {
        super(Optional.empty(), words);
        shortcuts =
                command(
                        words.say("shell.command.shortcuts"),
                        words.say("shell.command.shortcuts.hint"),
                        Feather.COMMAND,
                        "F1",
                        showShortcuts);
        about =
                command(
                        words.say("shell.command.about"),
                        words.say("shell.command.about.hint"),
                        Feather.INFO,
                        showAbout);
    }
}
