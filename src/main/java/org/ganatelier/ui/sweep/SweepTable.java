package org.ganatelier.ui.sweep;

import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.ganatelier.project.sweep.CellResult;
import org.ganatelier.session.SweepState;
import org.ganatelier.sweep.Row;
import org.ganatelier.text.Words;
import org.ganatelier.train.Metrics;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** All trainings of a sweep, the best first. A double click opens one as a run. */
final class SweepTable extends TableView<Row> {
    private static final double NARROW = 92;

    private final SweepTexts texts;
    private final Words words;
    private List<String> paths = List.of();
    private SweepState state;

    /**
     * @param first what is shown
     * @param open a training that has come to a rung
     */
    SweepTable(SweepState first, Consumer<Row> open, SweepTexts texts, Words words) {
        this.texts = texts;
        this.words = words;
        state = first;
        setId("sweep-table");
        setPlaceholder(new Label(words.say("sweep.empty")));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setRowFactory(
                _ -> {
                    var row = new TableRow<Row>();
                    row.setOnMouseClicked(
                            event -> {
                                if (event.getButton() == MouseButton.PRIMARY
                                        && event.getClickCount() == 2
                                        && row.getItem() != null) {
                                    open.accept(row.getItem());
                                }
                            });
                    return row;
                });
        setOnKeyPressed(
                event -> {
                    Row chosen = getSelectionModel().getSelectedItem();
                    if (event.getCode() == KeyCode.ENTER && chosen != null) {
                        open.accept(chosen);
                    }
                });
        show(first);
    }

    /** Shows how far the sweep is now. */
    void show(SweepState now) {
        state = now;
        var names = Values.names(now.standing());
        List<String> varied = List.copyOf(names.keySet());
        if (getColumns().isEmpty() || !varied.equals(paths)) {
            paths = varied;
            getColumns().clear();
            names.forEach((path, name) -> add(name, row -> Values.of(row, path)));
            add(words.say("sweep.column.step"), this::step);
            add(words.say("sweep.column.distance"), texts::distance);
            add(words.say("sweep.column.classes"), SweepTable::classes);
            add(words.say("sweep.column.confidence"), this::confidence);
            add(words.say("sweep.column.state"), row -> texts.state(row, state));
        }
        String chosen =
                Optional.ofNullable(getSelectionModel().getSelectedItem())
                        .map(SweepTable::key)
                        .orElse("");
        getItems().setAll(now.standing().best());
        for (Row row : getItems()) {
            if (key(row).equals(chosen)) {
                getSelectionModel().select(row);
            }
        }
    }

    private static String key(Row row) {
        return row.cell().map(cell -> cell.name()).orElse("");
    }

    private void add(String title, Function<Row, String> text) {
        var column = new TableColumn<Row, String>(title);
        column.setCellValueFactory(data -> new SimpleStringProperty(text.apply(data.getValue())));
        column.setComparator(SweepTable::compare);
        column.setPrefWidth(NARROW);
        getColumns().add(column);
    }

    /** Numbers by size. */
    private static int compare(String one, String other) {
        Optional<Double> first = Typed.decimal(one);
        Optional<Double> second = Typed.decimal(other);
        return first.isPresent() && second.isPresent()
                ? Double.compare(first.get(), second.get())
                : Comparator.<String>naturalOrder().compare(one, other);
    }

    private String step(Row row) {
        Optional<Metrics> now = row.cell().map(cell -> cell.name()).map(state.training()::get);
        return now.map(metrics -> words.say("sweep.step", "step", metrics.step()))
                .or(
                        () ->
                                row.result()
                                        .map(
                                                result ->
                                                        words.say(
                                                                "sweep.step",
                                                                "step",
                                                                result.last().step())))
                .orElse("–");
    }

    private static String classes(Row row) {
        return row.result()
                .flatMap(CellResult::score)
                .map(score -> Integer.toString(score.images().coverage().seen()))
                .orElse("–");
    }

    private String confidence(Row row) {
        return row.result()
                .flatMap(CellResult::score)
                .map(
                        score ->
                                words.say(
                                        "sweep.percent",
                                        "share",
                                        words.decimal(100 * score.images().confidence(), 0)))
                .orElse("–");
    }
}
