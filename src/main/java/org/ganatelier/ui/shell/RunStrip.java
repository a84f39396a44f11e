package org.ganatelier.ui.shell;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.controlsfx.control.action.Action;
import org.ganatelier.session.Difference;
import org.ganatelier.session.RunEntry;
import org.ganatelier.session.Session;
import org.ganatelier.text.RunText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.Reasons;
import org.ganatelier.ui.widget.Repaint;
import org.ganatelier.ui.widget.Terms;
import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;
import java.util.Set;

/**
 * The line over the panels: which run they show, and what of the experiment is not in the current
 * run yet. It is always there and always as high, so that nothing moves when something waits.
 */
final class RunStrip extends HBox {
    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
    private static final PseudoClass EARLIER = PseudoClass.getPseudoClass("earlier");

    private final Session session;
    private final Words words;

    /**
     * @param reset begins again with what waits
     */
    RunStrip(Session session, Action reset, Words words) {
        this.session = session;
        this.words = words;
        getStyleClass().add("run-strip");
        setAlignment(Pos.CENTER_LEFT);
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        getChildren().addAll(run(), current(), spring, waiting(reset), again(reset));
        Live.on(this, session.training().changesWaitProperty())
                .subscribe(waits -> pseudoClassStateChanged(WAITING, waits));
        Live.on(this, session.runs().shownProperty())
                .subscribe(shown -> pseudoClassStateChanged(EARLIER, isEarlier(shown)));
    }

    /** Which run the panels show, and how far it is. */
    private Node run() {
        var label = new Label();
        label.getStyleClass().add("run-shown");
        label.setMinWidth(0);
        Hints.on(label, words.say("shell.strip.run.hint"));
        Terms.on(label, "run", words);
        var runs = session.runs();
        Live.on(label, runs.shownProperty()).subscribe(_ -> label.setText(text()));
        Live.on(label, runs.currentProperty()).subscribe(_ -> label.setText(text()));
        var step = new Repaint(label, () -> label.setText(text()));
        Live.on(label, session.training().revisionProperty()).subscribe(_ -> step.request());
        return label;
    }

    private String text() {
        return session.runs()
                .shownProperty()
                .get()
                .map(run -> RunText.say(words, run, session.runs().isCurrent(run)))
                .orElseGet(() -> words.say("shell.strip.none"));
    }

    private boolean isEarlier(Optional<RunEntry> shown) {
        return shown.filter(run -> !session.runs().isCurrent(run)).isPresent();
    }

    /** Leads back from an earlier run. */
    private Node current() {
        var link = new Hyperlink(words.say("shell.strip.current"));
        link.setId("show-current");
        link.setMinWidth(USE_PREF_SIZE);
        Hints.on(link, words.say("shell.strip.current.hint"));
        link.setOnAction(_ -> session.runs().showCurrent());
        link.setVisible(false);
        Live.on(link, session.runs().shownProperty())
                .subscribe(shown -> link.setVisible(isEarlier(shown)));
        link.managedProperty().bind(link.visibleProperty());
        return link;
    }

    private Node waiting(Action reset) {
        var label = new Label("", new Icon(Feather.CLOCK));
        label.getStyleClass().add("changes-wait");
        label.setMinWidth(0);
        var hint = Hints.on(label, "");
        Live.on(label, session.training().waitingChangesProperty())
                .subscribe(what -> label.setText(waits(what, reset.isDisabled())));
        Live.on(label, reset.disabledProperty())
                .subscribe(
                        locked ->
                                label.setText(
                                        waits(
                                                session.training().waitingChangesProperty().get(),
                                                locked)));
        hint.textProperty().bind(label.textProperty());
        label.visibleProperty().bind(Live.on(label, session.training().changesWaitProperty()));
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private String waits(Set<Difference> what, boolean locked) {
        String names = RunText.say(words, what);
        return words.say(
                locked ? "shell.strip.waiting.locked" : "shell.strip.waiting", "what", names);
    }

    private Node again(Action reset) {
        var button = new Button(words.say("shell.strip.again"), new Icon(Feather.ROTATE_CCW));
        button.setId("start-again");
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add("small");
        Hints.on(button, words.say("shell.strip.again.hint"));
        Reasons.disableAs(button, reset);
        button.visibleProperty().bind(Live.on(button, session.training().changesWaitProperty()));
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(reset);
        return button;
    }
}
