package org.ganatelier.ui.charts;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Terms;

import java.util.List;
import java.util.Optional;

/** A plot with its title, the names of its curves, and how it is read. FX thread only. */
final class PlotSection extends BorderPane {
    private final PlotKind kind;
    private final Plot plot;
    private final Legend legend;
    private final BesideLosses beside;
    private final Label title = new Label();
    private final Tooltip meaning = Hints.on(title, "");
    private final Label upwards = new Label();
    private final Tooltip upwardsHint = Hints.on(upwards, "");
    private final NoteLabel note = new NoteLabel();
    private final NoteLabel penalty = new NoteLabel();
    private final HBox head;

    PlotSection(PlotKind kind, Material material, Shared shared, Words words) {
        this.kind = kind;
        plot = new Plot(PlotSpec.of(kind, words), material, shared, words);
        plot.setId(kind.id());
        legend = new Legend(kind, shared.choices(), words);
        beside = new BesideLosses(words);
        title.getStyleClass().add("charts-title");
        Terms.on(title, kind.term(), words);
        upwards.getStyleClass().add("charts-note");
        upwards.setId("upwards-" + kind.id());
        note.setId("note-" + kind.id());
        penalty.setId("penalty");
        var line = new TwoEnds(title, legend);
        HBox.setHgrow(line, Priority.ALWAYS);
        head = new HBox(line);
        head.getStyleClass().add("charts-head");
        setTop(new VBox(head, new TwoEnds(upwards, note), penalty));
        setCenter(plot);
    }

    /** Puts a node at the end of the head. */
    void setCorner(Node node) {
        if (!head.getChildren().contains(node)) {
            head.getChildren().add(node);
        }
    }

    PlotKind kind() {
        return kind;
    }

    Plot plot() {
        return plot;
    }

    String title() {
        return title.getText();
    }

    String upwards() {
        return upwards.getText();
    }

    /** Shows a run as it is now, as {@link Plot#show}. */
    void show(Material material, List<Mark> marks, boolean withWords) {
        plot.show(material, marks, withWords);
        Reading reading = plot.reading();
        if (!reading.title().equals(title.getText())) {
            title.setText(reading.title());
        }
        meaning.setText(reading.meaning());
        upwards.setText(reading.upwards());
        upwardsHint.setText(reading.meaning());
        legend.show(plot.frame());
        note.show(reading.note(plot.frame().curves()));
        penalty.show(
                kind == PlotKind.LOSSES
                        ? beside.note(plot.undrawn(beside.penalty()))
                        : Optional.empty());
    }
}
