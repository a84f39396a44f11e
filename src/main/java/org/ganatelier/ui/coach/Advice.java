package org.ganatelier.ui.coach;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

import org.ganatelier.coach.fact.Finding;
import org.ganatelier.coach.fact.Remedy;
import org.ganatelier.session.Coaching;
import org.ganatelier.session.Coaching.Hindrance;
import org.ganatelier.session.Documents;
import org.ganatelier.session.Session;
import org.ganatelier.text.CoachText;
import org.ganatelier.text.PresetText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Reasons;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.Optional;

/**
 * What can be done about a finding, and where it is explained. The buttons stay when more is said:
 * one that is pressed, or has the keyboard, is not lost. FX thread only.
 */
final class Advice extends FlowPane {
    private final Coaching coaching;
    private final Documents documents;
    private final Words words;
    private final Button change = button("coach-change", Feather.EDIT_2);
    private final Tooltip changeHint = Hints.on(change, "");
    private final Button showMe = button("coach-show-me", Feather.PLAY_CIRCLE);
    private final Tooltip showMeHint = Hints.on(showMe, "");
    private final Label source = new Label();

    Advice(Session session, Words words) {
        this.words = words;
        coaching = session.coaching();
        documents = session.documents();
        getStyleClass().add("coach-actions");
        managedProperty().bind(visibleProperty());
        change.setWrapText(true);
        showMe.setText(words.say("coach.show-me"));
        source.getStyleClass().add("coach-note");
        source.managedProperty().bind(source.visibleProperty());
    }

    private static Button button(String id, Feather icon) {
        var button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("coach-button");
        return button;
    }

    /** Lets the source be seen, or not. */
    void showSource(boolean seen) {
        source.setVisible(seen);
    }

    /** Shows what helps against a finding. */
    void show(Finding finding) {
        var parts = new ArrayList<Node>();
        finding.remedy()
                .ifPresent(
                        remedy -> {
                            offer(finding, remedy);
                            parts.add(change);
                        });
        finding.preset()
                .ifPresent(
                        preset -> {
                            offer(preset);
                            parts.add(showMe);
                        });
        CoachText.source(finding)
                .ifPresent(
                        reference -> {
                            source.setText(reference);
                            parts.add(source);
                        });
        if (!getChildren().equals(parts)) {
            getChildren().setAll(parts);
        }
    }

    private void offer(Finding finding, Remedy remedy) {
        change.setText(CoachText.remedy(words, remedy));
        changeHint.setText(
                words.say(
                        coaching.reachesRun(remedy) ? "coach.change.live" : "coach.change.waits"));
        change.setOnAction(_ -> coaching.follow(finding));
        Reasons.disable(change, coaching.hindrance(finding).map(this::say));
    }

    private String say(Hindrance hindrance) {
        return words.say(
                switch (hindrance) {
                    case OTHER_RUN -> "coach.change.no-run";
                    case NOTHING_TO_CHANGE -> "coach.change.gone";
                });
    }

    private void offer(String preset) {
        showMeHint.setText(
                words.say("coach.show-me.meaning", "preset", PresetText.title(words, preset)));
        showMe.setOnAction(_ -> documents.load(preset));
        String now = documents.current().presetProperty().get();
        Reasons.disable(
                showMe,
                now.equals(preset)
                        ? Optional.of(words.say("coach.show-me.here"))
                        : Optional.empty());
    }
}
