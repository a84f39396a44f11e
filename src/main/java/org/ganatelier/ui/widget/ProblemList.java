package org.ganatelier.ui.widget;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What is wrong, with each remedy as a link. FX thread only. */
public final class ProblemList extends VBox {
    private final Consumer<Fix> remedy;
    private List<Problem> problems = List.of();

    /**
     * An empty list.
     *
     * @param remedy receives the fix whose link was followed
     */
    public ProblemList(Consumer<Fix> remedy) {
        this.remedy = remedy;
        getStyleClass().add("networks-problems");
        show(List.of());
    }

    /** Shows these problems and their fixes. */
    public void show(List<Problem> next) {
        boolean sameWords = words(next).equals(words(problems));
        problems = next;
        setManaged(!next.isEmpty());
        setVisible(!next.isEmpty());
        if (!sameWords) {
            getChildren().setAll(nodes());
        }
    }

    /** All messages, for a screen reader; empty where there is no problem. */
    public String spoken() {
        return problems.stream().map(Problem::message).collect(Collectors.joining(" "));
    }

    private List<Node> nodes() {
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < problems.size(); i++) {
            var message = new Label(problems.get(i).message());
            message.setWrapText(true);
            message.getStyleClass().add("networks-problem");
            nodes.add(message);
            for (int j = 0; j < problems.get(i).fixes().size(); j++) {
                nodes.add(link(i, j));
            }
        }
        return nodes;
    }

    /** By position: the same words may come with a newer fix behind them. */
    private Hyperlink link(int problem, int fix) {
        Problem of = problems.get(problem);
        String label = of.fixes().get(fix).label();
        var link = new Hyperlink(label);
        link.setWrapText(true);
        link.getStyleClass().add("networks-fix");
        link.setOnAction(event -> remedy.accept(problems.get(problem).fixes().get(fix)));
        link.setAccessibleText("Fix: " + label);
        Hints.on(link, label + ". Solves: " + of.message());
        return link;
    }

    private static List<List<String>> words(List<Problem> problems) {
        return problems.stream()
                .map(
                        problem -> {
                            var words = new ArrayList<String>(List.of(problem.message()));
                            problem.fixes().forEach(fix -> words.add(fix.label()));
                            return List.copyOf(words);
                        })
                .toList();
    }
}
