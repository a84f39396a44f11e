package org.ganatelier.ui.networks;

import javafx.css.PseudoClass;
import javafx.scene.Node;

import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.plan.model.Arithmetic;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.Overlap;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.ReceptiveField;
import org.ganatelier.session.EditName;
import org.ganatelier.text.ArithmeticText;
import org.ganatelier.text.LayerText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.layers.LayerFields;
import org.ganatelier.ui.layers.LayerIcons;
import org.ganatelier.ui.layers.LayerTerms;
import org.ganatelier.ui.widget.Card;
import org.ganatelier.ui.widget.Field;
import org.ganatelier.ui.widget.FieldCard;
import org.ganatelier.ui.widget.Remarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** A layer. FX thread only. */
final class LayerCard extends FieldCard<LayerSpec> {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");

    private final NetworksModel model;
    private final Words words;
    private final OverlapPicture overlap;
    private Optional<ArithmeticFoot> foot = Optional.empty();
    private Place.Layer at;
    private LayerSpec layer;

    LayerCard(NetworksModel model, Place.Layer at, Consumer<Card> opened, Words words) {
        super(model::apply, opened, words);
        this.model = model;
        this.words = words;
        this.at = at;
        layer = model.layer(at);
        overlap = new OverlapPicture(words);
        replaceIcon(overlap);
        getStyleClass().add("networks-layer");
        focusedProperty()
                .subscribe(
                        focused -> {
                            if (focused) {
                                model.select(this.at);
                            }
                        });
    }

    Place.Layer at() {
        return at;
    }

    void show(Place.Layer place, LayerPlan plan, Remarks remarks) {
        at = place;
        layer = plan.layer();
        overlap.show(
                layer instanceof Conv2DTranspose conv
                        ? Optional.of(Overlap.of(conv))
                        : Optional.empty());
        show(
                new Face(
                        LayerIcons.of(layer),
                        LayerText.name(layer),
                        LayerText.tail(words, layer),
                        LayerText.summary(words, layer),
                        spoken(),
                        hint(plan)),
                remarks);
        define(LayerTerms.of(layer), words);
        foot.filter(_ -> isOpen()).ifPresent(ArithmeticFoot::refresh);
    }

    /** Shows what the run divides the weights by, or nothing. */
    void showSigma(OptionalDouble sigma) {
        if (sigma.isPresent()) {
            String text = LayerText.sigma(words, sigma.getAsDouble());
            showFigure(text, LayerText.sigmaHint(words, text));
        } else {
            showFigure("", "");
        }
    }

    void setSelected(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    void setDragged(boolean dragged) {
        pseudoClassStateChanged(DRAGGED, dragged);
    }

    @Override
    protected List<Field.Section<LayerSpec>> sections() {
        List<Field<LayerSpec>> fields = LayerFields.of(layer, words);
        return List.of(
                new Field.Section<>(
                        "", fields.isEmpty() ? words.say("layer.field.none") : "", fields));
    }

    @Override
    protected Optional<Node> newFoot() {
        var made = new ArithmeticFoot(model.arithmeticShownProperty(), this::arithmetic, words);
        foot = Optional.of(made);
        return Optional.of(made);
    }

    private List<String> arithmetic() {
        NetworkPlan network = model.plan().network(at.side());
        var lines = new ArrayList<String>();
        Arithmetic.of(network.layers().get(at.index()))
                .ifPresentOrElse(
                        arithmetic ->
                                lines.addAll(
                                        ArithmeticText.lines(
                                                words,
                                                arithmetic,
                                                ReceptiveField.of(network, at.side(), at.index()))),
                        () -> lines.add(words.say("layer.card.arithmetic.unknown")));
        if (layer instanceof Conv2DTranspose conv) {
            lines.add(ArithmeticText.say(words, Overlap.of(conv)));
        }
        return lines;
    }

    @Override
    protected void edited(EditName editName, LayerSpec result) {
        model.change(at, editName, result);
    }

    private String spoken() {
        return words.say(
                switch (at.side()) {
                    case GENERATOR -> "networks.layer.spoken-of-generator";
                    case DISCRIMINATOR -> "networks.layer.spoken-of-discriminator";
                },
                Map.of(
                        "layer",
                        LayerText.spoken(words, layer),
                        "n",
                        at.index() + 1,
                        "of",
                        model.size(at.side())));
    }

    private String hint(LayerPlan plan) {
        String sentence = LayerText.sentence(words, plan.layer());
        return plan.input().isEmpty()
                ? sentence
                : sentence
                        + "\n"
                        + words.say("layer.card.parameters", "count", plan.parameterCount());
    }
}
