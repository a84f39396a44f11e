package org.ganatelier.ui.images;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import org.ganatelier.data.Images;
import org.ganatelier.session.LatentExplorer;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Images in a grid, drawn into one picture, as large as the space allows. Where they can be chosen,
 * by mouse or by arrow keys and Enter, the two chosen ones carry the letters A and B.
 */
final class ImageGrid extends Region {
    private static final int COLUMNS = 8;
    private static final double LEAST = 120;

    /** Hears which image is to be improved. */
    interface Improved {
        void improve(Images image, int index);
    }

    private final GridTexts texts;
    private final GridPicture picture = new GridPicture();
    private final Region cursor = new Region();
    private final RowNames names = new RowNames();
    private final Label from = mark("A");
    private final Label to = mark("B");
    private final Tooltip tooltip = Hints.of("");

    private @Nullable GridContent content;
    private Places places = Places.asTheyCome(0);
    private LatentExplorer.@Nullable Ends ends;
    private @Nullable IntConsumer chosen;
    private @Nullable Improved improved;
    private boolean atTop;
    private int current;

    /**
     * @param contents for the accessible name: "Grid of generated images"
     */
    ImageGrid(String contents, Words words) {
        texts = new GridTexts(contents, words);
        getStyleClass().add("image-grid");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(LEAST, LEAST);
        cursor.getStyleClass().add("image-cursor");
        cursor.setMouseTransparent(true);
        getChildren().addAll(names, picture.view(), from, to, cursor);
        cursor.visibleProperty().bind(focusedProperty());
        setFocusTraversable(true);
        setOnMouseClicked(this::click);
        setOnMouseMoved(this::hover);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        Tooltip.install(picture.view(), tooltip);
        describe();
    }

    /** Shows images, or none. */
    void show(Optional<GridContent> next) {
        GridContent before = content;
        GridContent now = next.orElse(null);
        content = now;
        places = now == null ? Places.asTheyCome(0) : placesOf(now);
        if (now != null && before != null && sameLayout(before, now) && picture.raster() != null) {
            picture.draw(now, places);
            if (now.opinion() != null && now.opinion().sorted()) {
                requestLayout(); // marks go with their images
            }
        } else {
            picture.forget();
            current = Math.min(current, columns() * rows() - 1);
            requestLayout();
        }
    }

    private static boolean sameLayout(GridContent before, GridContent now) {
        return before.images().shape().equals(now.images().shape())
                && isOnePicture(before) == isOnePicture(now)
                && before.isBordered() == now.isBordered();
    }

    private Places placesOf(GridContent shown) {
        GridContent.Opinion opinion = shown.opinion();
        int count = shown.images().count();
        if (opinion == null || !opinion.sorted() || opinion.outputs().length != count) {
            return Places.asTheyCome(count);
        }
        return Places.sorted(opinion.outputs(), names.isEmpty() ? count : columns());
    }

    /** All points are one picture, which takes the whole space. */
    private static boolean isOnePicture(@Nullable GridContent shown) {
        return shown != null && shown.images().count() == 1;
    }

    private int columns() {
        return isOnePicture(content) ? 1 : COLUMNS;
    }

    private int rows() {
        if (isOnePicture(content)) {
            return 1;
        }
        return names.isEmpty() ? COLUMNS : names.count();
    }

    /**
     * Names the rows: as many are shown as there are names, ten at most. Without names there are as
     * many rows as columns.
     */
    void nameRows(List<String> classes) {
        names.show(classes);
        current = 0;
        picture.forget();
        requestLayout();
        describe();
    }

    /** Puts the grid at the upper edge of its space, under a title, and not in the middle. */
    void alignTop() {
        atTop = true;
    }

    /**
     * Lets images be chosen.
     *
     * @param action is told the index of the image, from 0
     */
    void setOnChosen(IntConsumer action) {
        chosen = action;
        describe();
    }

    /**
     * Lets images be improved.
     *
     * @param action is told the image and its index, from 0
     */
    void setOnImproved(Improved action) {
        improved = action;
    }

    /** Marks the images chosen. */
    void mark(LatentExplorer.Ends marked) {
        ends = marked;
        requestLayout();
        describe();
    }

    @Override
    protected double computePrefWidth(double height) {
        return LEAST;
    }

    @Override
    protected double computePrefHeight(double width) {
        return LEAST;
    }

    @Override
    protected void layoutChildren() {
        if (content != null && getWidth() > 0 && getHeight() > 0) {
            fit(content);
        }
        picture.view().setVisible(content != null);
        names.setVisible(content != null);
        GridRaster raster = picture.raster();
        if (raster != null) {
            names.place(gridLeft(raster), gridTop(raster), raster);
            picture.view().relocate(gridLeft(raster), gridTop(raster));
            frame(raster);
            place(raster, from, ends == null ? -1 : ends.from().orElse(-1));
            place(raster, to, ends == null ? -1 : ends.to().orElse(-1));
        }
    }

    private void fit(GridContent shown) {
        var fitting =
                new GridRaster(
                        columns(),
                        rows(),
                        shown.images().shape(),
                        getWidth() - names.room(),
                        getHeight(),
                        shown.isBordered());
        if (picture.fit(fitting)) {
            picture.draw(shown, places);
        }
    }

    /** Puts the cursor around the current image. */
    private void frame(GridRaster grid) {
        cursor.resizeRelocate(
                gridLeft(grid) + grid.left(current) - GridRaster.GAP,
                gridTop(grid) + grid.top(current) - GridRaster.GAP,
                grid.cellWidth() + 2.0 * GridRaster.GAP,
                grid.cellHeight() + 2.0 * GridRaster.GAP);
    }

    /** Puts a letter into the corner of an image; below 0 it goes. */
    private void place(GridRaster grid, Label letter, int image) {
        int place = places.placeOf(image);
        letter.setVisible(place >= 0);
        if (place >= 0) {
            letter.autosize();
            letter.relocate(gridLeft(grid) + grid.left(place), gridTop(grid) + grid.top(place));
        }
    }

    private double gridLeft(GridRaster grid) {
        double room = names.room();
        return Math.floor(room + (getWidth() - room - grid.width()) / 2);
    }

    private double gridTop(GridRaster grid) {
        return atTop ? 0 : Math.floor((getHeight() - grid.height()) / 2);
    }

    private int placeAt(double x, double y) {
        GridRaster raster = picture.raster();
        return raster == null ? -1 : raster.indexAt(x - gridLeft(raster), y - gridTop(raster));
    }

    private void click(MouseEvent event) {
        requestFocus();
        int place = placeAt(event.getX(), event.getY());
        if (place >= 0) {
            moveTo(place);
            if (event.getButton() == MouseButton.PRIMARY) {
                choose();
            } else {
                improve();
            }
        }
    }

    private void hover(MouseEvent event) {
        int place = placeAt(event.getX(), event.getY());
        int image = places.imageAt(place);
        if (image >= 0) {
            tooltip.setText(
                    texts.hint(image, names.of(place / columns()), content, chosen != null));
        }
    }

    private void press(KeyEvent event) {
        int step =
                switch (event.getCode()) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                    case UP -> -columns();
                    case DOWN -> columns();
                    default -> 0;
                };
        if (step != 0) {
            moveTo(Math.clamp(current + step, 0, columns() * rows() - 1));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            choose();
            event.consume();
        } else if (event.getCode() == KeyCode.I && !event.isShortcutDown()) {
            improve();
            event.consume();
        }
    }

    private void moveTo(int place) {
        current = place;
        requestLayout();
        describe();
    }

    private void choose() {
        int image = places.imageAt(current);
        if (chosen != null && image >= 0 && !isOnePicture(content)) {
            chosen.accept(image);
        }
    }

    private void improve() {
        int image = places.imageAt(current);
        GridContent shown = content;
        if (improved != null && shown != null && image >= 0 && !isOnePicture(shown)) {
            improved.improve(shown.images().get(image), image);
        }
    }

    private void describe() {
        setAccessibleText(
                texts.spoken(
                        current,
                        columns() * rows(),
                        names.of(current / columns()),
                        marked(places.imageAt(current)),
                        chosen != null));
    }

    /** The letters on an image. */
    private List<String> marked(int image) {
        if (ends == null || image < 0) {
            return List.of();
        }
        var letters = new ArrayList<String>();
        if (ends.from().isPresent() && ends.from().getAsInt() == image) {
            letters.add("A");
        }
        if (ends.to().isPresent() && ends.to().getAsInt() == image) {
            letters.add("B");
        }
        return letters;
    }

    private static Label mark(String letter) {
        var label = new Label(letter);
        label.getStyleClass().add("image-mark");
        label.setMouseTransparent(true);
        label.setVisible(false);
        return label;
    }
}
