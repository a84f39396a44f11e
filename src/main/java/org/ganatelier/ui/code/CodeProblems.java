package org.ganatelier.ui.code;

import javafx.beans.property.Property;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.ganatelier.plan.model.Problem;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.text.PlaceText;
import org.ganatelier.text.ProblemText;
import org.ganatelier.text.Words;

import java.util.List;
import java.util.Optional;

/** Why the code would not run yet, above it. FX thread only. */
final class CodeProblems extends VBox {
    /** The cards say them all. */
    private static final int MOST = 3;

    private final Property<Optional<Place>> selected;
    private final Words words;

    /**
     * @param selected of the experiment: the place of a problem that is clicked
     */
    CodeProblems(Property<Optional<Place>> selected, Words words) {
        this.selected = selected;
        this.words = words;
        getStyleClass().add("code-problems");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void show(List<Problem> problems) {
        setVisible(!problems.isEmpty());
        var head = new Label(words.say("code.problems", "n", problems.size()));
        head.setWrapText(true);
        head.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(head);
        problems.stream().limit(MOST).map(this::link).forEach(getChildren()::add);
    }

    private Hyperlink link(Problem problem) {
        var link =
                new Hyperlink(
                        words.say(
                                "code.problem",
                                "place",
                                PlaceText.say(words, problem.place()),
                                "problem",
                                ProblemText.message(words, problem.violation())));
        link.getStyleClass().add("code-problem");
        link.setWrapText(true);
        link.setMinHeight(USE_PREF_SIZE);
        link.setOnAction(
                _ -> {
                    link.setVisited(false);
                    selected.setValue(Optional.of(problem.place()));
                });
        return link;
    }
}
