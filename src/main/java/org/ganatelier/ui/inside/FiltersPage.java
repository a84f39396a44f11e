package org.ganatelier.ui.inside;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.ganatelier.session.Insight;
import org.ganatelier.text.Words;
import org.ganatelier.train.LayerWeights;
import org.ganatelier.train.Question;
import org.ganatelier.ui.widget.ColourKey;
import org.ganatelier.ui.widget.HeatColours;
import org.ganatelier.ui.widget.Terms;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The weights of a layer as pictures. FX thread only. */
final class FiltersPage extends VBox implements InsidePage {
    private static final int MOST = 256;

    private final Insight insight;
    private final Words words;
    private final TileGrid grid = new TileGrid(TileGrid.Colours.HEAT);
    private final ColourKey key = new ColourKey(place -> HeatColours.of((float) (2 * place - 1)));
    private final Label caption = new Label();
    private final Label reading = new Label();
    private @Nullable Subject subject;

    FiltersPage(Insight insight, Words words) {
        this.insight = insight;
        this.words = words;
        getStyleClass().add("inside-filters");
        caption.setWrapText(true);
        caption.getStyleClass().add("inside-note");
        reading.getStyleClass().add("inside-reading");
        Terms.on(caption, "filter", words);
        grid.setAccessibleText(words.say("inside.filters"));
        grid.pointedProperty().subscribe(this::point);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var foot = new HBox(reading, space, key);
        foot.getStyleClass().add("inside-foot");
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().addAll(caption, foot, grid);
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public void show(Subject next) {
        if (!next.equals(subject)) {
            subject = next;
            grid.show(Tiles.NONE);
            caption.setText("");
        }
        insight.ask(
                new Question.WeightsOf(next.side(), next.at().index()),
                found -> {
                    if (next.equals(subject)) {
                        show(next, found);
                    }
                });
    }

    private void show(Subject layer, LayerWeights weights) {
        Optional<LayerWeights.Named> kernel =
                weights.kernel().or(() -> weights.arrays().stream().findFirst());
        key.setVisible(kernel.isPresent());
        if (kernel.isEmpty()) {
            grid.show(Tiles.NONE);
            caption.setText(words.say("inside.filters.none"));
            return;
        }
        Tiles all =
                TileMaker.ofKernels(
                        kernel.get(), layer.side(), layer.at().index(), layer.network());
        Tiles some = all.first(MOST);
        grid.show(some);
        String most = InsideTexts.figure(some.reach(), words);
        key.say("−" + most, most);
        caption.setText(caption(kernel.get(), all, some));
    }

    private String caption(LayerWeights.Named kernel, Tiles all, Tiles some) {
        List<Long> shape = kernel.plan().shape();
        if (all.across() > 0) {
            return words.say(
                    "inside.filters.table",
                    Map.of(
                            "more", isPart(all, shape) ? "yes" : "no",
                            "rows", some.count() / all.across(),
                            "columns", all.across(),
                            "out", shape.get(outAxis(kernel)),
                            "in", shape.get(1 - outAxis(kernel))));
        }
        return all.count() == 1
                ? words.say(
                        kernel.plan().isKernel()
                                ? "inside.filters.matrix"
                                : "inside.filters.vector",
                        "name",
                        kernel.plan().name(),
                        "n",
                        kernel.plan().count())
                : words.say(
                        "inside.filters.images",
                        Map.of(
                                "more", some.count() < all.count() ? "yes" : "no",
                                "shown", some.count(),
                                "n", all.count(),
                                "height", all.rows(),
                                "width", all.columns()));
    }

    private static boolean isPart(Tiles table, List<Long> shape) {
        return table.count() < shape.get(0) * shape.get(1);
    }

    private static int outAxis(LayerWeights.Named kernel) {
        return switch (kernel.plan().axes()) {
            case OUT_IN_ROWS_COLUMNS, CHANNELS, CLASSES_FEATURES -> 0;
            case IN_OUT_ROWS_COLUMNS, IN_OUT -> 1;
        };
    }

    private void point(Optional<TileGrid.Spot> spot) {
        reading.setText(
                spot.map(
                                at ->
                                        InsideTexts.figure(
                                                grid.tiles().value(at.tile(), 0, at.place()),
                                                words))
                        .orElse(""));
    }
}
