package org.ganatelier.ui;

import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;

import org.controlsfx.control.action.Action;
import org.ganatelier.session.Session;
import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The windows that open on top of the main one. FX thread only. */
final class Dialogs {
    private static final ExtensionFilter RUNS =
            new ExtensionFilter("Runs of GAN Atelier (*.atelier)", "*.atelier");
    private static final ExtensionFilter PICTURES =
            new ExtensionFilter("Pictures (*.png)", "*.png");

    private final Stage owner;
    private final Session session;

    Dialogs(Stage owner, Session session) {
        this.owner = owner;
        this.session = session;
    }

    /** Lets the user choose data of their own. */
    void openData() {
        new DataDialog(owner, session.documents()).show();
    }

    /** Lets the user choose a saved run, and opens it. */
    void openRun() {
        var chooser = chooser("Open a run", RUNS);
        choose(chooser.showOpenDialog(owner), session.documents()::open);
    }

    /** Lets the user choose a file, and saves the run. */
    void saveRun() {
        var chooser = chooser("Save the run", RUNS);
        chooser.setInitialFileName(fileName() + ".atelier");
        choose(chooser.showSaveDialog(owner), session.documents()::save);
    }

    /** Lets the user choose a file, and saves the generated images as a picture. */
    void saveGrid() {
        var chooser = chooser("Save a picture of the generated images", PICTURES);
        chooser.setInitialFileName(fileName() + ".png");
        choose(chooser.showSaveDialog(owner), session.documents()::saveGrid);
    }

    /** Shows what can be done by keyboard. */
    void showShortcuts(List<Action> actions) {
        show("Keyboard shortcuts", new ShortcutsPage(actions));
    }

    /** Shows what the program is and whose work it stands on. */
    void showAbout() {
        show("About GAN Atelier", new AboutPage());
    }

    private void show(String title, Node page) {
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(page);
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.show();
    }

    private FileChooser chooser(String title, ExtensionFilter filter) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(filter);
        return chooser;
    }

    private static void choose(@Nullable File file, Consumer<Path> action) {
        Optional.ofNullable(file).map(File::toPath).ifPresent(action);
    }

    /** The experiment's name with nothing in it that a file system could object to. */
    private String fileName() {
        String name = session.editor().experimentProperty().get().name();
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return plain.equals("-") ? "run" : plain;
    }
}
