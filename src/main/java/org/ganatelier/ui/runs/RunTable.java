package org.ganatelier.ui.runs;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;

import org.ganatelier.session.Overlays;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Zoom;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The columns of the table, as many as there is room for. FX thread only. */
final class RunTable extends TreeTableView<RunRow> {
    private static final double NAME = 150;
    private static final double OVERLAY = 58;

    /** Beside the columns: the bar that scrolls, and the border. */
    private static final double BESIDE = 18;

    private final Words words;
    private final TreeTableColumn<RunRow, String> name;
    private final TreeTableColumn<RunRow, ?> overlay;
    private final Map<RunColumn, TreeTableColumn<RunRow, String>> others =
            new EnumMap<>(RunColumn.class);

    RunTable(RunTree tree, Overlays overlays, Words words) {
        super(tree.root());
        this.words = words;
        setId("runs-table");
        getStyleClass().addAll("runs-table", "dense");
        setShowRoot(false);
        setAccessibleText(words.say("runs.title"));
        name = column("runs.column.name", RunRow::nameProperty, NameCell::new);
        name.setOnEditCommit(
                event -> {
                    event.getRowValue().getValue().rename(event.getNewValue());
                    setEditable(false);
                });
        name.setOnEditCancel(_ -> setEditable(false));
        overlay =
                column(
                        "runs.column.overlay",
                        RunRow::colorProperty,
                        () -> new OverlayCell(overlays, words));
        for (RunColumn each : RunColumn.values()) {
            TreeTableColumn<RunRow, String> made =
                    column(
                            each.key(),
                            row -> row.textProperty(each),
                            () -> new TextCell(each, words));
            if (each.isNumber()) {
                made.getStyleClass().add("runs-number");
            }
            others.put(each, made);
        }
        getColumns().add(name);
        getColumns().add(overlay);
        getColumns().addAll(others.values());
        setTreeColumn(name);
        widthProperty().subscribe(this::fit);
        Zoom.on(this).subscribe(_ -> fit());
    }

    /** Begins to write over the name of the run that is selected. */
    void editName() {
        setEditable(true);
        edit(getSelectionModel().getSelectedIndex(), name);
    }

    private <T> TreeTableColumn<RunRow, T> column(
            String key,
            Function<RunRow, ObservableValue<T>> value,
            Supplier<TreeTableCell<RunRow, T>> cell) {
        var column = new TreeTableColumn<RunRow, T>();
        var title = new Label(words.say(key));
        title.setMinWidth(USE_PREF_SIZE);
        title.getStyleClass().add("runs-head");
        Hints.on(title, words.say(key + ".hint"));
        column.setGraphic(title);
        column.setCellValueFactory(data -> value.apply(data.getValue().getValue()));
        column.setCellFactory(_ -> cell.get());
        column.setSortable(false);
        column.setReorderable(false);
        column.setResizable(false);
        return column;
    }

    /** Shows the columns that there is room for; the difference takes what is left. */
    private void fit() {
        double zoom = Zoom.of(this);
        double room = getWidth() / zoom - BESIDE - NAME - OVERLAY;
        Set<RunColumn> seen = new HashSet<>();
        for (RunColumn each : RunColumn.BY_IMPORTANCE) {
            if (each == RunColumn.DIFFERS || each.width() <= room) {
                seen.add(each);
                room -= each.width();
            } else {
                break;
            }
        }
        double left = room;
        set(name, NAME * zoom, true);
        set(overlay, OVERLAY * zoom, true);
        others.forEach(
                (each, column) -> {
                    double more = each == RunColumn.DIFFERS ? left : 0;
                    set(column, Math.max(0, each.width() + more) * zoom, seen.contains(each));
                });
    }

    private static void set(TreeTableColumn<RunRow, ?> column, double width, boolean visible) {
        column.setMinWidth(0);
        column.setMaxWidth(width);
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setVisible(visible);
    }

    /** The run that is selected. */
    Optional<RunRow> selected() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem())
                .map(item -> Objects.requireNonNull(item.getValue()));
    }
}
