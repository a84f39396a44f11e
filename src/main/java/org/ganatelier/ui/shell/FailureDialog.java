package org.ganatelier.ui.shell;

import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.ganatelier.session.Failures;
import org.ganatelier.session.ProgramFailure;
import org.ganatelier.text.NoticeText;
import org.ganatelier.text.Words;

import java.util.Map;

/**
 * Says that the program made a mistake, and lets the user save a copy of the work, copy a report,
 * and go on. There is one at a time: it counts what comes after it. FX thread only.
 */
final class FailureDialog {
    private static final double WIDTH = 480;

    private final Failures failures;
    private final Words words;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final Label count = new Label();
    private final ButtonType save;
    private final ButtonType copy;

    /**
     * @param saveCopy lets the user save the work
     */
    FailureDialog(Stage owner, Failures failures, Runnable saveCopy, Words words) {
        this.failures = failures;
        this.words = words;
        save = new ButtonType(words.say("shell.failure.save"), ButtonData.LEFT);
        copy = new ButtonType(words.say("shell.failure.copy"), ButtonData.LEFT);
        var goOn = new ButtonType(words.say("shell.failure.go-on"), ButtonData.OK_DONE);
        dialog.initOwner(owner);
        dialog.setTitle(words.say("shell.failure.title"));
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().getButtonTypes().setAll(save, copy, goOn);
        dialog.getDialogPane().setId("failure");
        // These two do their work and leave the dialog open.
        onButton(save, saveCopy);
        onButton(copy, this::copyReport);
        dialog.setOnHidden(_ -> failures.dismiss());
    }

    /** Shows a failure, or the newest count of those after it. */
    void show(ProgramFailure failure) {
        count.setText(words.say("shell.failure.more", "n", failure.more()));
        count.setVisible(failure.more() > 0);
        if (!dialog.isShowing()) {
            dialog.getDialogPane().setContent(page(failure));
            dialog.show();
        }
    }

    private VBox page(ProgramFailure failure) {
        var head = new Label(words.say("shell.failure.head"));
        head.getStyleClass().add("title-4");
        var meaning = wrapped(words.say("shell.failure.meaning"));
        var what = wrapped(NoticeText.say(words, failure.what()));
        what.getStyleClass().add("failure-cause");
        count.managedProperty().bind(count.visibleProperty());
        var page = new VBox(head, meaning, what, count);
        page.getStyleClass().add("form-page");
        page.setPrefWidth(WIDTH);
        return page;
    }

    private static Label wrapped(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private void copyReport() {
        Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, failures.reportText()));
        button(copy).setText(words.say("shell.failure.copied"));
    }

    private void onButton(ButtonType type, Runnable work) {
        button(type)
                .addEventFilter(
                        ActionEvent.ACTION,
                        event -> {
                            event.consume();
                            work.run();
                        });
    }

    private Button button(ButtonType type) {
        return (Button) dialog.getDialogPane().lookupButton(type);
    }
}
