package org.ganatelier.ui.shell;

import org.controlsfx.control.action.Action;
import org.ganatelier.session.ExportSubject;
import org.ganatelier.session.Session;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Reasons;
import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;

/** What takes models to other frameworks, and brings them from there. */
final class ExchangeCommands extends CommandGroup {
    final Action export;
    final Action importFiles;
    final Action importClipboard;

    ExchangeCommands(Session session, ExchangeDialogs dialogs, Words words) {
        super(Optional.empty(), words);
        export =
                command(
                        words.say("shell.command.export"),
                        words.say("shell.command.export.hint"),
                        Feather.UPLOAD,
                        "Shortcut+Shift+E",
                        dialogs::export);
        importFiles =
                command(
                        words.say("shell.command.import"),
                        words.say("shell.command.import.hint"),
                        Feather.DOWNLOAD,
                        "Shortcut+Shift+I",
                        dialogs::importFiles);
        importClipboard =
                command(
                        words.say("shell.command.import-clipboard"),
                        words.say("shell.command.import-clipboard.hint"),
                        Feather.CLIPBOARD,
                        "Shortcut+Shift+V",
                        dialogs::importClipboard);
        Reasons.disable(
                export,
                live(session.editor().outcomeProperty())
                        .flatMap(_ -> live(session.training().revisionProperty()))
                        .flatMap(_ -> live(session.runs().shownProperty()))
                        .map(
                                _ ->
                                        session.exports().subject() instanceof ExportSubject.Nothing
                                                ? Optional.of(words.say("shell.export.nothing"))
                                                : Optional.empty()));
    }
}
