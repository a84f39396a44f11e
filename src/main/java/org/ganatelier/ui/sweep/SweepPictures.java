package org.ganatelier.ui.sweep;

import atlantafx.base.theme.Styles;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;

import org.ganatelier.session.SweepState;
import org.ganatelier.sweep.ResultFolder;
import org.ganatelier.sweep.Row;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What the generators of a sweep draw, side by side, the best first. A click opens one as a run.
 */
final class SweepPictures extends StackPane {
    private static final double SIDE = 168;

    private final Consumer<Row> open;
    private final SweepTexts texts;
    private final Words words;
    private final FlowPane pictures = new FlowPane();
    private final Label empty;

    /** The pictures by cell and step: each is read once. */
    private final Map<String, Image> read = new LinkedHashMap<>();

    /**
     * @param open a training that has come to a rung
     */
    SweepPictures(Consumer<Row> open, SweepTexts texts, Words words) {
        this.open = open;
        this.texts = texts;
        this.words = words;
        setId("sweep-pictures");
        pictures.getStyleClass().add("sweep-pictures");
        var scroll = new ScrollPane(pictures);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add(Styles.FLAT);
        empty = new Label(words.say("sweep.empty.pictures"));
        empty.getStyleClass().add(Styles.TEXT_MUTED);
        empty.setWrapText(true);
        getChildren().setAll(scroll, empty);
    }

    /** Shows how far the sweep is now. */
    void show(SweepState now) {
        List<Row> done =
                now.standing().best().stream().filter(row -> row.result().isPresent()).toList();
        empty.setVisible(done.isEmpty());
        pictures.getChildren().setAll(done.stream().map(row -> picture(row, now)).toList());
    }

    private Button picture(Row row, SweepState now) {
        var cell = row.cell().orElseThrow();
        String key = cell.name() + " " + row.result().orElseThrow().last().step();
        Path file = new ResultFolder(now.folder()).of(cell).resolve("grid.png");
        Image image =
                read.computeIfAbsent(
                        key, _ -> new Image(file.toUri().toString(), SIDE, SIDE, true, true, true));
        String settings =
                Values.names(now.standing()).entrySet().stream()
                        .map(name -> name.getValue() + " " + Values.of(row, name.getKey()))
                        .collect(Collectors.joining(", "));
        var button = new Button(texts.distance(row) + "  " + settings, new ImageView(image));
        button.setContentDisplay(ContentDisplay.TOP);
        button.setPrefWidth(SIDE + 24);
        button.getStyleClass().addAll(Styles.FLAT, "sweep-picture");
        Hints.on(button, words.say("sweep.open.hint", "settings", settings));
        button.setOnAction(_ -> open.accept(row));
        return button;
    }
}
