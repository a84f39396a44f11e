package org.ganatelier.ui.shell;

import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.ganatelier.session.RecentFiles;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.text.Language;
import org.ganatelier.text.PresetText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.panel.Panel;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.PanelLinks;
import org.ganatelier.ui.widget.Terms;
import org.ganatelier.ui.widget.Zoom;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The window's inside in one language: puts the commands, the panels and the bars together. */
final class Content {
    /** The page of shortcuts is as wide in its longest language. */
    private static final double TWO_COLUMNS = 1150;

    /** The panel of the author's own words. */
    private static final String NOTE = "note";

    /** The panel of what a preset teaches. */
    private static final String LESSON = "lesson";

    /** Presets that cannot be understood without their lessons: they fail. */
    private static final Set<String> FAILING = Set.of("collapse", "d-wins", "too-fast", "article");

    private final Stage stage;
    private final Session session;
    private final Words words;
    private final Dialogs dialogs;
    private final GlossaryWindow glossary;
    private final SweepWindow sweep;
    private final Workspace workspace;
    private final Commands commands;
    private final Toolbar toolbar;
    private final StackPane root = new StackPane();
    private final DropTarget drops;

    /**
     * @param speak changes the language
     */
    Content(
            Stage stage,
            Session session,
            Settings settings,
            Styles styles,
            Consumer<Language> speak,
            Words words) {
        this.stage = stage;
        this.session = session;
        this.words = words;
        RecentFiles recent = session.recentFiles(settings);
        dialogs = new Dialogs(stage, session, recent, words);
        glossary = new GlossaryWindow(stage, dialogs::room, this::showShortcuts, words);
        sweep = new SweepWindow(stage, session, settings, dialogs::room, words);
        var run = new RunCommands(session, words);
        var exchange = new ExchangeDialogs(stage, session, settings, words);
        var context = new PanelContext(session, run.train, exchange::pasteCode, settings, words);
        workspace = new Workspace(Panels.in(context), settings, words);
        session.arrangement().show(new WorkspaceLook(workspace, settings));
        commands =
                new Commands(
                        run,
                        new SlowCommands(session.training(), workspace, run.step, words),
                        new ExperimentCommands(session, sweep::open, words),
                        new FileCommands(session, dialogs, words),
                        new ExchangeCommands(session, exchange, words),
                        new ViewCommands(workspace, styles, stage, session.notices(), words),
                        new HelpCommands(
                                this::showShortcuts,
                                () -> glossary.open(Optional.empty()),
                                this::help,
                                dialogs::showAbout,
                                words));
        toolbar = new Toolbar(session, commands, recent, speak, words);
        drops = new DropTarget(root, words, session.arrivals()::open);
        root.getStyleClass().add("main-window");
        var notices = new NoticeBar(session.notices(), new Remedies(session, words), words);
        var frame = new BorderPane(new StackPane(workspace.node(), notices));
        frame.setTop(new VBox(toolbar, new RunStrip(session, run.reset, words)));
        frame.setBottom(new StatusBar(session, commands, workspace::reveal, words));
        root.getChildren().add(frame);
        Live.on(root, session.imports().reportProperty())
                .addListener((_, _, report) -> report.ifPresent(exchange::show));
        Live.on(root, session.documents().current().presetProperty())
                .addListener((_, _, preset) -> teach(preset));
        // What was written for the reader is brought to the reader.
        Live.on(root, session.documents().current().noteProperty())
                .addListener(
                        (_, _, note) -> {
                            if (!note.isEmpty()) {
                                workspace.offer(NOTE);
                            }
                        });
    }

    /** What stands in the window. */
    Region root() {
        return root;
    }

    /** Offers what sessions left that ended badly. */
    void recover() {
        dialogs.recoverAfterStart();
    }

    /** What says that the program made a mistake. */
    FailureDialog failureDialog(Stage owner) {
        return new FailureDialog(owner, session.failures(), dialogs::saveAs, words);
    }

    /** The language that it speaks. */
    Language language() {
        return words.language();
    }

    /** The style sheets of its panels. */
    List<String> sheets() {
        return workspace.panels().stream().map(Panel::sheet).toList();
    }

    /** Lets a scene's keys do what they mean here, and nothing else. */
    void installIn(Scene scene) {
        scene.getAccelerators().clear();
        commands.installIn(scene);
        Terms.openWith(scene, term -> glossary.open(Optional.of(term)));
        PanelLinks.openWith(scene, workspace::goTo);
        drops.installIn(scene);
    }

    /** Asks what is to become of unsaved work, where there is any. */
    void askBeforeClosing(WindowEvent event) {
        var question = new CloseQuestion(session, words);
        if (question.isNeeded()) {
            event.consume();
            switch (question.ask(stage)) {
                case SAVE -> dialogs.saveThen(stage::hide);
                case LEAVE -> stage.hide();
                case STAY -> {}
            }
        }
    }

    /** The keyboard begins where most people want to begin. */
    void focusTrain() {
        toolbar.focusTrain();
    }

    /** The window has opened. */
    void begin() {
        focusTrain();
        PresetText.presetOf(session.editor().experimentProperty().get().name())
                .ifPresent(this::teach);
    }

    /** Writes down how its panels stand. */
    void remember() {
        workspace.remember();
    }

    /** Looks like one in another language did, which follows nothing any more. */
    void takeOver(Content before) {
        workspace.takeOver(before.workspace);
        before.commands.retire();
        before.glossary.close();
        before.sweep.close();
    }

    /** What the word at the mouse or the keyboard means, or else what can be done by keyboard. */
    private void help() {
        Optional.ofNullable(root.getScene())
                .flatMap(Terms::at)
                .ifPresentOrElse(term -> glossary.open(Optional.of(term)), this::showShortcuts);
    }

    private void teach(String preset) {
        if (FAILING.contains(preset)) {
            workspace.bringToFront(List.of(LESSON));
        }
    }

    private void showShortcuts() {
        dialogs.show(
                words.say("shell.command.shortcuts"),
                new ShortcutsPage(
                        commands,
                        workspace,
                        dialogs.room().getWidth() < Zoom.of(root) * TWO_COLUMNS,
                        words));
    }
}
