package org.ganatelier.ui.networks;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;

import org.ganatelier.plan.model.Overlap;
import org.ganatelier.text.ArithmeticText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.HeatColours;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Zoom;

import java.util.Optional;

/** How often a transposed convolution paints each pixel, as a small picture. FX thread only. */
final class OverlapPicture extends StackPane {
    private static final PseudoClass UNEVEN = PseudoClass.getPseudoClass("uneven");
    private static final double SIDE = 18;

    private final Words words;
    private final ImageView view = new ImageView();
    private final Tooltip tooltip;
    private Optional<Overlap> shown = Optional.empty();

    OverlapPicture(Words words) {
        this.words = words;
        getStyleClass().add("networks-overlap");
        view.setSmooth(false);
        tooltip = Hints.on(this, "");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(view);
        Zoom.on(this).subscribe(_ -> fit());
        show(Optional.empty());
    }

    /** Shows a pattern, or nothing. */
    void show(Optional<Overlap> overlap) {
        shown = overlap;
        setVisible(overlap.isPresent());
        setManaged(overlap.isPresent());
        pseudoClassStateChanged(UNEVEN, overlap.filter(o -> !o.isEven()).isPresent());
        overlap.ifPresent(this::paint);
    }

    private void paint(Overlap overlap) {
        String said = ArithmeticText.say(words, overlap);
        tooltip.setText(said);
        setAccessibleText(said);
        var picture = new WritableImage(overlap.size(), overlap.size());
        for (int i = 0; i < overlap.counts().length; i++) {
            float share = (float) overlap.counts()[i] / Math.max(1, overlap.most());
            picture.getPixelWriter()
                    .setArgb(i % overlap.size(), i / overlap.size(), HeatColours.of(share));
        }
        view.setImage(picture);
        fit();
    }

    /** Each pixel as many times as large as has room. */
    private void fit() {
        shown.ifPresent(
                overlap -> {
                    double room = Zoom.of(this) * SIDE;
                    double side = overlap.size() * Math.max(1, Math.floor(room / overlap.size()));
                    view.setFitWidth(side);
                    view.setFitHeight(side);
                });
    }
}
