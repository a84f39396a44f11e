package org.ganatelier.ui.images;

import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.session.LatentExplorer;
import org.ganatelier.text.Words;
import org.jspecify.annotations.Nullable;

import java.nio.IntBuffer;
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
    private static final int GAP_COLOUR = 0xFF1F2328;
    private static final double LEAST = 120;

    private final Words words;
    private final String contents;
    private final ImageView view = new ImageView();
    private final Region cursor = new Region();
    private final RowNames names = new RowNames();
    private final Label from = mark("A");
    private final Label to = mark("B");
    private final Tooltip tooltip = new Tooltip();

    private Optional<Images> images = Optional.empty();
    private LatentExplorer.@Nullable Ends ends;
    private @Nullable IntConsumer chosen;
    private @Nullable GridRaster raster;
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private boolean atTop;
    private int current;

    /**
     * @param contents for the accessible name: "Grid of generated images"
     */
    ImageGrid(String contents, Words words) {
        this.words = words;
        this.contents = contents;
        getStyleClass().add("image-grid");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(LEAST, LEAST);
        view.setSmooth(false);
        cursor.getStyleClass().add("image-cursor");
        cursor.setMouseTransparent(true);
        getChildren().addAll(names, view, from, to, cursor);
        cursor.visibleProperty().bind(focusedProperty());
        describe();
    }

    /** Shows images, or none. */
    void show(Optional<Images> next) {
        boolean sameLayout =
                images.map(Images::shape).equals(next.map(Images::shape))
                        && isOnePicture(images) == isOnePicture(next)
                        && raster != null;
        images = next;
        if (sameLayout) {
            draw();
        } else {
            raster = null;
            current = Math.min(current, columns() * rows() - 1);
            requestLayout();
        }
    }

    /** All points are one picture, which takes the whole space. */
    private static boolean isOnePicture(Optional<Images> shown) {
        return shown.filter(some -> some.count() == 1).isPresent();
    }

    private int columns() {
        return isOnePicture(images) ? 1 : COLUMNS;
    }

    private int rows() {
        if (isOnePicture(images)) {
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
        raster = null;
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
     * @param action is told the place of the image, from 0
     */
    void setOnChosen(IntConsumer action) {
        chosen = action;
        setFocusTraversable(true);
        setOnMouseClicked(this::click);
        setOnMouseMoved(this::hover);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        Tooltip.install(view, tooltip);
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
        if (images.isPresent() && getWidth() > 0 && getHeight() > 0) {
            fit(images.get().shape());
        }
        view.setVisible(images.isPresent());
        names.setVisible(images.isPresent());
        if (raster != null) {
            names.place(gridLeft(raster), gridTop(raster), raster);
            view.relocate(gridLeft(raster), gridTop(raster));
            frame(raster);
            place(raster, from, ends == null ? -1 : ends.from().orElse(-1));
            place(raster, to, ends == null ? -1 : ends.to().orElse(-1));
        }
    }

    private void fit(Shape.Image shape) {
        var fitting =
                new GridRaster(columns(), rows(), shape, getWidth() - names.room(), getHeight());
        if (raster == null
                || raster.width() != fitting.width()
                || raster.height() != fitting.height()) {
            raster = fitting;
            buffer =
                    new PixelBuffer<>(
                            fitting.width(),
                            fitting.height(),
                            IntBuffer.allocate(fitting.width() * fitting.height()),
                            PixelFormat.getIntArgbPreInstance());
            view.setImage(new WritableImage(buffer));
            draw();
        }
    }

    private void draw() {
        GridRaster target = raster;
        PixelBuffer<IntBuffer> pixels = buffer;
        if (images.isPresent() && target != null && pixels != null) {
            target.draw(images.get(), pixels.getBuffer().array(), GAP_COLOUR);
            pixels.updateBuffer(_ -> new Rectangle2D(0, 0, target.width(), target.height()));
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
    private void place(GridRaster grid, Label letter, int index) {
        letter.setVisible(index >= 0);
        if (index >= 0) {
            letter.autosize();
            letter.relocate(gridLeft(grid) + grid.left(index), gridTop(grid) + grid.top(index));
        }
    }

    private double gridLeft(GridRaster grid) {
        double room = names.room();
        return Math.floor(room + (getWidth() - room - grid.width()) / 2);
    }

    private double gridTop(GridRaster grid) {
        return atTop ? 0 : Math.floor((getHeight() - grid.height()) / 2);
    }

    private int indexAt(MouseEvent event) {
        return raster == null
                ? -1
                : raster.indexAt(event.getX() - gridLeft(raster), event.getY() - gridTop(raster));
    }

    private void click(MouseEvent event) {
        requestFocus();
        int index = indexAt(event);
        if (index >= 0) {
            moveTo(index);
            choose();
        }
    }

    private void hover(MouseEvent event) {
        int index = indexAt(event);
        if (index >= 0) {
            tooltip.setText(
                    classOf(index)
                            .map(
                                    name ->
                                            words.say(
                                                    "images.image.of-class.meaning",
                                                    "n",
                                                    index + 1,
                                                    "class",
                                                    name))
                            .orElseGet(() -> words.say("images.image.meaning", "n", index + 1)));
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
        }
    }

    private void moveTo(int index) {
        current = index;
        requestLayout();
        describe();
    }

    private void choose() {
        if (chosen != null
                && images.isPresent()
                && !isOnePicture(images)
                && current < images.get().count()) {
            chosen.accept(current);
        }
    }

    private void describe() {
        var parts = new ArrayList<String>();
        parts.add(contents);
        if (chosen != null) {
            parts.add(words.say("images.image.place", "n", current + 1, "of", columns() * rows()));
            classOf(current)
                    .ifPresent(name -> parts.add(words.say("images.image.class", "class", name)));
        }
        marked(current)
                .forEach(letter -> parts.add(words.say("images.image.chosen", "letter", letter)));
        setAccessibleText(String.join(", ", parts));
    }

    private Optional<String> classOf(int index) {
        return names.of(index / columns());
    }

    /** The letters on an image. */
    private List<String> marked(int index) {
        if (ends == null) {
            return List.of();
        }
        var letters = new ArrayList<String>();
        if (ends.from().isPresent() && ends.from().getAsInt() == index) {
            letters.add("A");
        }
        if (ends.to().isPresent() && ends.to().getAsInt() == index) {
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
