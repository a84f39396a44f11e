package org.ganatelier.ui.slow;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.ganatelier.ui.widget.Zoom;

import java.util.List;

/** Samples in a row under a title. FX thread only. */
final class Strip extends VBox {
    private final Row row;
    private final Label title;

    Strip(String title, List<Tile> tiles) {
        row = new Row(tiles);
        this.title = new Label(title);
        getStyleClass().add("slow-strip");
        this.title.getStyleClass().add("slow-strip-title");
        this.title.setWrapText(true);
        this.title.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(this.title, row);
    }

    /** What is shown one after the other. */
    List<Tile> tiles() {
        return row.tiles;
    }

    /** The height of all that is no picture, where all tiles stand in one row. */
    double overhead(double width) {
        return title.prefHeight(width) + getSpacing() + words();
    }

    /** The height of what stands below a picture. */
    double words() {
        return row.tiles.stream().mapToDouble(Tile::wordsHeight).max().orElse(0);
    }

    /**
     * Gives pictures a size. Those that have no room in the row come in a second one, or are left
     * out.
     *
     * @param side of a picture, in pixels
     */
    void layOut(double side, boolean wraps) {
        row.side = Math.floor(side);
        row.most = wraps ? (tiles().size() + 1) / 2 : tiles().size();
        row.wraps = wraps;
        row.tiles.forEach(tile -> tile.fit(row.side));
        row.requestLayout();
    }

    /** Lays tiles out in columns of one width. */
    private static final class Row extends Region {
        private final List<Tile> tiles;
        private double side = SceneLayout.LEAST;
        private boolean wraps;

        /** Tiles in a row. */
        private int most = 1;

        Row(List<Tile> tiles) {
            this.tiles = tiles;
            getChildren().addAll(tiles);
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        private double gap() {
            return Zoom.of(this) * SceneLayout.GAP;
        }

        /** Of a column: what is said below a picture may be wider. */
        private double pitch() {
            return Math.ceil(tiles.stream().mapToDouble(Tile::wordsWidth).reduce(side, Math::max));
        }

        private int columns(double width) {
            int fitting = (int) Math.max(1, Math.floor((width + gap()) / (pitch() + gap())));
            return Math.clamp(fitting, 1, Math.max(1, most));
        }

        private double rowHeight() {
            return tiles.stream().mapToDouble(tile -> tile.prefHeight(side)).max().orElse(0);
        }

        @Override
        protected double computeMinWidth(double height) {
            return 0;
        }

        @Override
        protected double computePrefWidth(double height) {
            return tiles.size() * (pitch() + gap());
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }

        @Override
        protected double computePrefHeight(double width) {
            int columns = columns(width < 0 ? prefWidth(-1) : width);
            int rows = wraps ? (tiles.size() + columns - 1) / columns : 1;
            return rows * rowHeight() + (rows - 1) * gap();
        }

        @Override
        protected void layoutChildren() {
            int columns = columns(getWidth());
            double height = rowHeight();
            double pitch = pitch();
            for (int i = 0; i < tiles.size(); i++) {
                Tile tile = tiles.get(i);
                tile.setVisible(wraps || i < columns);
                double y = Math.floor(i / (double) columns) * (height + gap());
                tile.resizeRelocate(i % columns * (pitch + gap()), y, pitch, height);
            }
        }
    }
}
