package org.ganatelier.ui.shell;

import javafx.event.ActionEvent;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;

import org.ganatelier.exchange.model.Remark;
import org.ganatelier.session.ImportReport;
import org.ganatelier.text.ImportText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Zoom;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of another framework's model, line by line. It stays beside the window while that is
 * used. FX thread only.
 */
final class ImportReportDialog {
    private static final double WIDTH = 620;
    private static final double HEIGHT = 420;

    /** Nobody reads more; all of them are copied. */
    private static final int MOST_LINES = 300;

    private final ImportReport report;
    private final Words words;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ButtonType copy;

    ImportReportDialog(Stage owner, ImportReport report, Words words) {
        this.report = report;
        this.words = words;
        copy = new ButtonType(words.say("shell.import.copy"), ButtonData.LEFT);
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle(words.say("shell.import.title", "name", report.name()));
        dialog.setResizable(true);
        dialog.getDialogPane().setId("import-report");
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        Zoom.of(dialog.getDialogPane().getScene()).set(Zoom.of(owner.getScene()).get());
        dialog.getDialogPane()
                .getButtonTypes()
                .setAll(
                        copy,
                        new ButtonType(words.say("shell.dialog.close"), ButtonData.CANCEL_CLOSE));
        dialog.getDialogPane().setContent(page());
        button().addEventFilter(
                        ActionEvent.ACTION,
                        event -> {
                            event.consume();
                            copyAll();
                        });
    }

    void show() {
        dialog.show();
    }

    void close() {
        dialog.close();
    }

    private VBox page() {
        var head =
                new Label(
                        words.say(
                                report.opened()
                                        ? "shell.import.opened"
                                        : "shell.import.nothing-opened"));
        head.setWrapText(true);
        head.setMinHeight(Region.USE_PREF_SIZE);
        var scroll = new ScrollPane(lines());
        scroll.getStyleClass().add("dialog-page");
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var page = new VBox(head, counts(), scroll);
        page.getStyleClass().add("form-page");
        double zoom = Zoom.of(dialog.getDialogPane());
        page.setPrefSize(zoom * WIDTH, zoom * HEIGHT);
        return page;
    }

    /** How many lines of each kind there are: the icons are explained at once. */
    private FlowPane counts() {
        var row = new FlowPane();
        row.getStyleClass().add("import-counts");
        for (ImportVerdict verdict : ImportVerdict.values()) {
            long count = report.remarks().stream().filter(each -> of(each) == verdict).count();
            if (count > 0) {
                var label = new Label(words.say(key(verdict), "n", count), icon(verdict));
                row.getChildren().add(label);
            }
        }
        return row;
    }

    private GridPane lines() {
        var grid = new GridPane();
        grid.getStyleClass().add("import-lines");
        report.remarks().stream()
                .sorted(Comparator.comparing(ImportReportDialog::of))
                .limit(MOST_LINES)
                .forEach(
                        remark -> {
                            Icon icon = icon(of(remark));
                            GridPane.setValignment(icon, VPos.TOP);
                            grid.addRow(grid.getRowCount(), icon, line(remark));
                        });
        int more = report.remarks().size() - MOST_LINES;
        if (more > 0) {
            grid.add(new Label(words.say("shell.import.more", "n", more)), 1, grid.getRowCount());
        }
        return grid;
    }

    private Label line(Remark remark) {
        var label = new Label(ImportText.say(words, remark));
        label.getStyleClass().add("import-line");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        GridPane.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    private static Icon icon(ImportVerdict verdict) {
        var icon = new Icon(verdict.icon());
        icon.getStyleClass().add(verdict.styleClass());
        return icon;
    }

    private static ImportVerdict of(Remark remark) {
        return ImportVerdict.of(remark.fact());
    }

    private static String key(ImportVerdict verdict) {
        return switch (verdict) {
            case BECAME -> "shell.import.became";
            case PASSED -> "shell.import.passed";
            case LOST -> "shell.import.lost";
            case WRONG -> "shell.import.wrong";
        };
    }

    private void copyAll() {
        List<Remark> all = report.remarks();
        String text =
                all.stream()
                        .map(each -> words.say(key(of(each)), "n", 1) + ": " + sentence(each))
                        .collect(Collectors.joining("\n", "", "\n"));
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
        button().setText(words.say("shell.import.copied"));
    }

    private String sentence(Remark remark) {
        return ImportText.say(words, remark);
    }

    private Button button() {
        return (Button) dialog.getDialogPane().lookupButton(copy);
    }
}
