package org.ganatelier.ui.coach;

import atlantafx.base.theme.Styles;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
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
import org.ganatelier.train.RunRecord;
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
import java.util.OptionalDouble;

/**
 * What happens in the run, in plain words: one finding in front, with figures, a small picture and
 * what would help. FX thread only.
 */
public final class CoachPanel extends VBox implements Panel {
    private static final String CHOICE = "coach";
    private static final String OFF = "off";
    private static final PseudoClass SILENT = PseudoClass.getPseudoClass("silent");
    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");

    /** The head, two lines beside the picture, and the buttons; one line while it is silent. */
    private static final double HEIGHT = 100;

    /**
     * In a place that is not so high it takes no more than {@link #HEIGHT}; else twice the lines.
     */
    private static final double HIGH = 480;

    private final Coaching coaching;
    private final Words words;
    private final Label title = new Label();
    private final Tooltip titleHint = Hints.on(title, "");
    private final Label when = new Label();
    private final FontIcon sign = new FontIcon(Feather.MESSAGE_CIRCLE);
    private final MenuButton earlier = new MenuButton();
    private final ToggleButton power = new ToggleButton();
    private final Tooltip powerHint = Hints.on(power, "");
    private final Label text = new Label();
    private final SmallPicture picture;
    private final Advice advice;
    private final HBox body;

    /** What is listed, and what is in front of it. */
    private List<Finding> listed = List.of();

    private Optional<Finding> inFront = Optional.empty();

    /** An earlier finding that the user looks at, until there is a newer one. */
    private Optional<Finding> chosen = Optional.empty();

    private Optional<Finding> newest = Optional.empty();

    /**
     * @param settings remember whether the coach is on
     */
    public CoachPanel(Session session, Settings settings, Words words) {
        this.words = words;
        coaching = session.coaching();
        picture = new SmallPicture(words);
        advice = new Advice(session, words);
        body = body();
        getStyleClass().add("coach-panel");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(head(), body, advice);
        coaching.onProperty().set(settings.choice(CHOICE).filter(OFF::equals).isEmpty());
        power.setSelected(coaching.onProperty().get());
        power.setOnAction(
                _ -> {
                    coaching.onProperty().set(power.isSelected());
                    settings.setChoice(CHOICE, power.isSelected() ? "on" : OFF);
                });
        Live.whileSeen(this, coaching.stateProperty()).subscribe(this::show);
        Live.whileSeen(this, session.editor().experimentProperty())
                .subscribe(_ -> show(coaching.stateProperty().get()));
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
            show(coaching.stateProperty().get());
        }
    }

    @Override
    public OptionalDouble height() {
        return OptionalDouble.of(HEIGHT);
    }

    @Override
    protected double computePrefHeight(double width) {
        double wanted = super.computePrefHeight(width);
        return isInLowPlace() ? Math.min(wanted, Zoom.of(this) * HEIGHT) : wanted;
    }

    /** Below images that need the room; in a tab it has all of it. */
    private boolean isInLowPlace() {
        return getParent() instanceof VBox place && place.getHeight() < Zoom.of(this) * HIGH;
    }

    @Override
    protected void layoutChildren() {
        // There it would take a line of its own; the finding's title names it too.
        advice.showSource(!isInLowPlace());
        super.layoutChildren();
    }

    private Node head() {
        title.getStyleClass().add("coach-title");
        title.setWrapText(true);
        when.getStyleClass().add("coach-note");
        when.setMinWidth(USE_PREF_SIZE);
        when.managedProperty().bind(when.textProperty().isNotEmpty());
        earlier.getStyleClass().add("coach-earlier");
        earlier.setMinWidth(USE_PREF_SIZE);
        earlier.managedProperty().bind(earlier.visibleProperty());
        power.getStyleClass().add("coach-power");
        power.getStyleClass().add(Styles.FLAT);
        power.setGraphic(new FontIcon(Feather.POWER));
        power.setMinWidth(USE_PREF_SIZE);
        sign.getStyleClass().add("coach-sign");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        var head = new HBox(sign, title, when, earlier, power);
        head.getStyleClass().add("coach-head");
        return head;
    }

    private HBox body() {
        text.getStyleClass().add("coach-text");
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        var scroll = new ScrollPane(text);
        scroll.getStyleClass().add("coach-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        var row = new HBox(scroll, picture);
        row.getStyleClass().add("coach-body");
        row.managedProperty().bind(row.visibleProperty());
        VBox.setVgrow(row, Priority.ALWAYS);
        return row;
    }

    private void show(State state) {
        boolean said = state instanceof State.Said;
        body.setVisible(said);
        advice.setVisible(said);
        earlier.setVisible(state instanceof State.Said of && of.findings().size() > 1);
        when.setText("");
        titleHint.setText(words.say("coach.title.meaning"));
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
        switch (state) {
            case State.Off() -> title.setText(words.say("coach.off"));
            case State.NoRun() -> title.setText(words.say("coach.no-run"));
            case State.Watching() -> title.setText(words.say("coach.watching"));
            case State.Said of -> show(of);
        }
        setAccessibleText(said ? title.getText() + ", " + text.getText() : title.getText());
    }

    private static PseudoClass pseudoClass(Severity severity) {
        return PseudoClass.getPseudoClass(severity.name().toLowerCase(Locale.ROOT));
    }

    private void show(State.Said said) {
        if (!newest.equals(Optional.of(said.newest()))) {
            newest = Optional.of(said.newest());
            chosen = Optional.empty();
        }
        chosen = chosen.filter(said.findings()::contains);
        boolean isNewest = chosen.isEmpty();
        boolean holds = isNewest && said.holds();
        Finding finding = chosen.orElse(said.front());
        RunRecord record = said.record();
        title.setText(CoachText.title(words, finding));
        when.setText(when(chosen.orElse(said.newest()), isNewest && !holds));
        pseudoClassStateChanged(PAST, !holds);
        pseudoClassStateChanged(pseudoClass(finding.severity()), true);
        text.setText(CoachText.text(words, finding, record.beginning().data()));
        picture.show(finding, record);
        list(said.findings(), chosen.orElse(said.newest()), isNewest);
        advice.show(finding);
        CoachText.source(finding)
                .ifPresent(
                        reference ->
                                titleHint.setText(
                                        words.say("coach.title.meaning") + "\n" + reference));
    }

    private String when(Finding finding, boolean over) {
        String step = words.say("coach.step", "step", finding.step());
        return over ? step + " · " + words.say("coach.over") : step;
    }

    /** All but the one in front, newest first; the menu stays open while nothing is new. */
    private void list(List<Finding> findings, Finding front, boolean isNewest) {
        if (findings.equals(listed) && inFront.equals(Optional.of(front))) {
            return;
        }
        listed = findings;
        inFront = Optional.of(front);
        earlier.setText(
                words.say(isNewest ? "coach.earlier" : "coach.others", "n", findings.size() - 1));
        earlier.getItems()
                .setAll(
                        findings.reversed().stream()
                                .filter(finding -> !finding.equals(front))
                                .map(this::item)
                                .toList());
    }

    private MenuItem item(Finding finding) {
        var item = new MenuItem(when(finding, false) + ": " + CoachText.title(words, finding));
        item.setOnAction(
                _ -> {
                    chosen = Optional.of(finding).filter(one -> !newest.equals(Optional.of(one)));
                    show(coaching.stateProperty().get());
                });
        return item;
    }
}
