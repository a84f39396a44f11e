package org.ganatelier.ui.eye;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.session.NearestReal.Found;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Pixels;
import org.ganatelier.ui.widget.Zoom;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pairs of a generated image and the nearest real one, with their distance below; the nearest pair
 * first, as many as there is room for. FX thread only.
 */
final class PairGrid extends Region {
    private static final PseudoClass COPY = PseudoClass.getPseudoClass("copy");
    private static final int DECIMALS = 3;

    /** Between pairs. */
    private static final double GAP = 10;

    /** Between the two of a pair. */
    private static final double BETWEEN = 2;

    private static final double CAPTION = 15;

    /** A side of the smallest images that can be compared. */
    private static final double LEAST = 30;

    private static final int MOST_COLUMNS = 12;

    private final Words words;
    private final List<Pair> shown = new ArrayList<>();
    private @Nullable Found found;
    private List<Integer> order = List.of();
    private int drawnSide;

    /** One pair. */
    private record Pair(ImageView generated, ImageView real, Label distance) {}

    PairGrid(Words words) {
        this.words = words;
        getStyleClass().add("pair-grid");
        setMinHeight(0);
    }

    /** Shows pairs. */
    void show(Found now) {
        found = now;
        double[] distances = now.distances().distances();
        order =
                IntStream.range(0, distances.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> distances[i]))
                        .toList();
        drawnSide = 0;
        requestLayout();
    }

    /** How many columns make the images largest, and how large those are. */
    private record Fit(int columns, int side) {
        static Fit of(int pairs, double width, double height, double zoom) {
            var best = new Fit(1, 0);
            for (int columns = 1; columns <= MOST_COLUMNS; columns++) {
                int rows = Math.ceilDiv(pairs, columns);
                double across = (width / columns - zoom * (GAP + BETWEEN)) / 2;
                double down = height / rows - zoom * (GAP / 2 + CAPTION);
                int side = (int) Math.min(across, down);
                if (side > best.side) {
                    best = new Fit(columns, side);
                }
            }
            return best;
        }
    }

    @Override
    protected void layoutChildren() {
        Found now = found;
        if (now == null || getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        double zoom = Zoom.of(this);
        int pairs = order.size();
        Fit fit = Fit.of(pairs, getWidth(), getHeight(), zoom);
        while (pairs > 1 && fit.side < zoom * LEAST) {
            pairs--;
            fit = Fit.of(pairs, getWidth(), getHeight(), zoom);
        }
        draw(now, pairs, fit.side);
        double step = 2 * fit.side + zoom * (BETWEEN + GAP);
        double left = Math.floor((getWidth() - fit.columns * step + zoom * GAP) / 2);
        double down = fit.side + zoom * (CAPTION + GAP / 2);
        for (int i = 0; i < shown.size(); i++) {
            int row = i / fit.columns;
            place(
                    shown.get(i),
                    Math.rint(left + i % fit.columns * step),
                    Math.rint(row * down),
                    fit.side,
                    zoom);
        }
    }

    private static void place(Pair pair, double x, double y, int side, double zoom) {
        pair.generated.relocate(x, y);
        pair.real.relocate(x + side + zoom * BETWEEN, y);
        pair.distance.resizeRelocate(x, y + side, 2 * side + zoom * BETWEEN, zoom * CAPTION);
    }

    private void draw(Found now, int pairs, int side) {
        if (side == drawnSide && shown.size() == pairs) {
            return;
        }
        drawnSide = side;
        shown.clear();
        for (int i = 0; i < pairs && side > 0; i++) {
            shown.add(pair(now, order.get(i), side));
        }
        getChildren().clear();
        for (Pair pair : shown) {
            getChildren().addAll(pair.generated, pair.real, pair.distance);
        }
    }

    private Pair pair(Found now, int index, int side) {
        double distance = now.distances().distances()[index];
        boolean copy = now.distances().copies()[index];
        var label =
                new Label(
                        words.say(
                                copy ? "eye.pair.copy" : "eye.pair",
                                "distance",
                                words.figure(distance, DECIMALS)));
        label.getStyleClass().add("pair-distance");
        label.pseudoClassStateChanged(COPY, copy);
        var pair =
                new Pair(view(now.images(), index, side), view(now.nearest(), index, side), label);
        Hints.on(pair.generated, words.say("eye.pair.generated"));
        Hints.on(pair.real, words.say("eye.pair.real", "n", now.distances().nearest()[index] + 1));
        return pair;
    }

    private static ImageView view(Images images, int index, int side) {
        Shape.Image shape = images.shape();
        double factor = (double) side / Math.max(shape.width(), shape.height());
        return new ImageView(
                Pixels.of(
                        images.get(index),
                        Math.max(1, (int) (factor * shape.width())),
                        Math.max(1, (int) (factor * shape.height()))));
    }
}
