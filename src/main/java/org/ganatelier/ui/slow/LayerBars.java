package org.ganatelier.ui.slow;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.text.LayerText;
import org.ganatelier.train.dissection.LayerChange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How long the gradient of each layer is, and how far the layer moves. FX thread only. */
final class LayerBars extends GridPane {
    private final SlowTexts texts;
    private final List<Node> parts = new ArrayList<>();

    /**
     * @param layers of the network, by their index
     */
    LayerBars(List<LayerChange> changes, List<LayerSpec> layers, SlowTexts texts) {
        this.texts = texts;
        getStyleClass().add("slow-layers");
        var names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        getColumnConstraints().addAll(names, bar(), number(), bar(), number());
        add(head("slow.layers.gradient"), 1, 0, 2, 1);
        add(head("slow.layers.moved"), 3, 0, 2, 1);
        double longest = most(changes, LayerChange::gradient);
        double farthest = most(changes, LayerChange::share);
        for (int i = 0; i < changes.size(); i++) {
            LayerChange change = changes.get(i);
            var name =
                    new Label(
                            "%d  %s"
                                    .formatted(
                                            change.layer() + 1,
                                            LayerText.name(layers.get(change.layer()))));
            name.getStyleClass().add("slow-layer-name");
            var gradient = new ShareBar(change.gradient() / longest);
            var moved = new ShareBar(change.share() / farthest);
            Label length = value(texts.small(change.gradient()));
            Label share = value(texts.percent(change.share()));
            addRow(i + 1, name, gradient, length, moved, share);
            parts.addAll(List.of(gradient, length, moved, share));
        }
    }

    /** From the last layer to the first, as the gradient comes. */
    List<Node> parts() {
        return parts.reversed();
    }

    private static double most(List<LayerChange> changes, ToDoubleFunction<LayerChange> of) {
        double most = changes.stream().mapToDouble(of).filter(Double::isFinite).max().orElse(0);
        return most > 0 ? most : 1;
    }

    private static ColumnConstraints bar() {
        var column = new ColumnConstraints();
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    private static ColumnConstraints number() {
        var column = new ColumnConstraints();
        column.setMinWidth(USE_PREF_SIZE);
        column.setHalignment(HPos.RIGHT);
        return column;
    }

    private Label head(String key) {
        var head = new Label(texts.say(key));
        head.getStyleClass().add("slow-strip-title");
        head.setWrapText(true);
        return head;
    }

    private static Label value(String text) {
        var label = new Label(text);
        label.getStyleClass().add("slow-number");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /** A bar that fills a share of its width. */
    private static final class ShareBar extends Region {
        private static final double LEAST = 24;
        private static final double HEIGHT = 12;

        private final double share;
        private final Region fill = new Region();

        ShareBar(double share) {
            this.share = Double.isFinite(share) ? Math.clamp(share, 0, 1) : 0;
            getStyleClass().add("slow-track");
            fill.getStyleClass().add("slow-fill");
            fill.setManaged(false);
            setMinSize(LEAST, HEIGHT);
            setMaxHeight(HEIGHT);
            getChildren().add(fill);
        }

        @Override
        protected void layoutChildren() {
            double width = Math.max(1, Math.rint(share * getWidth()));
            fill.resizeRelocate(0, 0, width, getHeight());
        }
    }
}
