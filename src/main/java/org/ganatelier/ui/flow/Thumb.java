package org.ganatelier.ui.flow;

import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

import org.ganatelier.data.Grid;
import org.ganatelier.data.Images;
import org.ganatelier.ui.widget.Pixels;

import java.util.Optional;

/** A small square picture of one image. */
final class Thumb extends StackPane {
    private final ImageView view = new ImageView();
    private Optional<Images> image = Optional.empty();
    private double drawnAt;

    Thumb() {
        getStyleClass().add("flow-thumb");
        view.setManaged(false);
        view.setPreserveRatio(true);
        getChildren().add(view);
    }

    /** Shows the first of some images, or nothing. */
    void show(Optional<Images> images) {
        image = images.filter(some -> some.count() > 0).map(some -> some.get(0));
        view.setVisible(image.isPresent());
        drawnAt = 0;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double side = Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset());
        image.filter(_ -> drawnAt != side)
                .ifPresent(
                        one -> {
                            drawnAt = side;
                            draw(one, side);
                        });
        view.relocate(snappedLeftInset(), snappedTopInset());
    }

    private void draw(Images one, double side) {
        int larger = Math.max(one.shape().width(), one.shape().height());
        // Not by the view: without a graphics card JavaFX enlarges smoothly, whatever it is told.
        view.setImage(Pixels.of(Grid.enlarged(one, (int) Math.max(1, Math.round(side / larger)))));
        view.setFitWidth(side * one.shape().width() / larger);
    }
}
