package org.ganatelier.ui.networks;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.text.ExperimentText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Remarks;
import org.ganatelier.ui.widget.Terms;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** One network: its source, its layers with the shapes between them, its target. FX thread only. */
final class StackView extends VBox {
    private static final long MILLION = 1_000_000;

    /** From here on digits say less than their number. */
    private static final long THOUSAND_MILLIONS = 1_000 * MILLION;

    private final Words words;
    private final Side side;
    private final Function<Place.Layer, LayerCard> newCard;
    private final Label parameters = new Label();
    private final Tooltip parametersHint;
    private final SourcePill source;
    private final TargetPill target;
    private final Button add = new Button("", new FontIcon(Feather.PLUS));
    private final Region dropLine = new Region();
    private final VBox content = new VBox();
    private final StackScroll scroll = new StackScroll(content);
    private final VBox foot = new VBox(add);
    private final List<ShapeArrow> arrows = new ArrayList<>();
    private List<LayerCard> cards = List.of();
    private List<LayerSpec> layers = List.of();

    /**
     * The stack of one side, empty until it is shown.
     *
     * @param newCard makes the card of a layer
     */
    StackView(
            Side side, NetworksModel model, Function<Place.Layer, LayerCard> newCard, Words words) {
        this.words = words;
        this.side = side;
        this.newCard = newCard;
        source = new SourcePill(side, model, this::focusFirst, words);
        target = new TargetPill(side, model::apply, words);
        parametersHint = Hints.on(parameters, "");
        Terms.on(parameters, "parameter", words);
        getStyleClass().addAll("networks-stack", styleClass(side));
        content.getStyleClass().add("networks-content");
        dropLine.getStyleClass().add("networks-drop-line");
        dropLine.setManaged(false);
        dropLine.setVisible(false);
        add.getStyleClass().add("networks-add");
        add.setMaxWidth(Double.MAX_VALUE);
        add.setText(words.say("networks.add"));
        add.setAccessibleText(words.say(of("networks.add")));
        Hints.on(add, words.say(of("networks.add-meaning")));
        foot.getStyleClass().add("networks-foot");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(header(), scroll);
    }

    Side side() {
        return side;
    }

    Button addButton() {
        return add;
    }

    List<LayerCard> cards() {
        return cards;
    }

    StackScroll scroll() {
        return scroll;
    }

    /** Takes the keyboard to the size of the noise. */
    void focusNoise() {
        source.focusNoise();
        scroll.reveal(source);
    }

    /** Shows a plan; the cards of layers that are still there stay. */
    void show(Outcome outcome) {
        NetworkPlan network = outcome.plan().network(side);
        List<LayerSpec> now = outcome.plan().experiment().network(side).layers();
        var alignment = Alignment.of(layers, now);
        var next = new ArrayList<LayerCard>();
        for (int i = 0; i < now.size(); i++) {
            var at = new Place.Layer(side, i);
            LayerCard card = alignment.before(i).map(cards::get).orElseGet(() -> newCard.apply(at));
            card.show(at, network.layers().get(i), Remarks.at(at, outcome));
            next.add(card);
        }
        cards = next;
        layers = now;
        source.show(outcome);
        target.show(
                outcome.plan().experiment().data().shape(),
                Remarks.at(new Place.Network(side), outcome));
        showArrows(network);
        showParameters(network);
        layOut();
    }

    /** The gap between cards that is nearest to a point of the scene. */
    int gapAt(double sceneY) {
        double y = content.sceneToLocal(new Point2D(0, sceneY)).getY();
        return (int)
                cards.stream().filter(card -> card.getBoundsInParent().getCenterY() < y).count();
    }

    /** Draws the line where a dragged card would go; empty for none. */
    void showDropLine(Optional<Integer> gap) {
        dropLine.setVisible(gap.isPresent());
        for (int i = 0; i < arrows.size(); i++) {
            arrows.get(i).setVisible(!gap.equals(Optional.of(i)));
        }
        gap.ifPresent(
                g -> {
                    Bounds arrow = arrows.get(g).getBoundsInParent();
                    double height = dropLine.prefHeight(-1);
                    dropLine.resizeRelocate(
                            0, arrow.getCenterY() - height / 2, content.getWidth(), height);
                });
    }

    /** Puts the focus on the first card, or on the button where there is none. */
    private void focusFirst() {
        (cards.isEmpty() ? add : cards.getFirst()).requestFocus();
    }

    private HBox header() {
        var title = new Label(ExperimentText.name(words, side));
        title.getStyleClass().add("networks-side");
        Hints.on(
                title,
                words.say(
                        switch (side) {
                            case GENERATOR -> "networks.side.generator.meaning";
                            case DISCRIMINATOR -> "networks.side.discriminator.meaning";
                        }));
        Terms.on(
                title,
                switch (side) {
                    case GENERATOR -> "generator";
                    case DISCRIMINATOR -> "discriminator";
                },
                words);
        title.setMinWidth(USE_PREF_SIZE);
        parameters.getStyleClass().add("networks-parameters");
        var header = new HBox(title, parameters);
        header.getStyleClass().add("networks-header");
        return header;
    }

    private void showParameters(NetworkPlan network) {
        boolean known = network.layers().stream().allMatch(plan -> plan.input().isPresent());
        parameters.setText(" · " + (known ? "" : "≥ ") + compact(network.parameterCount()));
        parametersHint.setText(
                words.say(
                                known ? "networks.parameters" : "networks.parameters-at-least",
                                "n",
                                network.parameterCount())
                        + "\n"
                        + words.say("networks.multiply-adds", "n", network.multiplyAdds()));
        parameters.setAccessibleText(
                ExperimentText.name(words, side) + ", " + parametersHint.getText());
    }

    private void showArrows(NetworkPlan network) {
        List<LayerPlan> plans = network.layers();
        while (arrows.size() <= plans.size()) {
            arrows.add(new ShapeArrow(words));
        }
        for (int i = 0; i <= plans.size(); i++) {
            arrows.get(i)
                    .show(
                            i < plans.size() && i > 0
                                    ? plans.get(i).input()
                                    : i == 0 ? Optional.of(network.input()) : network.output());
        }
    }

    private void layOut() {
        var nodes = new ArrayList<Node>();
        nodes.add(source);
        for (int i = 0; i < cards.size(); i++) {
            nodes.add(arrows.get(i));
            nodes.add(cards.get(i));
        }
        nodes.add(arrows.get(cards.size()));
        nodes.add(target);
        nodes.add(foot);
        nodes.add(dropLine);
        if (!content.getChildren().equals(nodes)) {
            content.getChildren().setAll(nodes);
        }
    }

    /** In few letters: "104,737", from a million on "12.3 M", from a thousand millions on "2e9". */
    private String compact(long count) {
        if (count >= THOUSAND_MILLIONS) {
            return String.format(Locale.ROOT, "%.1e", (double) count)
                    .replace("e+", "e")
                    .replace('.', words.decimalSign());
        }
        return count < MILLION
                ? words.number(count)
                : words.say(
                        "networks.parameters-in-millions",
                        "n",
                        words.figure((double) count / MILLION, 1));
    }

    /** The message of this side. */
    private String of(String key) {
        return switch (side) {
            case GENERATOR -> key + ".generator";
            case DISCRIMINATOR -> key + ".discriminator";
        };
    }

    private static String styleClass(Side side) {
        return switch (side) {
            case GENERATOR -> "networks-generator";
            case DISCRIMINATOR -> "networks-discriminator";
        };
    }
}
