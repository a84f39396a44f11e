package org.ganatelier.ui.networks;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.experiment.basics.Require;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Limits;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Field;
import org.ganatelier.ui.widget.FieldForm;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Numbers;
import org.ganatelier.ui.widget.ProblemList;
import org.ganatelier.ui.widget.Remarks;
import org.ganatelier.ui.widget.Terms;

import java.util.List;

/** What goes into a stack: the noise, whose size can be edited, or an image. FX thread only. */
final class SourcePill extends VBox {
    private static final PseudoClass REJECTED = PseudoClass.getPseudoClass("rejected");

    private final Words words;
    private final Side side;
    private final FieldForm<Experiment> noise;
    private final Label sample = new Label();
    private final Tooltip sampleHint = Hints.on(sample, "");
    private final Label told = new Label();
    private final Tooltip toldHint = Hints.on(told, "");
    private final ProblemList problems;

    /**
     * The source of one stack.
     *
     * @param done is told that the user has finished editing
     */
    SourcePill(Side side, NetworksModel model, Runnable done, Words words) {
        this.words = words;
        this.side = side;
        getStyleClass().add("networks-pill");
        Terms.on(sample, "discriminator", words);
        Terms.on(told, "label", words);
        told.setWrapText(true);
        told.managedProperty().bind(told.visibleProperty());
        noise = new FieldForm<>(model::change, done, words);
        problems = new ProblemList(model::apply, words);
        switch (side) {
            case GENERATOR -> getChildren().add(noise);
            case DISCRIMINATOR -> {
                sample.setWrapText(true);
                getChildren().add(sample);
            }
        }
        getChildren().addAll(told, problems);
    }

    /** Takes the keyboard to the noise's size. */
    void focusNoise() {
        noise.focusFirst();
    }

    /** The length of the noise. */
    static Field<Experiment> latentSize(Experiment experiment, Words words) {
        return new Field.Text<>(
                Field.Caption.of("experiment.latent-size", words),
                Integer.toString(experiment.latentSize()),
                text -> experiment.withLatentSize(size(text)));
    }

    private static int size(String text) {
        int size = Numbers.parseWhole(text);
        Require.within(Range.between(1, Limits.LATENT), size, Quantity.NOISE_SIZE);
        return size;
    }

    void show(Outcome outcome) {
        Experiment experiment = outcome.plan().experiment();
        if (side == Side.GENERATOR) {
            Remarks remarks = Remarks.onNoise(outcome);
            problems.show(remarks);
            pseudoClassStateChanged(REJECTED, remarks.reject());
        }
        noise.show(List.of(Field.Section.of(List.of(latentSize(experiment, words)))));
        showSample(experiment.data().shape());
        int classes = experiment.classes();
        told.setVisible(classes > 0);
        boolean planes =
                side == Side.DISCRIMINATOR
                        && experiment.conditioning() == Conditioning.CHANNELS
                        && experiment.data().shape() instanceof Shape.Image;
        boolean clustered = experiment.data().clustered();
        String what =
                planes
                        ? clustered ? "networks.source.cluster-planes" : "networks.source.planes"
                        : clustered ? "networks.source.cluster" : "networks.source.class";
        told.setText(words.say(what, "n", classes));
        String way = experiment.conditioning().id();
        toldHint.setText(
                clustered
                        ? words.say("objective.clusters.note")
                        : words.say("objective.labels." + way + ".meaning"));
    }

    private void showSample(Shape shape) {
        switch (shape) {
            case Shape.Image _ -> {
                sample.setText(words.say("networks.source.image"));
                sampleHint.setText(words.say("networks.source.image.meaning"));
            }
            case Shape.Flat _ -> {
                sample.setText(words.say("networks.source.point"));
                sampleHint.setText(words.say("networks.source.point.meaning"));
            }
        }
    }
}
