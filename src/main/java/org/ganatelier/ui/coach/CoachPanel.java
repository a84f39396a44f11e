package org.ganatelier.ui.coach;

import atlantafx.base.theme.Styles;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.ganatelier.coach.fact.Finding;
import org.ganatelier.coach.fact.Remedy;
import org.ganatelier.coach.fact.Severity;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.session.Coaching;
import org.ganatelier.session.Coaching.Hindrance;
import org.ganatelier.session.Coaching.State;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.text.CoachText;
import org.ganatelier.text.PresetText;
import org.ganatelier.text.Words;
import org.ganatelier.train.RunRecord;
import org.ganatelier.ui.panel.Panel;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.Reasons;
import org.ganatelier.ui.widget.Zoom;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
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

    private final Session session;
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
    private final FlowPane actions = new FlowPane();
    private final Label source = new Label();
    private final HBox body;

    /**
     * @param settings remember whether the coach is on
     */
    public CoachPanel(Session session, Settings settings, Words words) {
        this.session = session;
        this.words = words;
        coaching = session.coaching();
        picture = new SmallPicture(words);
        body = body();
        getStyleClass().add("coach-panel");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(head(), body, foot());
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
        source.setVisible(!isInLowPlace());
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

    private Node foot() {
        actions.getStyleClass().add("coach-actions");
        actions.managedProperty().bind(actions.visibleProperty());
        source.managedProperty().bind(source.visibleProperty());
        return actions;
    }

    private void show(State state) {
        boolean said = state instanceof State.Said;
        body.setVisible(said);
        actions.setVisible(said);
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
        Finding finding = said.front();
        RunRecord record = said.record();
        DataSpec data = record.beginning().data();
        title.setText(CoachText.title(words, finding));
        String step = words.say("coach.step", "step", said.newest().step());
        when.setText(said.holds() ? step : step + " · " + words.say("coach.over"));
        pseudoClassStateChanged(PAST, !said.holds());
        pseudoClassStateChanged(pseudoClass(finding.severity()), true);
        text.setText(CoachText.text(words, finding, data));
        picture.show(finding, record);
        earlier.setText(words.say("coach.earlier", "n", said.findings().size() - 1));
        earlier.getItems().setAll(items(said.findings()));
        var buttons = new ArrayList<Node>();
        finding.remedy().ifPresent(remedy -> buttons.add(change(finding, remedy)));
        finding.preset().ifPresent(preset -> buttons.add(showMe(preset)));
        CoachText.source(finding)
                .ifPresent(
                        reference -> {
                            source.setText(reference);
                            titleHint.setText(words.say("coach.title.meaning") + "\n" + reference);
                            source.getStyleClass().setAll("label", "coach-note");
                            buttons.add(source);
                        });
        actions.getChildren().setAll(buttons);
    }

    /** Those before the newest, newest first. */
    private List<MenuItem> items(List<Finding> findings) {
        var items = new ArrayList<MenuItem>();
        for (Finding finding : findings.subList(0, findings.size() - 1).reversed()) {
            items.add(
                    new MenuItem(
                            words.say("coach.step", "step", finding.step())
                                    + ": "
                                    + CoachText.title(words, finding)));
        }
        return items;
    }

    private Button change(Finding finding, Remedy remedy) {
        var button = new Button(CoachText.remedy(words, remedy), new FontIcon(Feather.EDIT_2));
        button.setId("coach-change");
        button.getStyleClass().add("coach-button");
        button.setWrapText(true);
        Hints.on(button, words.say(remedy.isLive() ? "coach.change.live" : "coach.change.waits"));
        button.setOnAction(_ -> coaching.follow(finding));
        Reasons.disable(button, coaching.hindrance(finding).map(this::say));
        return button;
    }

    private String say(Hindrance hindrance) {
        return words.say(
                switch (hindrance) {
                    case OTHER_RUN -> "coach.change.no-run";
                    case NOTHING_TO_CHANGE -> "coach.change.gone";
                });
    }

    private Button showMe(String preset) {
        var button = new Button(words.say("coach.show-me"), new FontIcon(Feather.PLAY_CIRCLE));
        button.setId("coach-show-me");
        button.getStyleClass().add("coach-button");
        Hints.on(
                button,
                words.say("coach.show-me.meaning", "preset", PresetText.title(words, preset)));
        button.setOnAction(_ -> session.documents().load(preset));
        String now = session.documents().current().presetProperty().get();
        Reasons.disable(
                button,
                now.equals(preset)
                        ? Optional.of(words.say("coach.show-me.here"))
                        : Optional.empty());
        return button;
    }
}
