package org.ganatelier.ui.sweep;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.HPos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.util.StringConverter;

import org.ganatelier.session.SweepState;
import org.ganatelier.sweep.Row;
import org.ganatelier.sweep.Standing;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The distance over two of the values that are varied: of all trainings that share both, the middle
 * one. Light is good. FX thread only.
 */
final class HeatMap extends VBox {
    private static final Color GOOD = Color.web("#fde725");
    private static final Color BAD = Color.web("#3b2a6b");

    private final Words words;
    private final ChoiceBox<String> across = new ChoiceBox<>();
    private final ChoiceBox<String> down = new ChoiceBox<>();
    private final GridPane map = new GridPane();
    private final ObjectProperty<Optional<SweepState>> state =
            new SimpleObjectProperty<>(Optional.empty());
    private Map<String, String> names = Map.of();

    HeatMap(Words words) {
        this.words = words;
        setId("sweep-heat");
        getStyleClass().add("sweep-heat");
        map.getStyleClass().add("sweep-heat-map");
        var choices =
                new HBox(caption("sweep.heat.across"), across, caption("sweep.heat.down"), down);
        choices.getStyleClass().add("sweep-line");
        VBox.setVgrow(map, Priority.ALWAYS);
        getChildren().addAll(choices, caption("sweep.heat.key"), map);
        for (ChoiceBox<String> box : List.of(across, down)) {
            box.setConverter(
                    new StringConverter<>() {
                        @Override
                        public String toString(String path) {
                            return path == null ? "" : names.getOrDefault(path, path);
                        }

                        @Override
                        public String fromString(String name) {
                            return name;
                        }
                    });
            box.valueProperty().subscribe(_ -> paint());
        }
    }

    private Label caption(String key) {
        var label = new Label(words.say(key));
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /** Shows how far the sweep is now. */
    void show(SweepState now) {
        Map<String, String> varied = Values.names(now.standing());
        state.set(Optional.of(now));
        if (!varied.equals(names)) {
            names = varied;
            List<String> paths = List.copyOf(varied.keySet());
            across.getItems().setAll(paths);
            down.getItems().setAll(paths);
            if (!paths.isEmpty()) {
                across.setValue(paths.getFirst());
                down.setValue(paths.get(Math.min(1, paths.size() - 1)));
            }
        }
        paint();
    }

    private void paint() {
        map.getChildren().clear();
        String x = across.getValue();
        String y = down.getValue();
        if (x == null || y == null || state.get().isEmpty()) {
            map.add(new Label(words.say("sweep.empty.heat")), 0, 0);
            return;
        }
        Standing standing = state.get().get().standing();
        List<String> columns = Values.all(standing, x);
        List<String> rows = x.equals(y) ? List.of("") : Values.all(standing, y);
        for (int i = 0; i < columns.size(); i++) {
            var title = new Label(columns.get(i));
            GridPane.setHalignment(title, HPos.CENTER);
            map.add(title, i + 1, 0);
        }
        var all = standing.rows().stream().mapToDouble(Row::distance).filter(Double::isFinite);
        var range = all.summaryStatistics();
        for (int j = 0; j < rows.size(); j++) {
            map.add(new Label(rows.get(j)), 0, j + 1);
            for (int i = 0; i < columns.size(); i++) {
                String column = columns.get(i);
                String row = rows.get(j);
                List<Row> here =
                        standing.rows().stream()
                                .filter(r -> r.cell().isPresent())
                                .filter(r -> Values.of(r, x).equals(column))
                                .filter(r -> x.equals(y) || Values.of(r, y).equals(row))
                                .toList();
                map.add(field(here, range.getMin(), range.getMax()), i + 1, j + 1);
            }
        }
    }

    private StackPane field(List<Row> here, double least, double most) {
        Optional<Double> median = Values.median(here);
        var label = new Label(median.map(value -> words.decimal(value, 2)).orElse("–"));
        var field = new StackPane(label);
        field.getStyleClass().add("sweep-heat-field");
        median.ifPresent(
                value -> {
                    double bad = most > least ? (value - least) / (most - least) : 0;
                    Color colour = GOOD.interpolate(BAD, bad);
                    field.setBackground(Background.fill(colour));
                    label.setTextFill(colour.getBrightness() > 0.6 ? Color.BLACK : Color.WHITE);
                });
        Hints.on(field, words.say("sweep.heat.field", "count", here.size()));
        GridPane.setHgrow(field, Priority.ALWAYS);
        return field;
    }
}
