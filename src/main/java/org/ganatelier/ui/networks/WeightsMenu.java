package org.ganatelier.ui.networks;

import javafx.css.PseudoClass;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.text.ExperimentText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the weights of each network are drawn before the first step. FX thread only. */
final class WeightsMenu extends MenuButton {
    /** Marks what is not usual, as the button itself shows no names. */
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Map<Side, Choice> choices = new EnumMap<>(Side.class);
    private final Words words;
    private final Tooltip tooltip;

    WeightsMenu(NetworksModel model, Words words) {
        super("", new FontIcon(Feather.SLIDERS));
        this.words = words;
        getStyleClass().addAll("button-icon", "flat", "no-arrow", "networks-weights");
        tooltip = Hints.on(this, "");
        for (Side side : Side.values()) {
            var choice = new Choice(side, model, words);
            choices.put(side, choice);
            getItems().add(choice.menu);
        }
    }

    void show(Experiment experiment) {
        choices.forEach((side, choice) -> choice.show(experiment.network(side).initialization()));
        pseudoClassStateChanged(
                CHOSEN,
                Stream.of(Side.values())
                        .map(side -> experiment.network(side).initialization())
                        .anyMatch(scheme -> scheme != Initialization.GLOROT_UNIFORM));
        String schemes =
                choices.values().stream()
                        .map(choice -> choice.menu.getText())
                        .collect(Collectors.joining("\n"));
        setAccessibleText(schemes);
        tooltip.setText(schemes + "\n" + words.say("networks.weights.when"));
    }

    /** Of one network. */
    private static final class Choice {
        private final Words words;
        private final Side side;
        private final Menu menu = new Menu();
        private final Map<Initialization, RadioMenuItem> items =
                new EnumMap<>(Initialization.class);

        Choice(Side side, NetworksModel model, Words words) {
            this.words = words;
            this.side = side;
            var group = new ToggleGroup();
            for (Initialization scheme : Initialization.values()) {
                var item = new RadioMenuItem(purpose(scheme, words));
                item.setToggleGroup(group);
                item.setOnAction(event -> model.initialize(side, scheme));
                items.put(scheme, item);
                menu.getItems().add(item);
            }
        }

        void show(Initialization now) {
            menu.setText(
                    words.say(
                            switch (side) {
                                case GENERATOR -> "networks.weights.of-generator";
                                case DISCRIMINATOR -> "networks.weights.of-discriminator";
                            },
                            "name",
                            ExperimentText.name(words, now)));
            items.forEach((scheme, item) -> item.setSelected(scheme == now));
        }
    }

    /** What it is called and good for, in a few words. */
    private static String purpose(Initialization scheme, Words words) {
        return words.say(
                switch (scheme) {
                    case GLOROT_UNIFORM -> "networks.weights.glorot-uniform";
                    case GLOROT_NORMAL -> "networks.weights.glorot-normal";
                    case HE_NORMAL -> "networks.weights.he-normal";
                    case NORMAL_002 -> "networks.weights.normal";
                    case ORTHOGONAL -> "networks.weights.orthogonal";
                },
                "name",
                ExperimentText.name(words, scheme));
    }
}
