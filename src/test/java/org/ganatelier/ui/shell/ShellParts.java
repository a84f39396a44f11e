package org.ganatelier.ui.shell;

import javafx.application.Platform;
import javafx.stage.Stage;

import org.ganatelier.session.Documents;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.session.Workers;
import org.ganatelier.text.Words;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.ui.panel.PanelContext;

import java.util.List;

/** The parts of a window that is not open, on a trainer that does nothing. FX thread only. */
final class ShellParts {
    private final Session session;
    private final RunCommands run;
    private final List<Panels.Placed> panels;
    private final Words words;

    ShellParts(Words words) {
        this.words = words;
        session =
                Session.of(
                        Documents.preset("digits"),
                        new FakeTrainer(),
                        new FakeClassifiers(),
                        new Workers(Platform::runLater, task -> Thread.ofPlatform().start(task)));
        run = new RunCommands(session, words);
        panels =
                Panels.in(
                        new PanelContext(
                                session, run.train, () -> {}, Settings.forgetful(), words));
    }

    Session session() {
        return session;
    }

    List<Panels.Placed> panels() {
        return panels;
    }

    /** Dialogs on top of a window. */
    Dialogs dialogs(Stage owner) {
        return new Dialogs(owner, session, session.recentFiles(Settings.forgetful()), words);
    }

    /** All commands, of which those that open dialogs do nothing. */
    Commands commands(Dialogs dialogs) {
        var workspace = new Workspace(panels, Settings.forgetful(), words);
        return new Commands(
                run,
                new SlowCommands(session.training(), workspace, run.step, words),
                new ExperimentCommands(session, () -> {}, words),
                new FileCommands(session, dialogs, words),
                new ExchangeCommands(
                        session,
                        new ExchangeDialogs(new Stage(), session, Settings.forgetful(), words),
                        words),
                new ViewCommands(
                        workspace,
                        new Styles(Settings.Theme.LIGHT),
                        new Stage(),
                        session.notices(),
                        words),
                new HelpCommands(() -> {}, () -> {}, () -> {}, () -> {}, words));
    }
}
