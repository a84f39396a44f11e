package org.ganatelier.ui.shell;

import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.ScrollPane;
import javafx.stage.FileChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;

import org.ganatelier.session.Documents;
import org.ganatelier.session.RecentFiles;
import org.ganatelier.session.RunEntry;
import org.ganatelier.session.Session;
import org.ganatelier.text.PresetText;
import org.ganatelier.text.RunText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Zoom;
import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The windows that open on top of the main one. FX thread only. */
final class Dialogs {
    private static final double BESIDE_PAGE = 60;
    private static final double BELOW_PAGE = 150;

    private final Stage owner;
    private final Session session;
    private final RecentFiles recent;
    private final Words words;

    Dialogs(Stage owner, Session session, RecentFiles recent, Words words) {
        this.words = words;
        this.recent = recent;
        this.owner = owner;
        this.session = session;
    }

    /** Lets the user choose data of their own. */
    void openData() {
        new DataDialog(owner, session.documents(), words).show();
    }

    /** Lets the user choose a file, and opens it. */
    void open() {
        var chooser = chooser(words.say("shell.dialog.open"), FileKind.PROJECT);
        chooser.getExtensionFilters()
                .setAll(
                        FileKind.filter(words, FileKind.PROJECT, FileKind.EXPERIMENT),
                        FileKind.PROJECT.filter(words),
                        FileKind.EXPERIMENT.filter(words));
        choose(chooser.showOpenDialog(owner), session.documents()::open);
    }

    /** Saves to the document's file; where it has none yet, lets the user choose one. */
    void save() {
        saveThen(() -> {});
    }

    /**
     * As {@link #save}.
     *
     * @param done called when it is saved, and only then
     */
    void saveThen(Runnable done) {
        Documents documents = session.documents();
        documents
                .current()
                .fileProperty()
                .get()
                .ifPresentOrElse(file -> documents.save(file, done), () -> saveAs(done));
    }

    /** Lets the user choose a file, and saves the document to it. */
    void saveAs() {
        saveAs(() -> {});
    }

    private void saveAs(Runnable done) {
        choose(
                words.say("shell.dialog.save"),
                FileKind.PROJECT,
                name(),
                file -> session.documents().save(file, done));
    }

    /** Lets the user choose a file, and saves an earlier run to it. */
    void saveRun(RunEntry run) {
        choose(
                words.say("shell.dialog.save-run"),
                FileKind.PROJECT,
                FileName.of(RunText.nameOf(words, run)),
                file -> session.documents().saveRun(run, file));
    }

    /** Lets the user choose a file, and saves the generated images as a picture. */
    void saveGrid() {
        choose(
                words.say("shell.dialog.save-grid"),
                FileKind.PICTURE,
                name(),
                session.pictures()::saveGrid);
    }

    /** Saves to a file that was chosen, under a name of its kind. */
    void save(FileKind kind, Path chosen, Consumer<Path> action) {
        Path file = kind.named(chosen);
        // The system's dialog has asked about the name that was typed, and about no other.
        if (file.equals(chosen) || Files.notExists(file) || mayReplace(file)) {
            action.accept(file);
        }
    }

    /** Shows what former sessions left. */
    void recover() {
        session.recovery()
                .ifPresent(
                        recovery -> recovery.all(new RecoveryDialog(owner, recovery, words)::all));
    }

    /** Shows what sessions left that ended badly, if any did. */
    void recoverAfterStart() {
        session.recovery()
                .ifPresent(
                        recovery ->
                                recovery.afterStart(
                                        left ->
                                                new RecoveryDialog(owner, recovery, words)
                                                        .afterBadEnd(left)));
    }

    /** Shows what the program is and whose work it stands on. */
    void showAbout() {
        show(words.say("shell.command.about"), new AboutPage(words));
    }

    /** Shows a page to be read. */
    void show(String title, Node page) {
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setResizable(true);
        ScrollPane scroll = scrolling(page);
        dialog.getDialogPane().getStyleClass().add("page-dialog");
        dialog.getDialogPane().setContent(scroll);
        dialog.getDialogPane()
                .getButtonTypes()
                .add(new ButtonType(words.say("shell.dialog.close"), ButtonData.CANCEL_CLOSE));
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        Zoom.of(dialog.getDialogPane().getScene()).set(Zoom.of(owner.getScene()).get());
        // A page has a size once it has a style, and it gets one once its scroll pane has.
        dialog.getDialogPane().applyCss();
        page.applyCss();
        scroll.setPrefViewportWidth(page.prefWidth(-1));
        scroll.setPrefViewportHeight(page.prefHeight(-1));
        dialog.show();
    }

    /** What is larger than the screen scrolls; the button below it stays. */
    private ScrollPane scrolling(Node page) {
        var scroll = new ScrollPane(page);
        scroll.getStyleClass().add("dialog-page");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        Rectangle2D room = room();
        scroll.setMaxSize(room.getWidth(), room.getHeight());
        return scroll;
    }

    /** What a screen leaves to the page of a dialog beside its title and its button. */
    Rectangle2D room() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double zoom = Zoom.of(owner.getScene()).get();
        return new Rectangle2D(
                0,
                0,
                Math.max(1, screen.getWidth() - zoom * BESIDE_PAGE),
                Math.max(1, screen.getHeight() - zoom * BELOW_PAGE));
    }

    private void choose(String title, FileKind kind, String name, Consumer<Path> action) {
        var chooser = chooser(title, kind);
        chooser.setInitialFileName(name + kind.extension());
        choose(chooser.showSaveDialog(owner), chosen -> save(kind, chosen, action));
    }

    private boolean mayReplace(Path file) {
        // Not the default one, which Enter would press.
        var replace = new ButtonType(words.say("shell.dialog.replace"), ButtonData.APPLY);
        var question =
                new Alert(
                        AlertType.CONFIRMATION,
                        words.say(
                                "shell.dialog.replace.question",
                                "file",
                                String.valueOf(file.getFileName())),
                        replace,
                        new ButtonType(words.say("shell.dialog.cancel"), ButtonData.CANCEL_CLOSE));
        question.initOwner(owner);
        question.setTitle(
                words.say(
                        "shell.dialog.replace.title", "file", String.valueOf(file.getFileName())));
        question.setHeaderText(null);
        question.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        return question.showAndWait().filter(replace::equals).isPresent();
    }

    private FileChooser chooser(String title, FileKind kind) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(kind.filter(words));
        recent.folder().map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private static void choose(@Nullable File file, Consumer<Path> action) {
        Optional.ofNullable(file).map(File::toPath).ifPresent(action);
    }

    /** The name of the document's file, or else what its experiment is called. */
    private String name() {
        String experiment = session.editor().experimentProperty().get().name();
        return session.documents()
                .current()
                .fileProperty()
                .get()
                .map(file -> FileKind.PROJECT.stem(file))
                .orElseGet(() -> FileName.of(PresetText.nameOf(words, experiment)));
    }
}
