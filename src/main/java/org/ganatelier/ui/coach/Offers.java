package org.ganatelier.ui.coach;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

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

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be done about a finding, by one click each. The buttons stay when more is said: one that
 * is pressed, or has the keyboard, is not lost. FX thread only.
 */
final class Offers {
    private final Coaching coaching;
    private final Documents documents;
    private final Words words;
    private final Button change = button("coach-change", Feather.EDIT_2);
    private final Tooltip changeHint = Hints.on(change, "");
    private final Button showMe = button("coach-show-me", Feather.PLAY_CIRCLE);
    private final Tooltip showMeHint = Hints.on(showMe, "");
    private final Runnable done;

    /**
     * @param done is told of each click
     */
    Offers(Session session, Words words, Runnable done) {
        this.words = words;
        this.done = done;
        coaching = session.coaching();
        documents = session.documents();
        showMe.setText(words.say("coach.show-me"));
    }

    private static Button button(String id, Feather icon) {
        var button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("coach-button");
        return button;
    }

    /** The buttons for a finding, the most important first. */
    List<Button> of(Finding finding) {
        finding.remedy().ifPresent(remedy -> offer(finding, remedy));
        finding.preset().ifPresent(this::offer);
        return Stream.of(finding.remedy().map(_ -> change), finding.preset().map(_ -> showMe))
                .flatMap(Optional::stream)
                .toList();
    }

    private void offer(Finding finding, Remedy remedy) {
        change.setText(CoachText.remedy(words, remedy));
        changeHint.setText(
                words.say(
                        coaching.reachesRun(remedy) ? "coach.change.live" : "coach.change.waits"));
        change.setOnAction(
                _ -> {
                    done.run();
                    coaching.follow(finding);
                });
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
        showMe.setOnAction(
                _ -> {
                    done.run();
                    documents.load(preset);
                });
        String now = documents.current().presetProperty().get();
        Reasons.disable(
                showMe,
                now.equals(preset)
                        ? Optional.of(words.say("coach.show-me.here"))
                        : Optional.empty());
    }
}
