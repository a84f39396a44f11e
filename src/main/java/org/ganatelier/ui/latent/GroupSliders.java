package org.ganatelier.ui.latent;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

import org.ganatelier.session.LatentExplorer;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.Reasons;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Map;
import java.util.Optional;

/** Sliders for one group of the values of z, and the way to the other groups. */
final class GroupSliders extends VBox {
    private static final int COLUMNS = 2;

    private final Words words;
    private final LatentExplorer walk;
    private final Label title = new Label();
    private final Button before = new Button("", new FontIcon(Feather.CHEVRON_LEFT));
    private final Button after = new Button("", new FontIcon(Feather.CHEVRON_RIGHT));

    GroupSliders(LatentExplorer walk, Words words) {
        this.words = words;
        this.walk = walk;
        getStyleClass().add("group-sliders");
        title.getStyleClass().add("group-title");
        prepare(before, words.say("latent.group.before"), -LatentExplorer.GROUP);
        prepare(after, words.say("latent.group.after"), LatentExplorer.GROUP);
        var head = new HBox(before, title, after);
        head.getStyleClass().add("latent-head");
        head.setAlignment(Pos.CENTER_LEFT);
        GridPane grid = grid();
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().addAll(head, grid);
        Live.on(this, walk.zProperty()).subscribe(_ -> show());
        Live.on(this, walk.selectedProperty()).subscribe(_ -> show());
    }

    private GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("group-grid");
        int rows = LatentExplorer.GROUP / COLUMNS;
        for (int row = 0; row < rows; row++) {
            var constraints = new RowConstraints();
            constraints.setPercentHeight(100.0 / rows);
            grid.getRowConstraints().add(constraints);
        }
        for (int column = 0; column < COLUMNS; column++) {
            var constraints = new ColumnConstraints();
            constraints.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(constraints);
        }
        for (int place = 0; place < LatentExplorer.GROUP; place++) {
            grid.add(new ValueRow(walk, place, words), place / rows, place % rows);
        }
        return grid;
    }

    private void prepare(Button button, String meaning, int by) {
        button.getStyleClass().addAll("small", "button-icon", "flat");
        button.setAccessibleText(meaning);
        button.setOnAction(_ -> walk.select(walk.group() * LatentExplorer.GROUP + by));
        Hints.on(button, meaning);
    }

    private void show() {
        int size = walk.zProperty().get().length;
        int first = walk.group() * LatentExplorer.GROUP;
        title.setText(
                words.say(
                        "latent.group",
                        Map.of(
                                "first",
                                Math.min(size, first + 1),
                                "last",
                                Math.min(size, first + LatentExplorer.GROUP),
                                "of",
                                size)));
        Reasons.disable(before, none(first == 0, "latent.group.is-first"));
        Reasons.disable(after, none(walk.group() >= walk.groups() - 1, "latent.group.is-last"));
    }

    private Optional<String> none(boolean atEnd, String key) {
        return atEnd ? Optional.of(words.say(key)) : Optional.empty();
    }
}
