package org.ganatelier.ui.shell;

import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.ganatelier.session.RunEntry;
import org.ganatelier.session.Session;
import org.ganatelier.text.RunText;
import org.ganatelier.text.Words;

import java.util.List;
import java.util.Optional;

/** Asks what is to become of work that is in no file, once, when the window is closed. */
final class CloseQuestion {
    private static final double WIDTH = 440;

    /** What the user wants. */
    enum Answer {
        SAVE,
        LEAVE,
        STAY
    }

    private final Session session;
    private final Words words;
    private final ButtonType save;
    private final ButtonType leave;
    private final ButtonType stay;

    CloseQuestion(Session session, Words words) {
        this.session = session;
        this.words = words;
        save = new ButtonType(words.say("shell.close.save"), ButtonData.YES);
        leave = new ButtonType(words.say("shell.close.leave"), ButtonData.NO);
        stay = new ButtonType(words.say("shell.dialog.cancel"), ButtonData.CANCEL_CLOSE);
    }

    /** Whether anything would be lost that is worth a question. */
    boolean isNeeded() {
        return isDocumentUnsaved() || !elsewhere().isEmpty();
    }

    /** Asks, and waits for the answer. */
    Answer ask(Stage owner) {
        Optional<ButtonType> chosen = dialog(owner).showAndWait();
        if (chosen.filter(save::equals).isPresent()) {
            return Answer.SAVE;
        }
        return chosen.filter(leave::equals).isPresent() ? Answer.LEAVE : Answer.STAY;
    }

    private Alert dialog(Stage owner) {
        var question = new Alert(AlertType.CONFIRMATION);
        question.initOwner(owner);
        question.setTitle(words.say("shell.close.title"));
        question.setHeaderText(null);
        question.getButtonTypes()
                .setAll(isDocumentUnsaved() ? List.of(save, leave, stay) : List.of(leave, stay));
        question.getDialogPane().setContent(content());
        question.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        return question;
    }

    private VBox content() {
        var content = new VBox();
        content.getStyleClass().add("form-page");
        if (isDocumentUnsaved()) {
            content.getChildren()
                    .add(
                            line(
                                    words.say(
                                            "shell.close.question",
                                            "name",
                                            DocumentTitle.of(session, words))));
        }
        if (!elsewhere().isEmpty()) {
            List<String> runs =
                    elsewhere().stream().map(run -> RunText.say(words, run, true)).toList();
            content.getChildren()
                    .add(line(words.say("shell.close.runs", "runs", String.join("\n", runs))));
        }
        return content;
    }

    private static Label line(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setPrefWidth(WIDTH);
        return label;
    }

    private boolean isDocumentUnsaved() {
        return session.documents().current().unsavedProperty().get();
    }

    private List<RunEntry> elsewhere() {
        return session.documents().current().unsavedElsewhere();
    }
}
