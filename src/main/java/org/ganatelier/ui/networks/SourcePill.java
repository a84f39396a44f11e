package org.ganatelier.ui.networks;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Field;
import org.ganatelier.ui.widget.FieldForm;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Numbers;

import java.util.List;
import java.util.Locale;

/** What goes into a stack: the noise, whose size can be edited, or an image. FX thread only. */
final class SourcePill extends VBox {
    private static final Field.Caption LATENT =
            new Field.Caption(
                    "noise z ~ N(0, 1)",
                    "noise size",
                    "How many random numbers the generator gets for one image: the latent size.");

    private final Side side;
    private final FieldForm<Experiment> noise;
    private final Label told = new Label();
    private final Tooltip toldHint = Hints.on(told, "");

    /**
     * The source of one stack.
     *
     * @param done is told that the user has finished editing
     */
    SourcePill(Side side, NetworksModel model, Runnable done) {
        this.side = side;
        getStyleClass().add("networks-pill");
        told.setWrapText(true);
        told.managedProperty().bind(told.visibleProperty());
        noise = new FieldForm<>(model::change, done, Words.english());
        switch (side) {
            case GENERATOR -> getChildren().add(noise);
            case DISCRIMINATOR -> {
                var label = new Label("image, real or generated");
                label.setWrapText(true);
                Hints.on(
                        label,
                        "The discriminator sees images of the data and of the generator, and has to"
                                + " tell them apart.");
                getChildren().add(label);
            }
        }
        getChildren().add(told);
    }

    /** The length of the noise. */
    static Field<Experiment> latentSize(Experiment experiment) {
        return new Field.Text<>(
                LATENT,
                Integer.toString(experiment.latentSize()),
                text -> experiment.withLatentSize(Numbers.parseWhole(text)));
    }

    void show(Experiment experiment) {
        noise.show(List.of(Field.Section.of(List.of(latentSize(experiment)))));
        int classes = experiment.classes();
        told.setVisible(classes > 0);
        boolean planes =
                side == Side.DISCRIMINATOR && experiment.conditioning() == Conditioning.CHANNELS;
        told.setText(planes ? "+ %d label planes".formatted(classes) : "+ class, 1 of " + classes);
        String way = experiment.conditioning().name().toLowerCase(Locale.ROOT);
        toldHint.setText(Words.english().say("objective.labels." + way + ".meaning"));
    }
}
