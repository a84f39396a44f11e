package org.ganatelier.ui.runs;

import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

import org.ganatelier.data.Grid;
import org.ganatelier.data.Images;
import org.ganatelier.session.RunEntry;
import org.ganatelier.text.RunText;
import org.ganatelier.text.Words;
import org.ganatelier.train.RunEvent;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Pixels;
import org.ganatelier.ui.widget.Zoom;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The last images of the run that is selected, beside those of the run that the window shows, as
 * large as the table is high. FX thread only.
 */
final class RunImages extends Region {
    /** Of images of 28×28 pixels, digits can be told apart down to this side. */
    private static final double LEAST_TILE = 22;

    private static final double MOST_SIDE = 260;
    private static final int MOST_COLUMNS = 8;

    /** Which images are drawn, and how large. */
    private record Drawing(long runId, long step, int side) {}

    private final Words words;
    private final ImageView view = new ImageView();
    private Optional<RunEntry> run = Optional.empty();
    private Optional<Drawing> drawn = Optional.empty();

    RunImages(Words words) {
        this.words = words;
        setId("runs-images");
        getStyleClass().add("runs-images");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(view);
        setMinHeight(0);
        setMinWidth(0);
    }

    /** Shows a run as it is now. */
    void show(Optional<RunEntry> selected) {
        run = selected;
        boolean seen = preview().isPresent();
        setVisible(seen);
        setManaged(seen);
        selected.ifPresent(
                each -> {
                    String what = words.say("runs.images.hint", "run", RunText.name(words, each));
                    Hints.on(this, what);
                    setAccessibleText(what);
                });
        draw();
    }

    private Optional<RunEvent.Preview> preview() {
        return run.flatMap(each -> each.previewProperty().get());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.VERTICAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.min(height, Zoom.of(this) * MOST_SIDE);
    }

    @Override
    protected double computePrefHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        draw();
        int side = side();
        view.relocate(
                snapPositionX((getWidth() - side) / 2), snapPositionY((getHeight() - side) / 2));
    }

    private int side() {
        double room =
                Math.min(
                        getWidth() - snappedLeftInset() - snappedRightInset(),
                        getHeight() - snappedTopInset() - snappedBottomInset());
        return (int) Math.max(1, room);
    }

    /** Draws anew where the images or the size are others. */
    private void draw() {
        preview()
                .ifPresent(
                        now -> {
                            var next = new Drawing(now.runId(), now.step(), side());
                            if (drawn.filter(next::equals).isEmpty()) {
                                drawn = Optional.of(next);
                                view.setImage(picture(now.samples().pictures(), next.side()));
                            }
                        });
    }

    /** As many of the first images as can be told apart at that size. */
    private Image picture(Images images, int side) {
        double fitting = Math.min(side / (LEAST_TILE * Zoom.of(this)), MOST_COLUMNS);
        int columns = (int) Math.clamp(fitting, 1, Math.sqrt(images.count()));
        int[] first = IntStream.range(0, columns * columns).toArray();
        return Pixels.of(Grid.of(images.pick(first), columns, 1), side, side);
    }
}
