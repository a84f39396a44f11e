package org.ganatelier.ui.coach;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.ganatelier.coach.fact.Finding;
import org.ganatelier.text.CoachText;
import org.ganatelier.text.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All that the coach says: what happens and why, with figures and a curve, what would help, where
 * it is explained, and what else was said. FX thread only.
 */
final class CoachPage extends VBox {
    private final Words words;
    private final Offers offers;
    private final Consumer<Finding> choose;
    private final Label title = new Label();
    private final MenuButton others = new MenuButton();
    private final Label text = new Label();
    private final SmallPicture picture;
    private final FlowPane actions = new FlowPane();
    private final Label source = new Label();

    /** What is listed among the others. */
    private List<Finding> listed = List.of();

    /**
     * @param choose is told what else is to be read
     */
    CoachPage(Words words, Offers offers, Consumer<Finding> choose) {
        this.words = words;
        this.offers = offers;
        this.choose = choose;
        picture = new SmallPicture(words);
        getStyleClass().add("coach-page");
        title.getStyleClass().add("coach-title");
        title.setWrapText(true);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        others.getStyleClass().add("coach-earlier");
        others.setMinWidth(USE_PREF_SIZE);
        others.managedProperty().bind(others.visibleProperty());
        var head = new HBox(title, others);
        head.getStyleClass().add("coach-head");
        text.getStyleClass().add("coach-text");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var body = new HBox(text, picture);
        body.getStyleClass().add("coach-body");
        actions.getStyleClass().add("coach-actions");
        source.getStyleClass().add("coach-note");
        getChildren().addAll(head, body, actions);
    }

    /** Shows what is said. */
    void show(Statement said) {
        Finding finding = said.finding();
        title.setText(said.title(words));
        text.setText(said.text(words));
        picture.show(finding, said.record());
        List<Node> parts = new ArrayList<>(offers.of(finding));
        CoachText.source(finding)
                .ifPresent(
                        reference -> {
                            source.setText(reference);
                            parts.add(source);
                        });
        if (!actions.getChildren().equals(parts)) {
            actions.getChildren().setAll(parts);
        }
        others.setVisible(!said.others().isEmpty());
        others.setText(
                words.say(
                        said.newest() ? "coach.earlier" : "coach.others",
                        "n",
                        said.others().size()));
        // The menu stays open while nothing is new.
        if (!said.others().equals(listed)) {
            listed = said.others();
            others.getItems().setAll(listed.stream().map(this::item).toList());
        }
    }

    /** What takes the keyboard first. */
    Optional<Node> entrance() {
        return actions.getChildren().stream().filter(Node::isFocusTraversable).findFirst();
    }

    private MenuItem item(Finding finding) {
        var item =
                new MenuItem(
                        words.say("coach.step", "step", finding.step())
                                + ": "
                                + CoachText.title(words, finding));
        item.setOnAction(_ -> choose.accept(finding));
        return item;
    }
}
