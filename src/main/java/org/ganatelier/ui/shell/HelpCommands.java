package org.ganatelier.ui.shell;

import javafx.scene.input.KeyCombination;

import org.controlsfx.control.action.Action;
import org.ganatelier.text.Words;
import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;

/** What explains the program. */
final class HelpCommands extends CommandGroup {
    private static final KeyCombination HELP = KeyCombination.valueOf("F1");

    final Action shortcuts;
    final Action glossary;
    final Action about;

    /**
     * @param showShortcuts shows what can be done by keyboard
     * @param showGlossary shows what the words mean
     * @param help shows what the word at the mouse or the keyboard means, or else the shortcuts
     * @param showAbout shows what the program is
     */
    HelpCommands(
            Runnable showShortcuts,
            Runnable showGlossary,
            Runnable help,
            Runnable showAbout,
            Words words) {
        super(Optional.empty(), words);
        shortcuts =
                command(
                        words.say("shell.command.shortcuts"),
                        words.say("shell.command.shortcuts.hint"),
                        Feather.COMMAND,
                        showShortcuts);
        glossary =
                command(
                        words.say("shell.command.glossary"),
                        words.say("shell.command.glossary.hint"),
                        Feather.BOOK_OPEN,
                        showGlossary);
        onKeys(HELP, help);
        explain(HELP.getDisplayText(), words.say("shell.shortcuts.help"));
        about =
                command(
                        words.say("shell.command.about"),
                        words.say("shell.command.about.hint"),
                        Feather.INFO,
                        showAbout);
    }
}
