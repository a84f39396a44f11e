package org.ganatelier.ui.code;

import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.ganatelier.exchange.ModelCode;
import org.ganatelier.exchange.model.ModelFormat;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.text.Words;
import org.ganatelier.ui.panel.KeyHelp;
import org.ganatelier.ui.panel.Panel;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.Segments;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The edited experiment as code of another framework, which follows every edit. FX thread only. */
public final class CodePanel extends VBox implements Panel {
    private static final String FRAMEWORK = "code-framework";
    private static final Duration THANKS = Duration.seconds(2);

    private final Settings settings;
    private final Words words;
    private final ObservableValue<Outcome> outcome;
    private final ObjectProperty<ModelFormat> framework;
    private final CodeProblems problems;
    private final CodeList list;

    /**
     * @param outcome of the planning of what is edited
     * @param selected of the experiment; shared with whoever shows parts of it
     * @param settings know the framework of the last time
     */
    public CodePanel(
            ObservableValue<Outcome> outcome,
            Property<Optional<Place>> selected,
            Settings settings,
            Words words) {
        this.settings = settings;
        this.words = words;
        this.outcome = Live.whileSeen(this, outcome);
        framework = new SimpleObjectProperty<>(firstFramework(outcome.getValue().plan()));
        problems = new CodeProblems(selected, words);
        list = new CodeList(selected, words);
        getStyleClass().add("code-panel");
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head(), problems, list);
        this.outcome.subscribe(_ -> show());
        framework.subscribe((_, chosen) -> choose(chosen));
    }

    /** The panel of the session's experiment. */
    public static Panel in(PanelContext context) {
        Session session = context.session();
        return new CodePanel(
                session.editor().outcomeProperty(),
                session.selectedPlaceProperty(),
                context.settings(),
                context.words());
    }

    @Override
    public String id() {
        return "code";
    }

    @Override
    public String title() {
        return words.say("code.title");
    }

    @Override
    public Feather icon() {
        return Feather.CODE;
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public String sheet() {
        return "code.css";
    }

    /** It takes the place of the images until somebody wants them back. */
    @Override
    public boolean isShownAtFirst() {
        return false;
    }

    @Override
    public Node entrance() {
        return list;
    }

    @Override
    public List<KeyHelp> keys() {
        return List.of(
                new KeyHelp(words.say("code.keys.lines"), words.say("code.keys.lines.meaning")),
                new KeyHelp(words.say("code.keys.copy"), words.say("code.keys.copy.meaning")));
    }

    private Node head() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(frameworks(), space, copyButton());
        head.getStyleClass().add("code-head");
        return head;
    }

    private Node frameworks() {
        return new Segments<>(
                framework,
                frameworks(outcome.getValue().plan()).stream()
                        .map(
                                each ->
                                        new Segments.Choice<>(
                                                each,
                                                "code-" + each.id(),
                                                each.title(),
                                                words.say(
                                                        "code.framework.hint",
                                                        "framework",
                                                        each.title())))
                        .toList());
    }

    private Button copyButton() {
        var button = new Button(words.say("code.copy"), new FontIcon(Feather.COPY));
        button.setId("code-copy");
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(USE_PREF_SIZE);
        Hints.on(button, words.say("code.copy.hint"));
        var thanks = new PauseTransition(THANKS);
        thanks.setOnFinished(_ -> button.setText(words.say("code.copy")));
        button.setOnAction(
                _ -> {
                    CodeList.copy(list.text());
                    button.setText(words.say("code.copied"));
                    thanks.playFromStart();
                });
        return button;
    }

    private static List<ModelFormat> frameworks(Plan plan) {
        return Arrays.stream(ModelFormat.values())
                .filter(each -> ModelCode.of(each, plan).isPresent())
                .toList();
    }

    private ModelFormat firstFramework(Plan plan) {
        List<ModelFormat> all = frameworks(plan);
        return settings.choice(FRAMEWORK)
                .flatMap(ModelFormat::ofId)
                .filter(all::contains)
                .orElseGet(all::getFirst);
    }

    private void choose(ModelFormat chosen) {
        settings.setChoice(FRAMEWORK, chosen.id());
        show();
    }

    private void show() {
        Outcome now = outcome.getValue();
        problems.show(now.problems());
        ModelCode.of(framework.get(), now.plan()).ifPresent(list::show);
    }
}
