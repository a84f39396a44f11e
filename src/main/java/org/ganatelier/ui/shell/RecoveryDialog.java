package org.ganatelier.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.ganatelier.session.Recoverable;
import org.ganatelier.session.Recovery;
import org.ganatelier.text.PresetText;
import org.ganatelier.text.RecoveryText;
import org.ganatelier.text.Words;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/** Unsaved work of former sessions, with a picture: it can be opened or deleted. FX thread only. */
final class RecoveryDialog {
    private static final double WIDTH = 640;
    private static final double MOST_HEIGHT = 420;

    private final Recovery recovery;
    private final Words words;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final VBox rows = new VBox();

    RecoveryDialog(Stage owner, Recovery recovery, Words words) {
        this.recovery = recovery;
        this.words = words;
        dialog.initOwner(owner);
        dialog.setTitle(words.say("shell.recovery.title"));
        dialog.setResizable(true);
        dialog.getDialogPane().setId("recovery");
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane()
                .getButtonTypes()
                .setAll(new ButtonType(words.say("shell.recovery.later"), ButtonData.CANCEL_CLOSE));
        rows.getStyleClass().add("recovery-rows");
    }

    /** What sessions left that ended badly, at least one. */
    void afterBadEnd(List<Recoverable> left) {
        String ended = RecoveryText.ended(words, left.getFirst().crashReport());
        show(ended + " " + words.say("shell.recovery.left"), left);
    }

    /** What any former session left, perhaps nothing. */
    void all(List<Recoverable> left) {
        show(words.say(left.isEmpty() ? "shell.recovery.none" : "shell.recovery.all"), left);
    }

    private void show(String sentence, List<Recoverable> left) {
        var head = new Label(sentence);
        head.setWrapText(true);
        left.forEach(each -> rows.getChildren().add(row(each)));
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        scroll.setVisible(!left.isEmpty());
        scroll.setManaged(!left.isEmpty());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var page = new VBox(head, scroll);
        page.getStyleClass().add("form-page");
        page.setPrefWidth(WIDTH);
        dialog.getDialogPane().setContent(page);
        dialog.show();
    }

    private HBox row(Recoverable left) {
        String name = PresetText.nameOf(words, left.experiment().name());
        var title = new Label(name);
        title.getStyleClass().add("recovery-name");
        title.setWrapText(true);
        var state = new Label(RecoveryText.state(words, left.step(), left.savedAt()));
        state.getStyleClass().add("text-muted");
        state.setWrapText(true);
        var texts = new VBox(title, state);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var open = new Button(words.say("shell.recovery.open"));
        open.setMinWidth(Button.USE_PREF_SIZE);
        open.setOnAction(_ -> open(left, name));
        var delete = new Button(words.say("shell.recovery.delete"), new Icon(Feather.TRASH_2));
        delete.setMinWidth(Button.USE_PREF_SIZE);
        delete.getStyleClass().add("flat");
        var row = new HBox(new WorkPicture(left), texts, open, delete);
        row.getStyleClass().add("recovery-row");
        delete.setOnAction(_ -> recovery.remove(left, () -> forget(row)));
        return row;
    }

    private void open(Recoverable left, String name) {
        recovery.open(left, words.say("shell.recovery.name", "name", name));
        dialog.close();
    }

    private void forget(HBox row) {
        rows.getChildren().remove(row);
        if (rows.getChildren().isEmpty()) {
            dialog.close();
        }
    }
}
