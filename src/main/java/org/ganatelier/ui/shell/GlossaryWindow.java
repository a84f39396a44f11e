package org.ganatelier.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Modality;
import javafx.stage.Stage;

import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Zoom;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Supplier;

/** The glossary in a window of its own, beside which one goes on working. FX thread only. */
final class GlossaryWindow {
    private static final double WIDTH = 780;
    private static final double HEIGHT = 520;

    private final Stage owner;
    private final Supplier<Rectangle2D> room;
    private final Runnable showShortcuts;
    private final Words words;
    private @Nullable Dialog<ButtonType> dialog;
    private @Nullable GlossaryPage page;

    /**
     * @param room what a screen leaves to the page of a dialog
     * @param showShortcuts opens the page of shortcuts
     */
    GlossaryWindow(Stage owner, Supplier<Rectangle2D> room, Runnable showShortcuts, Words words) {
        this.owner = owner;
        this.room = room;
        this.showShortcuts = showShortcuts;
        this.words = words;
    }

    /**
     * Opens it, or brings it to the front.
     *
     * @param term where to open it
     */
    void open(Optional<String> term) {
        GlossaryPage now = page == null ? make() : page;
        term.ifPresent(now::go);
        if (dialog != null
                && dialog.getDialogPane().getScene().getWindow() instanceof Stage stage) {
            stage.toFront();
        }
        now.entrance().requestFocus();
    }

    /** Closes it, if it is open. */
    void close() {
        if (dialog != null) {
            dialog.close();
        }
    }

    private GlossaryPage make() {
        var made = new GlossaryPage(showShortcuts, words);
        var window = new Dialog<ButtonType>();
        window.initOwner(owner);
        window.initModality(Modality.NONE);
        window.setTitle(words.say("shell.command.glossary"));
        window.setResizable(true);
        window.setOnHidden(
                _ -> {
                    dialog = null;
                    page = null;
                });
        DialogPane pane = window.getDialogPane();
        pane.getButtonTypes()
                .add(new ButtonType(words.say("shell.dialog.close"), ButtonData.CANCEL_CLOSE));
        pane.getStyleClass().add("glossary-dialog");
        pane.setContent(made);
        // Its looks change with those of the window beside it.
        Bindings.bindContent(pane.getStylesheets(), owner.getScene().getStylesheets());
        Zoom.of(pane.getScene()).bind(Zoom.of(owner.getScene()));
        double zoom = Zoom.of(owner.getScene()).get();
        Rectangle2D most = room.get();
        made.setPrefSize(
                Math.min(zoom * WIDTH, most.getWidth()), Math.min(zoom * HEIGHT, most.getHeight()));
        dialog = window;
        page = made;
        window.show();
        return made;
    }
}
