package org.ganatelier.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextField;
import javafx.stage.DirectoryChooser;
import javafx.stage.Modality;
import javafx.stage.Stage;

import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.text.Words;
import org.ganatelier.ui.sweep.SweepPage;
import org.ganatelier.ui.widget.Zoom;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Sweeps in a window of their own, beside which one goes on working. FX thread only. */
final class SweepWindow {
    private static final double WIDTH = 1060;
    private static final double HEIGHT = 600;

    private final Stage owner;
    private final Session session;
    private final Settings settings;
    private final Supplier<Rectangle2D> room;
    private final Words words;
    private Optional<Dialog<ButtonType>> dialog = Optional.empty();

    /**
     * @param room what a screen leaves to the page of a dialog
     */
    SweepWindow(
            Stage owner,
            Session session,
            Settings settings,
            Supplier<Rectangle2D> room,
            Words words) {
        this.owner = owner;
        this.session = session;
        this.settings = settings;
        this.room = room;
        this.words = words;
    }

    /** Opens it with the experiment of the editor, or brings it to the front. */
    void open() {
        if (dialog.isPresent()) {
            ((Stage) dialog.get().getDialogPane().getScene().getWindow()).toFront();
            return;
        }
        var page =
                new SweepPage(
                        session.sweeps(),
                        session.editor().experimentProperty().get(),
                        DocumentTitle.of(session, words),
                        usualFolder(),
                        this::chooseFolder,
                        session.documents()::open,
                        words);
        var window = new Dialog<ButtonType>();
        window.initOwner(owner);
        window.initModality(Modality.NONE);
        window.setTitle(words.say("shell.command.sweep.title"));
        window.setResizable(true);
        window.setOnHidden(
                _ -> {
                    page.retire();
                    dialog = Optional.empty();
                });
        DialogPane pane = window.getDialogPane();
        pane.getButtonTypes()
                .add(new ButtonType(words.say("shell.dialog.close"), ButtonData.CANCEL_CLOSE));
        pane.getStyleClass().add("page-dialog");
        pane.setContent(page);
        // Its looks change with those of the window beside it.
        Bindings.bindContent(pane.getStylesheets(), owner.getScene().getStylesheets());
        Zoom.of(pane.getScene()).bind(Zoom.of(owner.getScene()));
        double zoom = Zoom.of(owner.getScene()).get();
        Rectangle2D most = room.get();
        page.setPrefSize(
                Math.min(zoom * WIDTH, most.getWidth()), Math.min(zoom * HEIGHT, most.getHeight()));
        dialog = Optional.of(window);
        window.show();
    }

    /** Closes it, if it is open; a sweep goes on. */
    void close() {
        dialog.ifPresent(Dialog::close);
    }

    /** A new one beside what was saved last, or where the user's own things are. */
    private Path usualFolder() {
        Path parent =
                settings.folder()
                        .filter(Files::isDirectory)
                        .orElseGet(() -> Path.of(System.getProperty("user.home", "")));
        String name = FileName.of(DocumentTitle.of(session, words)) + "-sweep";
        Path folder = parent.resolve(name);
        for (int number = 2; Files.exists(folder); number++) {
            folder = parent.resolve(name + "-" + number);
        }
        return folder;
    }

    private void chooseFolder(TextField field) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(words.say("sweep.folder"));
        Optional.ofNullable(chooser.showDialog(owner)).map(File::getPath).ifPresent(field::setText);
    }
}
