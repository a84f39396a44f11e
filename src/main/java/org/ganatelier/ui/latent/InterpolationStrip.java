package org.ganatelier.ui.latent;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.ganatelier.data.Images;
import org.ganatelier.session.LatentExplorer;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.Reasons;
import org.ganatelier.ui.widget.Terms;
import org.ganatelier.ui.widget.Zoom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way from A to B: images on it, and a slider that walks it. */
final class InterpolationStrip extends VBox {
    /** Twice the pixels of a digit, to begin with. */
    private static final double SIDE = 56;

    /** Half of the slider's thumb, less the frame around an image. */
    private static final double THUMB = 5;

    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final Words words;
    private final LatentExplorer walk;
    private final List<Portrait> portraits = new ArrayList<>();
    private final Label where = new Label();
    private final Label hint = new Label();
    private final Slider slider = new Slider(0, 1, 0);
    private final StackPane track = new StackPane(slider);

    InterpolationStrip(LatentExplorer walk, Words words) {
        this.words = words;
        this.walk = walk;
        getStyleClass().add("way");
        var title = new Label(words.say("latent.way"));
        title.getStyleClass().add("latent-title");
        Hints.on(title, words.say("latent.way.meaning"));
        Terms.on(title, "interpolation", words);
        where.getStyleClass().add("latent-note");
        Hints.on(where, words.say("latent.way.place.meaning"));
        Terms.on(where, "interpolation", words);
        hint.getStyleClass().add("latent-note");
        hint.setWrapText(true);
        var head = new HBox(title, where);
        head.getStyleClass().add("latent-head");
        head.setAlignment(Pos.CENTER_LEFT);
        var row = new HBox();
        row.getStyleClass().add("way-images");
        for (int i = 0; i < LatentExplorer.STRIP; i++) {
            row.getChildren().add(portrait(i));
        }
        slider.setId("way-slider");
        slider.getStyleClass().add("small");
        slider.setBlockIncrement(1.0 / (2 * (LatentExplorer.STRIP - 1)));
        slider.setAccessibleText(words.say("latent.way.slider"));
        Hints.on(slider, words.say("latent.way.slider.meaning"));
        getChildren().addAll(head, row, track, hint);
        setSide(SIDE);
        bind();
    }

    /** Gives the images another size, in pixels. */
    void setSide(double side) {
        portraits.forEach(portrait -> portrait.setSide(side));
        // The middle of the thumb goes from the middle of A to the middle of B.
        double ends = side / 2 - Zoom.of(this) * THUMB;
        var beside = new Insets(0, ends, 0, ends);
        if (!beside.equals(track.getPadding())) {
            track.setPadding(beside);
        }
    }

    private void bind() {
        slider.valueProperty()
                .subscribe(
                        (_, t) -> {
                            if (t.doubleValue() != walk.positionProperty().get()) {
                                walk.walkTo(t.doubleValue());
                            }
                        });
        Live.on(this, walk.positionProperty()).subscribe(_ -> show());
        Live.on(this, walk.endsProperty()).subscribe(_ -> show());
        Live.on(this, walk.stripProperty()).subscribe(_ -> show());
    }

    private StackPane portrait(int place) {
        var portrait = new Portrait(SIDE);
        portraits.add(portrait);
        var frame = new StackPane(portrait);
        frame.getStyleClass().add("way-image");
        if (place == 0 || place == LatentExplorer.STRIP - 1) {
            var letter = new Label(place == 0 ? "A" : "B");
            letter.getStyleClass().add("way-letter");
            StackPane.setAlignment(letter, Pos.TOP_LEFT);
            frame.getChildren().add(letter);
        }
        frame.setOnMouseClicked(_ -> walk.walkTo(at(place)));
        return frame;
    }

    private void show() {
        LatentExplorer.Ends ends = walk.endsProperty().get();
        double t = walk.positionProperty().get();
        List<Images> images = walk.stripProperty().get();
        Reasons.disable(slider, ends.complete() ? Optional.empty() : Optional.of(hint(ends)));
        slider.setValue(t);
        hint.setText(hint(ends));
        where.setText(
                ends.complete()
                        ? words.say("latent.way.place", "percent", Math.round(100 * t))
                        : "");
        for (int i = 0; i < portraits.size(); i++) {
            Portrait portrait = portraits.get(i);
            portrait.show(i < images.size() ? Optional.of(images.get(i)) : Optional.empty());
            boolean here = ends.complete() && i == Math.round(t * (LatentExplorer.STRIP - 1));
            portrait.getParent().pseudoClassStateChanged(HERE, here);
        }
    }

    private String hint(LatentExplorer.Ends ends) {
        if (ends.from().isEmpty()) {
            return words.say("latent.way.choose");
        }
        return ends.to().isEmpty()
                ? words.say("latent.way.choose-b")
                : words.say("latent.way.again");
    }

    private static double at(int place) {
        return (double) place / (LatentExplorer.STRIP - 1);
    }
}
