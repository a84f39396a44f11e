package org.ganatelier.ui.coach;

import atlantafx.base.theme.Styles;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.ganatelier.coach.fact.Finding;
import org.ganatelier.coach.fact.Severity;
import org.ganatelier.session.Coaching;
import org.ganatelier.session.Coaching.State;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.text.CoachText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.panel.Panel;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.Zoom;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What happens in the run, in plain words: one line, from which a page opens that tells all of it.
 * Where it has the room it shows the page itself. FX thread only.
 */
public final class CoachPanel extends VBox implements Panel {
    private static final String CHOICE = "coach";
    private static final String OFF = "off";
    private static final PseudoClass SILENT = PseudoClass.getPseudoClass("silent");
    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");

    /** The line, and a page of two lines of text and a picture. */
    private static final double ROOM_FOR_PAGE = 160;

    private final Coaching coaching;
    private final Words words;
    private final Offers offers;
    private final Button more = new Button();
    private final ToggleButton power = new ToggleButton();
    private final Tooltip powerHint = Hints.on(power, "");
    private final CoachLine line;
    private final Tooltip titleHint;
    private final Tooltip sentenceHint;
    private final CoachPage page;
    private final CoachPopup popup;

    /** An earlier finding that the user looks at, until there is a newer one. */
    private Optional<Finding> chosen = Optional.empty();

    private Optional<Finding> newest = Optional.empty();

    /**
     * @param settings remember whether the coach is on
     */
    public CoachPanel(Session session, Settings settings, Words words) {
        this.words = words;
        coaching = session.coaching();
        line = new CoachLine(more, power);
        titleHint = Hints.on(line.title, "");
        sentenceHint = Hints.on(line.sentence, "");
        offers = new Offers(session, words, this::closePopup);
        page = new CoachPage(words, new Offers(session, words, () -> {}), this::choose);
        page.setVisible(false);
        page.managedProperty().bind(page.visibleProperty());
        var inPopup = new Offers(session, words, this::closePopup);
        popup = new CoachPopup(line, new CoachPage(words, inPopup, this::choose));
        getStyleClass().add("coach-panel");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(line, page);
        coaching.onProperty().set(settings.choice(CHOICE).filter(OFF::equals).isEmpty());
        prepare(settings);
        Live.whileSeen(this, coaching.stateProperty()).subscribe(_ -> show());
        Live.whileSeen(this, session.editor().experimentProperty()).subscribe(_ -> show());
        heightProperty().subscribe(this::fit);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    /** The panel of the session's run. */
    public static Panel in(PanelContext context) {
        return new CoachPanel(context.session(), context.settings(), context.words());
    }

    @Override
    public String id() {
        return "coach";
    }

    @Override
    public String title() {
        return words.say("coach.title");
    }

    @Override
    public Feather icon() {
        return Feather.MESSAGE_CIRCLE;
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public String sheet() {
        return "coach.css";
    }

    @Override
    public void takeOver(Panel before) {
        if (before instanceof CoachPanel other) {
            newest = other.newest;
            chosen = other.chosen;
            other.closePopup();
            show();
        }
    }

    /** Always one line, whatever is said: what is around it must not move. */
    @Override
    protected double computePrefHeight(double width) {
        return line.prefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return line.prefHeight(width);
    }

    private void prepare(Settings settings) {
        more.setText(words.say("coach.more"));
        more.setId("coach-more");
        more.getStyleClass().add("coach-button");
        Hints.on(more, words.say("coach.more.meaning"));
        more.setOnAction(_ -> tellMore());
        line.title.setOnMouseClicked(_ -> tellMore());
        line.sentence.setOnMouseClicked(_ -> tellMore());
        power.getStyleClass().addAll("coach-power", Styles.FLAT);
        power.setGraphic(new FontIcon(Feather.POWER));
        power.setSelected(coaching.onProperty().get());
        power.setOnAction(
                _ -> {
                    coaching.onProperty().set(power.isSelected());
                    settings.setChoice(CHOICE, power.isSelected() ? "on" : OFF);
                });
    }

    private void press(KeyEvent event) {
        if (isFocused() && event.getCode() == KeyCode.ENTER) {
            tellMore();
            event.consume();
        }
    }

    /** Opens the page, or closes it, where it is not to be seen anyway. */
    private void tellMore() {
        if (!hasRoom() && coaching.stateProperty().get() instanceof State.Said said) {
            popup.toggle(statement(said));
        }
    }

    private void closePopup() {
        popup.close();
    }

    private boolean hasRoom() {
        return getHeight() >= Zoom.of(this) * ROOM_FOR_PAGE;
    }

    /** There is more room, or less. */
    private void fit() {
        boolean shown = hasRoom() && coaching.stateProperty().get() instanceof State.Said;
        if (shown != page.isVisible()) {
            show();
        }
    }

    private void show() {
        show(coaching.stateProperty().get());
    }

    private void show(State state) {
        boolean said = state instanceof State.Said;
        titleHint.setText(words.say("coach.title.meaning"));
        line.sentence.setText("");
        line.when.setText("");
        pseudoClassStateChanged(SILENT, !said);
        pseudoClassStateChanged(PAST, false);
        for (Severity severity : Severity.values()) {
            pseudoClassStateChanged(pseudoClass(severity), false);
        }
        boolean on = !(state instanceof State.Off);
        power.setSelected(on);
        String turn = words.say(on ? "coach.turn-off" : "coach.turn-on");
        powerHint.setText(on ? words.say("coach.turn-off.meaning") : turn);
        power.setAccessibleText(turn);
        page.setVisible(said && hasRoom());
        switch (state) {
            case State.Off() -> showSilent("coach.off");
            case State.NoRun() -> showSilent("coach.no-run");
            case State.Watching() -> showSilent("coach.watching");
            case State.Said of -> show(of);
        }
        if (!said) {
            closePopup();
        }
    }

    private void showSilent(String key) {
        line.title.setText(words.say(key));
        line.say(List.of(), false);
        setAccessibleText(words.say(key));
    }

    private static PseudoClass pseudoClass(Severity severity) {
        return PseudoClass.getPseudoClass(severity.name().toLowerCase(Locale.ROOT));
    }

    private void show(State.Said said) {
        Statement now = statement(said);
        String text = now.text(words);
        line.title.setText(page.isVisible() ? title() : now.title(words));
        line.when.setText(now.when(words));
        titleHint.setText(text);
        sentenceHint.setText(text);
        pseudoClassStateChanged(PAST, !now.holds());
        pseudoClassStateChanged(pseudoClass(now.finding().severity()), true);
        setAccessibleText(now.title(words) + ", " + text);
        if (page.isVisible()) {
            page.show(now);
            line.say(List.of(), false);
        } else {
            line.sentence.setText(CoachText.firstSentence(words, text));
            line.say(offers.of(now.finding()), true);
        }
        popup.follow(now);
    }

    private Statement statement(State.Said said) {
        if (!newest.equals(Optional.of(said.newest()))) {
            newest = Optional.of(said.newest());
            chosen = Optional.empty();
        }
        chosen = chosen.filter(said.findings()::contains);
        Finding front = chosen.orElse(said.newest());
        return new Statement(
                chosen.orElse(said.front()),
                front.step(),
                chosen.isEmpty(),
                chosen.isEmpty() && said.holds(),
                said.findings().reversed().stream().filter(one -> !one.equals(front)).toList(),
                said.record());
    }

    private void choose(Finding finding) {
        chosen = Optional.of(finding).filter(one -> !newest.equals(Optional.of(one)));
        show();
    }
}
