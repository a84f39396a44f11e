package org.ganatelier.ui.widget;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Problem;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.Warning;
import org.ganatelier.text.FixText;
import org.ganatelier.text.ProblemText;
import org.ganatelier.text.WarningText;
import org.ganatelier.text.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** What is wrong, then what is worth a second look, with each fix as a link. FX thread only. */
public final class ProblemList extends VBox {
    private static final PseudoClass REJECTED = PseudoClass.getPseudoClass("rejected");

    /** Who is still building needs a hint or two, not a list. */
    private static final int NEXT = 2;

    private final BiConsumer<Place, Fix> fixer;
    private final Words words;
    private List<Item> items = List.of();

    /** How much a message weighs. */
    private enum Weight {
        /** Something is wrong. */
        PROBLEM("networks-problem", "networks-fix"),
        /** Something is missing yet. */
        UNFINISHED("networks-unfinished", "networks-next"),
        /** Nothing is stopped. */
        WARNING("networks-warning", "networks-calm-fix");

        private final String ofMessage;
        private final String ofFix;

        Weight(String ofMessage, String ofFix) {
            this.ofMessage = ofMessage;
            this.ofFix = ofFix;
        }
    }

    /** A problem or a warning in words. */
    private record Item(
            Place place, Weight weight, String message, String source, List<Choice> choices) {
        static Item of(Problem problem, Experiment experiment, Words words) {
            boolean unfinished = problem.violation().isUnfinished();
            List<Fix> fixes = problem.fixes();
            return new Item(
                    problem.place(),
                    unfinished ? Weight.UNFINISHED : Weight.PROBLEM,
                    ProblemText.message(words, problem.violation()),
                    "",
                    Choice.all(
                            unfinished ? fixes.subList(0, Math.min(NEXT, fixes.size())) : fixes,
                            problem.place(),
                            experiment,
                            words));
        }

        static Item of(Warning warning, Experiment experiment, Words words) {
            return new Item(
                    warning.place(),
                    Weight.WARNING,
                    WarningText.message(words, warning.concern()),
                    WarningText.source(warning.concern()).orElse(""),
                    Choice.all(warning.fixes(), warning.place(), experiment, words));
        }
    }

    /** A fix in words. */
    private record Choice(String label, Fix fix) {
        static List<Choice> all(List<Fix> fixes, Place place, Experiment experiment, Words words) {
            return fixes.stream()
                    .map(fix -> new Choice(FixText.label(words, fix, place, experiment), fix))
                    .toList();
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
        var next = new ArrayList<Item>();
        remarks.problems().forEach(p -> next.add(Item.of(p, remarks.experiment(), words)));
        remarks.warnings().forEach(w -> next.add(Item.of(w, remarks.experiment(), words)));
        if (!next.equals(items)) {
            items = List.copyOf(next);
            pseudoClassStateChanged(REJECTED, remarks.isWrong());
            setManaged(!next.isEmpty());
            setVisible(!next.isEmpty());
            getChildren().setAll(nodes());
        }
    }

    /** What a card says to a screen reader, with all messages behind it. */
    String spokenBehind(String what) {
        String wrong = spoken(Weight.PROBLEM);
        String missing = spoken(Weight.UNFINISHED);
        String odd = spoken(Weight.WARNING);
        String told = what;
        if (!wrong.isEmpty()) {
            told = words.say("problem.spoken", "what", told, "problem", wrong);
        }
        if (!missing.isEmpty()) {
            told = words.say("problem.unfinished.spoken", "what", told, "problem", missing);
        }
        return odd.isEmpty() ? told : words.say("warning.spoken", "what", told, "warning", odd);
    }

    private String spoken(Weight weight) {
        return items.stream()
                .filter(item -> item.weight() == weight)
                .map(Item::message)
                .collect(Collectors.joining(" "));
    }

    private List<Node> nodes() {
        var nodes = new ArrayList<Node>();
        for (Item item : items) {
            var message = new Label(item.message());
            message.setWrapText(true);
            // However low the window is, no line of it is left out.
            message.setMinHeight(USE_PREF_SIZE);
            message.getStyleClass().add(item.weight().ofMessage);
            if (!item.source().isEmpty()) {
                Hints.on(message, words.say("warning.source", "source", item.source()));
            }
            nodes.add(message);
            item.choices().forEach(choice -> nodes.add(link(choice, item)));
        }
        return nodes;
    }

    private Hyperlink link(Choice choice, Item of) {
        var link = new Hyperlink(choice.label());
        link.setWrapText(true);
        link.setMinHeight(USE_PREF_SIZE);
        link.getStyleClass().addAll("networks-fix", of.weight().ofFix);
        link.setOnAction(_ -> fixer.accept(of.place(), choice.fix()));
        link.setAccessibleText(words.say("fix.spoken", "label", choice.label()));
        Hints.on(link, words.say("fix.hint", "label", choice.label(), "problem", of.message()));
        return link;
    }
}
