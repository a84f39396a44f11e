package org.ganatelier.ui.widget;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Problem;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.text.FixText;
import org.ganatelier.text.ProblemText;
import org.ganatelier.text.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** What is wrong, with each fix as a link. FX thread only. */
public final class ProblemList extends VBox {
    private final BiConsumer<Place, Fix> fixer;
    private final Words words;
    private List<Item> items = List.of();

    /** A problem in words. */
    private record Item(Place place, String message, List<Choice> choices) {
        static Item of(Problem problem, Experiment experiment, Words words) {
            return new Item(
                    problem.place(),
                    ProblemText.message(words, problem.violation()),
                    problem.fixes().stream()
                            .map(fix -> Choice.of(fix, problem, experiment, words))
                            .toList());
        }
    }

    /** A fix in words. */
    private record Choice(String label, Fix fix) {
        static Choice of(Fix fix, Problem problem, Experiment experiment, Words words) {
            return new Choice(FixText.label(words, fix, problem.place(), experiment), fix);
        }
    }

    /**
     * A list that is empty and hidden.
     *
     * @param fixer receives the fix whose link was followed, and where its problem stands
     */
    public ProblemList(BiConsumer<Place, Fix> fixer, Words words) {
        this.fixer = fixer;
        this.words = words;
        getStyleClass().add("networks-problems");
        setManaged(false);
        setVisible(false);
    }

    /** Shows these problems and their fixes. */
    public void show(Remarks remarks) {
        List<Item> next =
                remarks.problems().stream()
                        .map(problem -> Item.of(problem, remarks.experiment(), words))
                        .toList();
        if (!next.equals(items)) {
            items = next;
            setManaged(!next.isEmpty());
            setVisible(!next.isEmpty());
            getChildren().setAll(nodes());
        }
    }

    /** All messages, for a screen reader; empty where there is no problem. */
    public String spoken() {
        return items.stream().map(Item::message).collect(Collectors.joining(" "));
    }

    private List<Node> nodes() {
        var nodes = new ArrayList<Node>();
        for (Item item : items) {
            var message = new Label(item.message());
            message.setWrapText(true);
            message.getStyleClass().add("networks-problem");
            nodes.add(message);
            item.choices().forEach(choice -> nodes.add(link(choice, item)));
        }
        return nodes;
    }

    private Hyperlink link(Choice choice, Item of) {
        var link = new Hyperlink(choice.label());
        link.setWrapText(true);
        link.getStyleClass().add("networks-fix");
        link.setOnAction(_ -> fixer.accept(of.place(), choice.fix()));
        link.setAccessibleText(words.say("fix.spoken", "label", choice.label()));
        Hints.on(link, words.say("fix.hint", "label", choice.label(), "problem", of.message()));
        return link;
    }
}
