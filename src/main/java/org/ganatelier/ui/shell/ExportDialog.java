package org.ganatelier.ui.shell;

import javafx.beans.property.SimpleObjectProperty;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Subscription;

import org.ganatelier.exchange.model.Obstacle;
import org.ganatelier.session.ExportOrder;
import org.ganatelier.session.ExportResult;
import org.ganatelier.session.ExportStage;
import org.ganatelier.session.ExportSubject;
import org.ganatelier.session.Exports;
import org.ganatelier.session.FolderOpener;
import org.ganatelier.text.DataText;
import org.ganatelier.text.ExportText;
import org.ganatelier.text.NoticeText;
import org.ganatelier.text.StatusText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Reasons;
import org.ganatelier.ui.widget.Zoom;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks what is to be exported, shows how that goes, and where it is in the end. FX thread only. */
final class ExportDialog {
    private static final double WIDTH = 580;

    private final Exports exports;
    private final FolderOpener folders;
    private final ExportForm form;
    private final Words words;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ButtonType export;
    private final ButtonType cancel;
    private final Label message = new Label();
    private final Label doing = new Label();
    private final VBox progress = new VBox(doing, new ProgressBar());
    private final Subscription following;

    ExportDialog(Stage owner, Exports exports, FolderOpener folders, ExportForm form, Words words) {
        this.exports = exports;
        this.folders = folders;
        this.form = form;
        this.words = words;
        export = new ButtonType(words.say("shell.export.do"), ButtonData.OK_DONE);
        cancel = new ButtonType(words.say("shell.dialog.cancel"), ButtonData.CANCEL_CLOSE);
        dialog.initOwner(owner);
        dialog.setTitle(words.say("shell.export.title"));
        dialog.setResizable(true);
        dialog.getDialogPane().setId("export");
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().getButtonTypes().setAll(export, cancel);
        Zoom.of(dialog.getDialogPane().getScene()).set(Zoom.of(owner.getScene()).get());
        dialog.getDialogPane().setContent(page());
        onButton(export, this::begin);
        onButton(cancel, this::leave);
        var running = new SimpleObjectProperty<Optional<String>>(Optional.empty());
        following =
                exports.stageProperty()
                        .subscribe(
                                stage -> {
                                    running.set(stage.map(now -> StatusText.say(words, now)));
                                    show(stage);
                                });
        Reasons.disable(
                button(export),
                form.reason().flatMap(reason -> reason.isPresent() ? form.reason() : running));
        dialog.setOnHidden(
                _ -> {
                    following.unsubscribe();
                    exports.cancel();
                });
    }

    void show() {
        dialog.show();
    }

    private Node page() {
        message.getStyleClass().add("failure");
        message.setId("export-message");
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        hideWhileEmpty(message);
        progress.getStyleClass().add("export-progress");
        progress.setId("export-progress");
        progress.managedProperty().bind(progress.visibleProperty());
        var page = new VBox(form, progress, message);
        page.getStyleClass().add("export-page");
        VBox.setVgrow(form, Priority.ALWAYS);
        page.setPrefWidth(Zoom.of(dialog.getDialogPane()) * WIDTH);
        return page;
    }

    private void show(Optional<ExportStage> stage) {
        progress.setVisible(stage.isPresent());
        form.setDisable(stage.isPresent());
        stage.ifPresent(now -> doing.setText(StatusText.say(words, now)));
    }

    private void begin() {
        message.setText("");
        boolean trained = exports.subject() instanceof ExportSubject.OfRun;
        try {
            ExportOrder order = form.order();
            exports.begin(order, result -> finish(order, trained, result));
        } catch (InvalidPathException e) {
            message.setText(words.say("shell.export.no-name", "text", e.getInput()));
        }
    }

    /** The first time it ends what goes on, the second time it closes. */
    private void leave() {
        if (exports.stageProperty().get().isPresent()) {
            exports.cancel();
            message.setText(words.say("shell.export.cancelled"));
        } else {
            dialog.close();
        }
    }

    private void finish(ExportOrder order, boolean trained, ExportResult result) {
        switch (result) {
            case ExportResult.Done done -> showDone(order, trained, done);
            case ExportResult.Refused(List<Obstacle> obstacles) ->
                    message.setText(
                            obstacles.stream()
                                    .map(each -> ExportText.say(words, each))
                                    .collect(Collectors.joining("\n")));
            case ExportResult.Failed(var why) -> message.setText(NoticeText.say(words, why));
        }
    }

    private void showDone(ExportOrder order, boolean trained, ExportResult.Done done) {
        var head = new Label(words.say("shell.export.done"), new Icon(Feather.CHECK));
        head.getStyleClass().addAll("title-4", "export-done");
        var path = new TextField(done.folder().toString());
        path.setId("export-path");
        path.setEditable(false);
        path.setAccessibleText(words.say("shell.export.done.folder"));
        var page = new VBox(head, path);
        page.getStyleClass().addAll("form-page", "export-page");
        page.setPrefWidth(Zoom.of(dialog.getDialogPane()) * WIDTH);
        if (order.format().trains()) {
            page.getChildren()
                    .add(
                            line(
                                    words.say(
                                            trained
                                                    ? "shell.export.then.trained"
                                                    : "shell.export.then.code")));
        }
        done.withoutData()
                .ifPresent(
                        problem ->
                                page.getChildren()
                                        .add(
                                                line(
                                                        words.say(
                                                                "shell.export.without-data",
                                                                "problem",
                                                                DataText.say(words, problem)))));
        page.getChildren().add(message);
        var open = new ButtonType(words.say("shell.export.open"), ButtonData.LEFT);
        var close = new ButtonType(words.say("shell.dialog.close"), ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().setAll(open, close);
        dialog.getDialogPane().setContent(page);
        button(open).setId("export-open");
        onButton(open, () -> open(done.folder()));
        button(close).requestFocus();
        dialog.getDialogPane().getScene().getWindow().sizeToScene();
    }

    private void open(Path folder) {
        folders.open(folder, () -> message.setText(words.say("shell.export.not-opened")));
    }

    private static Label line(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static void hideWhileEmpty(Label label) {
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }

    /** The dialog closes by itself, and not with each button. */
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
