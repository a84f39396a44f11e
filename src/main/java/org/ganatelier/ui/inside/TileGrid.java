package org.ganatelier.ui.inside;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import org.ganatelier.ui.widget.HeatColours;
import org.ganatelier.ui.widget.Zoom;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/** Draws small pictures as large as there is room for, and knows which pixel is pointed at. */
final class TileGrid extends Region {
    /** How values become colours. */
    enum Colours {
        /** Black is 0; what is above is warm, what is below is cold. */
        HEAT,
        /** As in an image: -1 is black, 1 is white. */
        IMAGE
    }

    /**
     * A pixel.
     *
     * @param place row by row
     */
    record Spot(int tile, int place) {}

    private static final int OPAQUE = 0xFF000000;
    private static final int GAP = 2;

    /** Seen on black and on white. */
    private static final int BETWEEN = 0x70808080;

    private static final int LARGEST_PIXEL = 16;

    /** Larger pixels are all equally large. */
    private static final int EVEN = 6;

    private static final float BRIGHTEST = 255;

    /** What nobody points at is hidden behind grey, so that black is seen beside it. */
    private static final double VEIL = 0.65;

    private static final int VEIL_GREY = 0x70;

    private final Colours colours;
    private final ImageView view = new ImageView();
    private final ReadOnlyObjectWrapper<Optional<Spot>> pointed =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Tiles tiles = Tiles.NONE;
    private Optional<BitSet> lit = Optional.empty();
    private int across = 1;
    private int width = 1;
    private int height = 1;

    TileGrid(Colours colours) {
        this.colours = colours;
        getStyleClass().add("tile-grid");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.setManaged(false);
        view.setSmooth(false);
        getChildren().add(view);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX(), event.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> pointed.set(Optional.empty()));
    }

    /** The pixel under the mouse. */
    ReadOnlyObjectProperty<Optional<Spot>> pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    /** Shows these. */
    void show(Tiles next) {
        boolean same =
                next.count() == tiles.count()
                        && next.rows() == tiles.rows()
                        && next.columns() == tiles.columns();
        tiles = next;
        if (same) {
            paint();
        } else {
            lit = Optional.empty();
            pointed.set(Optional.empty());
            requestLayout();
        }
    }

    Tiles tiles() {
        return tiles;
    }

    /**
     * Lets only some pixels of each picture shine.
     *
     * @param places row by row; empty for all
     */
    void light(Optional<BitSet> places) {
        if (!places.equals(lit)) {
            lit = places;
            paint();
        }
    }

    @Override
    protected void layoutChildren() {
        arrange((int) getWidth(), (int) getHeight());
        paint();
    }

    /** The number of columns that makes the pictures largest. */
    private void arrange(int roomX, int roomY) {
        double best = -1;
        int from = tiles.across() > 0 ? tiles.across() : 1;
        int to = tiles.across() > 0 ? tiles.across() : Math.max(1, tiles.count());
        for (int columns = from; columns <= to; columns++) {
            int rows = Math.max(1, Math.ceilDiv(tiles.count(), columns));
            double scale =
                    Math.min(
                            ((double) roomX / columns - GAP) / tiles.columns(),
                            ((double) roomY / rows - GAP) / tiles.rows());
            if (scale > best) {
                best = scale;
                across = columns;
            }
        }
        double pixel = Math.min(best, Zoom.of(this) * LARGEST_PIXEL);
        double whole = pixel >= EVEN ? Math.floor(pixel) : pixel;
        width = Math.max(1, (int) (tiles.columns() * whole));
        height = Math.max(1, (int) (tiles.rows() * whole));
    }

    private void paint() {
        int down = Math.ceilDiv(tiles.count(), across);
        int w = across * (width + GAP) - GAP;
        int h = down * (height + GAP) - GAP;
        if (tiles.count() == 0 || w <= 0 || h <= 0 || getWidth() < 1) {
            view.setImage(null);
            return;
        }
        var argb = new int[w * h];
        Arrays.fill(argb, BETWEEN);
        float reach = Math.max(Float.MIN_NORMAL, tiles.reach());
        for (int tile = 0; tile < tiles.count(); tile++) {
            int left = tile % across * (width + GAP);
            int top = tile / across * (height + GAP);
            paint(tile, argb, top * w + left, w, reach);
        }
        var picture =
                view.getImage() instanceof WritableImage old
                                && (int) old.getWidth() == w
                                && (int) old.getHeight() == h
                        ? old
                        : new WritableImage(w, h);
        picture.getPixelWriter()
                .setPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), argb, 0, w);
        view.setImage(picture);
    }

    private void paint(int tile, int[] argb, int from, int line, float reach) {
        var row = new int[width];
        int before = -1;
        for (int y = 0; y < height; y++) {
            int source = y * tiles.rows() / height;
            if (source != before) {
                before = source;
                for (int x = 0; x < width; x++) {
                    row[x] =
                            colour(
                                    tile,
                                    source * tiles.columns() + x * tiles.columns() / width,
                                    reach);
                }
            }
            System.arraycopy(row, 0, argb, from + y * line, width);
        }
    }

    private int colour(int tile, int place, float reach) {
        float first = tiles.value(tile, 0, place);
        if (Float.isNaN(first)) {
            return 0;
        }
        int colour =
                switch (colours) {
                    case IMAGE -> image(tile, place);
                    case HEAT ->
                            tiles.planes() == 1
                                    ? HeatColours.of(first / reach)
                                    : rgb(tile, place, reach);
                };
        return lit.filter(places -> !places.get(place)).isPresent() ? veiled(colour) : colour;
    }

    private int image(int tile, int place) {
        return tiles.planes() == 1 ? grey(tiles.value(tile, 0, place)) : rgb(tile, place, 1);
    }

    private static int grey(float value) {
        int level = level(value);
        return OPAQUE | level << 16 | level << 8 | level;
    }

    /** Grey is 0. */
    private int rgb(int tile, int place, float reach) {
        return OPAQUE
                | level(tiles.value(tile, 0, place) / reach) << 16
                | level(tiles.value(tile, 1, place) / reach) << 8
                | level(tiles.value(tile, 2, place) / reach);
    }

    private static int level(float value) {
        return Math.clamp(Math.round((value + 1) / 2 * BRIGHTEST), 0, (int) BRIGHTEST);
    }

    private static int veiled(int colour) {
        int veiled = OPAQUE;
        for (int shift = 0; shift <= 16; shift += 8) {
            int own = colour >> shift & 0xFF;
            veiled |= (int) (own + (VEIL_GREY - own) * VEIL) << shift;
        }
        return veiled;
    }

    private void point(double x, double y) {
        int column = (int) Math.floor(x / (width + GAP));
        int row = (int) Math.floor(y / (height + GAP));
        int tile = row * across + column;
        int innerX = (int) (x - column * (width + GAP));
        int innerY = (int) (y - row * (height + GAP));
        boolean inside =
                x >= 0
                        && y >= 0
                        && column < across
                        && tile < tiles.count()
                        && innerX < width
                        && innerY < height;
        pointed.set(
                inside
                        ? Optional.of(
                                new Spot(
                                        tile,
                                        innerY * tiles.rows() / height * tiles.columns()
                                                + innerX * tiles.columns() / width))
                        : Optional.empty());
    }
}
