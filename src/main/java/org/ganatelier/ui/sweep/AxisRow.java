package org.ganatelier.ui.sweep;

import atlantafx.base.theme.Styles;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.ganatelier.project.sweep.Axis;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Segments;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One value that is varied: which, and what it takes. FX thread only. */
final class AxisRow extends VBox {
    /** How values are named. */
    private enum Kind {
        LIST,
        RANGE
    }

    private static final double PATH_WIDTH = 190;
    private static final double LIST_WIDTH = 260;
    private static final double NUMBER_WIDTH = 84;
    private static final double COUNT_WIDTH = 52;

    private final Words words;
    private final ComboBox<String> path = new ComboBox<>();
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.LIST);
    private final TextField list;
    private final TextField from;
    private final TextField to;
    private final TextField count;
    private final CheckBox log;
    private final HBox values = new HBox();

    /**
     * @param paths that can be chosen
     * @param changed is run whenever anything is
     * @param remove takes the row away
     */
    AxisRow(List<String> paths, Runnable changed, Runnable remove, Words words) {
        this.words = words;
        getStyleClass().add("sweep-axis");
        path.setItems(FXCollections.observableArrayList(paths));
        path.setEditable(true);
        path.setMaxWidth(Double.MAX_VALUE);
        path.setPrefWidth(PATH_WIDTH);
        path.setPromptText(words.say("sweep.axis.path"));
        path.getEditor().setAccessibleText(words.say("sweep.axis.path"));
        Hints.on(path, words.say("sweep.axis.path.hint"));
        list = field("sweep.axis.list", LIST_WIDTH, changed);
        from = field("sweep.axis.from", NUMBER_WIDTH, changed);
        to = field("sweep.axis.to", NUMBER_WIDTH, changed);
        count = field("sweep.axis.count", COUNT_WIDTH, changed);
        count.setText("3");
        log = new CheckBox(words.say("sweep.axis.log"));
        Hints.on(log, words.say("sweep.axis.log.hint"));
        log.selectedProperty().subscribe(changed);
        path.getEditor().textProperty().subscribe(changed);
        var away = new Button("", new FontIcon(Feather.X));
        away.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        away.setAccessibleText(words.say("sweep.axis.remove"));
        Hints.on(away, words.say("sweep.axis.remove"));
        away.setOnAction(_ -> remove.run());
        values.getStyleClass().add("sweep-line");
        HBox.setHgrow(path, Priority.ALWAYS);
        var head = new HBox(path, kinds(), away);
        head.getStyleClass().add("sweep-line");
        getChildren().addAll(head, values);
        kind.subscribe(
                now -> {
                    show(now);
                    changed.run();
                });
    }

    private Node kinds() {
        return new Segments<>(
                kind,
                List.of(
                        new Segments.Choice<>(
                                Kind.LIST,
                                "sweep-list",
                                words.say("sweep.axis.list"),
                                words.say("sweep.axis.list.hint")),
                        new Segments.Choice<>(
                                Kind.RANGE,
                                "sweep-range",
                                words.say("sweep.axis.range"),
                                words.say("sweep.axis.range.hint"))));
    }

    private TextField field(String key, double width, Runnable changed) {
        var field = new TextField();
        field.setPromptText(words.say(key));
        field.setAccessibleText(words.say(key));
        field.setPrefWidth(width);
        field.textProperty().subscribe(changed);
        return field;
    }

    private void show(Kind now) {
        switch (now) {
            case LIST -> {
                HBox.setHgrow(list, Priority.ALWAYS);
                values.getChildren().setAll(list);
            }
            case RANGE ->
                    values.getChildren()
                            .setAll(from, new Label("–"), to, new Label("×"), count, log);
        }
    }

    /** Chooses a value and what it takes, as a start. */
    void set(String wanted, String texts) {
        path.getEditor().setText(wanted);
        path.setValue(wanted);
        list.setText(texts);
    }

    /** Whether nothing is filled in yet. */
    boolean isEmpty() {
        return path.getEditor().getText().isBlank() && list.getText().isBlank();
    }

    /** What is varied; empty where that is not said in full. */
    Optional<Axis> axis() {
        String name = path.getEditor().getText().strip();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return switch (kind.get()) {
            case LIST -> listed().map(texts -> new Axis(name, new Axis.Listed(texts)));
            case RANGE -> range().map(range -> new Axis(name, range));
        };
    }

    private Optional<List<String>> listed() {
        List<String> texts =
                Arrays.stream(list.getText().split("[,;]"))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .toList();
        return texts.isEmpty() ? Optional.empty() : Optional.of(texts);
    }

    private Optional<Axis.Range> range() {
        Optional<Double> low = Typed.decimal(from.getText());
        Optional<Double> high = Typed.decimal(to.getText());
        Optional<Integer> many = Typed.whole(count.getText(), 2);
        if (low.isEmpty() || high.isEmpty() || many.isEmpty() || low.get() >= high.get()) {
            return Optional.empty();
        }
        if (log.isSelected() && low.get() <= 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Axis.Range(
                        low.get(),
                        high.get(),
                        many.get(),
                        log.isSelected() ? Axis.Scale.LOG : Axis.Scale.LINEAR,
                        Axis.Draw.GRID));
    }
}
