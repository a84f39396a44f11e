package org.ganatelier.ui.slow;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One sample: its picture, and below it whatever is said of it. FX thread only. */
final class Tile extends VBox {
    private final Picture picture;
    private final ImageView view = new ImageView();
    private final StackPane frame = new StackPane(view);
    private int factor;

    /**
     * @param style of the frame: what lies behind the picture
     */
    Tile(Picture picture, String style) {
        this.picture = picture;
        getStyleClass().add("slow-tile");
        frame.getStyleClass().addAll("slow-frame", style);
        frame.setMaxWidth(USE_PREF_SIZE);
        setAlignment(Pos.TOP_CENTER);
        setFillWidth(true);
        getChildren().add(frame);
    }

    /** Says something below the picture. */
    Tile say(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        getChildren().add(label);
        return this;
    }

    /** Shows what D says of it. */
    Tile judge(VerdictBar bar) {
        getChildren().add(bar);
        return this;
    }

    /** The height of all but the picture. */
    double wordsHeight() {
        return getChildren().stream()
                .skip(1)
                .mapToDouble(node -> node.prefHeight(-1) + getSpacing())
                .sum();
    }

    /** The width of all but the picture and the bar. */
    double wordsWidth() {
        return getChildren().stream()
                .filter(Label.class::isInstance)
                .mapToDouble(node -> node.prefWidth(-1))
                .max()
                .orElse(0);
    }

    /** How many pixels a pixel of the picture may have, so that it is no wider. */
    void fit(double width) {
        int larger = Math.max(picture.width(), picture.height());
        int fitting = (int) Math.max(1, width / larger);
        if (fitting != factor) {
            factor = fitting;
            view.setImage(picture.enlarged(factor));
        }
        // What is larger than its place is made smaller; nothing is made larger by the view.
        view.setPreserveRatio(true);
        view.setFitWidth(larger > width ? width * picture.width() / larger : 0);
    }
}
