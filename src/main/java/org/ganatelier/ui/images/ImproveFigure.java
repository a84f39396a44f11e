package org.ganatelier.ui.images;

import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;

import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.ui.widget.HeatColours;
import org.ganatelier.ui.widget.Pixels;
import org.ganatelier.ui.widget.Zoom;

/** A large picture with its name and what D says of it. FX thread only. */
final class ImproveFigure extends VBox {
    private static final double SIDE = 112;

    private final ImageView picture = new ImageView();
    private final Label name = new Label();
    private final Label figure = new Label();

    ImproveFigure(String title) {
        getStyleClass().add("improve-figure");
        name.getStyleClass().add("improve-name");
        figure.getStyleClass().add("improve-output");
        name(title);
        getChildren().addAll(name, picture, figure);
    }

    void name(String title) {
        name.setText(title);
    }

    /** Shows an image and its D(x). */
    void show(Images image, String output) {
        show(image.argb(), image.shape());
        figure.setText(output);
    }

    /** Shows what became brighter, warm, and darker, cold; the largest change is full colour. */
    void showChange(Images from, Images to) {
        Shape.Image shape = from.shape();
        int size = shape.height() * shape.width();
        var change = new float[size];
        float most = 1;
        for (int i = 0; i < size * shape.channels(); i++) {
            change[i % size] +=
                    (float)
                            (Byte.toUnsignedInt(to.pixels()[i])
                                    - Byte.toUnsignedInt(from.pixels()[i]));
        }
        for (float value : change) {
            most = Math.max(most, Math.abs(value));
        }
        var argb = new int[size];
        for (int i = 0; i < size; i++) {
            argb[i] = HeatColours.of(change[i] / most);
        }
        show(argb, shape);
    }

    private void show(int[] argb, Shape.Image shape) {
        double factor = Zoom.of(this) * SIDE / Math.max(shape.width(), shape.height());
        picture.setImage(
                Pixels.scaled(
                        argb,
                        shape,
                        (int) Math.max(1, factor * shape.width()),
                        (int) Math.max(1, factor * shape.height())));
    }
}
