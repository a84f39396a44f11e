package org.ganatelier.ui.latent;

import javafx.css.PseudoClass;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

import org.ganatelier.data.Grid;
import org.ganatelier.data.Images;
import org.ganatelier.ui.widget.Pixels;

import java.util.Optional;

/** A square for one image, its pixels enlarged by a whole number so that each can be seen. */
final class Portrait extends StackPane {
    private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");

    private final ImageView view = new ImageView();
    private Optional<Images> image = Optional.empty();
    private double side;

    /**
     * An empty square.
     *
     * @param side in pixels
     */
    Portrait(double side) {
        getStyleClass().add("portrait");
        view.setPreserveRatio(true);
        getChildren().add(view);
        pseudoClassStateChanged(EMPTY, true);
        setSide(side);
    }

    /** Takes another size. */
    void setSide(double pixels) {
        if (pixels == side) {
            return;
        }
        side = pixels;
        setMinSize(side, side);
        setMaxSize(side, side);
        image.ifPresent(this::draw);
    }

    /** Shows an image, or nothing. */
    void show(Optional<Images> now) {
        if (!now.equals(image)) {
            image = now;
            view.setVisible(now.isPresent());
            pseudoClassStateChanged(EMPTY, now.isEmpty());
            now.ifPresent(this::draw);
        }
    }

    private void draw(Images one) {
        int larger = Math.max(one.shape().width(), one.shape().height());
        int factor = (int) Math.max(1, side / larger);
        // Not by the view: without a graphics card JavaFX enlarges smoothly, whatever it is told.
        view.setImage(Pixels.of(Grid.enlarged(one, factor)));
        view.setFitWidth(larger > side ? side * one.shape().width() / larger : 0);
    }
}
