package org.ganatelier.ui.shell;

import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

import org.ganatelier.session.Documents;
import org.ganatelier.text.NoticeText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Reasons;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Asks for IDX files of images and, if there are any, of labels; stays open until they are good.
 */
final class DataDialog {
    private static final double PATH_WIDTH = 340;
    private static final double FAILURE_HEIGHT = 60;

    private final Stage owner;
    private final Documents documents;
    private final Words words;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final TextField images;
    private final TextField labels;
    private final Label failure = new Label();

    DataDialog(Stage owner, Documents documents, Words words) {
        this.words = words;
        images = pathField(words.say("shell.idx.images-file"), "images");
        labels = pathField(words.say("shell.idx.labels-file"), "labels");
        var useFiles = new ButtonType(words.say("shell.idx.use"), ButtonData.OK_DONE);
        this.owner = owner;
        this.documents = documents;
        dialog.initOwner(owner);
        dialog.setTitle(words.say("shell.idx.title"));
        dialog.getDialogPane().setContent(content());
        dialog.getDialogPane()
                .getButtonTypes()
                .addAll(
                        useFiles,
                        new ButtonType(words.say("shell.dialog.cancel"), ButtonData.CANCEL_CLOSE));
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        var use = (Button) dialog.getDialogPane().lookupButton(useFiles);
        Reasons.disable(
                use,
                images.textProperty()
                        .map(
                                text ->
                                        text.isBlank()
                                                ? Optional.of(words.say("shell.reason.no-file"))
                                                : Optional.empty()));
        // Whether the files are good is known only later: the dialog closes by itself then.
        use.addEventFilter(ActionEvent.ACTION, this::submit);
    }

    void show() {
        dialog.show();
        images.requestFocus();
    }

    private Node content() {
        var grid = new GridPane();
        grid.getStyleClass().add("form");
        grid.addRow(
                0,
                new Label(words.say("shell.idx.images")),
                images,
                chooseButton(words.say("shell.idx.choose-images"), images));
        grid.addRow(
                1,
                new Label(words.say("shell.idx.labels")),
                labels,
                chooseButton(words.say("shell.idx.choose-labels"), labels));
        failure.getStyleClass().add("failure");
        failure.setWrapText(true);
        failure.setMaxWidth(Double.MAX_VALUE);
        // Room from the start: the dialog does not grow under the mouse.
        failure.setMinHeight(FAILURE_HEIGHT);
        failure.setAlignment(Pos.TOP_LEFT);
        var explanation = new Label(words.say("shell.idx.meaning"));
        explanation.getStyleClass().add("text-muted");
        var box = new VBox(explanation, grid, failure);
        box.getStyleClass().add("form-page");
        return box;
    }

    private static TextField pathField(String accessibleText, String id) {
        var field = new TextField();
        field.setId("idx-" + id);
        field.setPrefWidth(PATH_WIDTH);
        field.setAccessibleText(accessibleText);
        field.setTooltip(new Tooltip(accessibleText));
        GridPane.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private Button chooseButton(String title, TextField field) {
        var button = new Button(words.say("shell.idx.choose"));
        button.setAccessibleText(title);
        button.setTooltip(new Tooltip(title));
        button.setOnAction(
                _ -> {
                    var chooser = new FileChooser();
                    chooser.setTitle(title);
                    File file = chooser.showOpenDialog(owner);
                    if (file != null) {
                        field.setText(file.getPath());
                    }
                });
        return button;
    }

    private void submit(ActionEvent event) {
        event.consume();
        failure.setText("");
        try {
            documents.useIdxFiles(
                    Path.of(images.getText().strip()),
                    Optional.of(labels.getText().strip())
                            .filter(text -> !text.isEmpty())
                            .map(Path::of),
                    dialog::close,
                    why -> failure.setText(NoticeText.say(words, why)));
        } catch (InvalidPathException e) {
            failure.setText(words.say("shell.idx.no-name", "text", e.getInput()));
        }
    }
}
