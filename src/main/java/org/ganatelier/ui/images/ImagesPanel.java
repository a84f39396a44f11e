package org.ganatelier.ui.images;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.action.Action;
import org.controlsfx.control.action.ActionUtils;
import org.ganatelier.data.Images;
import org.ganatelier.data.Samples;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.session.LatentExplorer;
import org.ganatelier.session.Session;
import org.ganatelier.session.Training;
import org.ganatelier.session.TrainingState;
import org.ganatelier.session.WeightsShown;
import org.ganatelier.text.ClassText;
import org.ganatelier.text.DataText;
import org.ganatelier.text.Words;
import org.ganatelier.train.RunEvent;
import org.ganatelier.ui.panel.KeyHelp;
import org.ganatelier.ui.panel.Panel;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.Zoom;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Optional;

/** Generated images, real ones, and both side by side. */
public final class ImagesPanel extends StackPane implements Panel {
    /** Between the tabs and the switch, and at the ends of both. */
    private static final double BESIDE = 24;

    private final Words words;
    private final Session session;
    private final Action train;
    private final ObservableValue<Optional<Images>> generated;
    private final ObservableValue<Optional<Images>> raw;
    private final ObservableValue<Optional<Images>> real;
    private final TabPane tabs;
    private final WeightsSwitch weights;

    /**
     * @param train is offered while there is nothing to show
     */
    public ImagesPanel(Session session, Action train, Words words) {
        this.words = words;
        this.session = session;
        this.train = train;
        Training training = session.training();
        raw =
                Live.on(this, training.previewProperty())
                        .map(shown -> shown.flatMap(RunEvent.Preview::raw).map(Samples::pictures));
        generated = Live.on(this, training.imagesProperty());
        real = Live.on(this, session.data().shownProperty());
        getStyleClass().add("images-panel");
        tabs =
                new TabPane(
                        tab("images.generated", generatedTab()),
                        tab("images.real", realSide(grid("images.grid.real"))),
                        tab(
                                "images.both",
                                new SideBySide(
                                        words.say("images.generated"),
                                        generatedSide(atTop("images.grid.generated"), generated),
                                        words.say("images.real"),
                                        realSide(atTop("images.grid.real")))));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        weights = new WeightsSwitch(training.weightsShownProperty(), words);
        weights.visibleProperty().bind(Live.on(this, training.averagingProperty()));
        StackPane.setAlignment(weights, Pos.TOP_RIGHT);
        getChildren().addAll(tabs, weights);
    }

    /** The panel of the session's run and data. */
    public static Panel in(PanelContext context) {
        return new ImagesPanel(context.session(), context.train(), context.words());
    }

    @Override
    public String id() {
        return "images";
    }

    @Override
    public String title() {
        return words.say("images.title");
    }

    @Override
    public Feather icon() {
        return Feather.IMAGE;
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public String sheet() {
        return "images.css";
    }

    @Override
    public List<KeyHelp> keys() {
        return List.of(
                new KeyHelp(words.say("keys.arrows"), words.say("images.keys.next")),
                new KeyHelp(words.say("keys.enter"), words.say("images.keys.choose")));
    }

    @Override
    public void takeOver(Panel before) {
        if (before instanceof ImagesPanel other) {
            tabs.getSelectionModel().select(other.tabs.getSelectionModel().getSelectedIndex());
        }
    }

    @Override
    protected void layoutChildren() {
        keepSwitchOffTabs();
        super.layoutChildren();
    }

    /** Where there is no room beside the tabs, the switch has a line of its own below them. */
    private void keepSwitchOffTabs() {
        Node headers = tabs.lookup(".headers-region");
        Node bar = tabs.lookup(".tab-header-area");
        if (headers == null || bar == null) {
            return;
        }
        double needed = headers.prefWidth(-1) + weights.prefWidth(-1) + Zoom.of(this) * BESIDE;
        boolean below = weights.isVisible() && needed > getWidth();
        var margin = new Insets(below ? bar.prefHeight(-1) : 0, 0, 0, 0);
        if (!margin.equals(getMargin(weights))) {
            setMargin(weights, margin);
            var room = new Insets(below ? weights.prefHeight(-1) : 0, 0, 0, 0);
            tabs.getTabs().forEach(tab -> ((Region) tab.getContent()).setPadding(room));
        }
    }

    private Tab tab(String key, Node content) {
        var tab = new Tab(words.say(key), new StackPane(content));
        tab.setTooltip(new Tooltip(words.say(key + ".meaning")));
        return tab;
    }

    /** One grid, or two where the images of both kinds of weights are wanted and there are both. */
    private Node generatedTab() {
        Training training = session.training();
        Node one = generatedSide(grid("images.grid.generated"), generated);
        Node two =
                new SideBySide(
                        words.say("images.averaged"),
                        generatedSide(atTop("images.grid.averaged"), generated),
                        words.say("images.raw"),
                        generatedSide(atTop("images.grid.raw"), raw));
        ObservableValue<WeightsShown> shown = Live.on(this, training.weightsShownProperty());
        var both =
                Bindings.createBooleanBinding(
                        () -> shown.getValue() == WeightsShown.BOTH && raw.getValue().isPresent(),
                        shown,
                        raw);
        two.visibleProperty().bind(both);
        one.visibleProperty().bind(both.not());
        return new StackPane(one, two);
    }

    private ImageGrid grid(String key) {
        return new ImageGrid(words.say(key), words);
    }

    private ImageGrid atTop(String key) {
        ImageGrid grid = grid(key);
        grid.alignTop();
        return grid;
    }

    private Node generatedSide(ImageGrid grid, ObservableValue<Optional<Images>> images) {
        Live.on(this, session.walk().classesProperty())
                .subscribe(classes -> grid.nameRows(ClassText.names(words, classes)));
        Live.whileSeen(grid, images).subscribe(grid::show);
        grid.setOnChosen(session.walk()::choose);
        Live.on(this, session.walk().endsProperty())
                .subscribe((LatentExplorer.Ends ends) -> grid.mark(ends));
        return framed(grid, startHint(), images);
    }

    private Node realSide(ImageGrid grid) {
        Live.whileSeen(grid, real).subscribe(grid::show);
        var hint = new Label();
        hint.getStyleClass().add("text-muted");
        hint.textProperty()
                .bind(
                        Live.on(this, session.data().problemProperty())
                                .map(
                                        problem ->
                                                problem.map(p -> DataText.say(words, p))
                                                        .orElseGet(
                                                                () ->
                                                                        words.say(
                                                                                "images.reading"))));
        hint.setWrapText(true);
        return framed(grid, hint, real);
    }

    /** The grid, or the hint while there is nothing to show. */
    private static Node framed(
            ImageGrid grid, Node hint, ObservableValue<Optional<Images>> images) {
        var empty = new ReadOnlyBooleanWrapper();
        empty.bind(images.map(Optional::isEmpty));
        hint.visibleProperty().bind(empty);
        grid.visibleProperty().bind(empty.not());
        var frame = new StackPane(grid, hint);
        frame.getStyleClass().add("image-frame");
        return frame;
    }

    private String hint(Outcome outcome) {
        if (!train.isDisabled()) {
            return "images.watch";
        }
        return outcome.isUnfinished() ? "images.finish-first" : "images.fix-first";
    }

    private Node startHint() {
        var title = new Label();
        title.getStyleClass().add("title-4");
        var text = new Label();
        var outcome = Live.on(text, session.editor().outcomeProperty());
        text.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> words.say(hint(outcome.getValue())),
                                train.disabledProperty(),
                                outcome));
        text.setWrapText(true);
        text.getStyleClass().addAll("text-muted", "hint-text");
        ButtonBase button = ActionUtils.createButton(train);
        button.getStyleClass().add("success");
        Live.on(this, session.training().stateProperty())
                .subscribe(
                        state -> {
                            boolean waiting = state == TrainingState.LOADING;
                            title.setText(
                                    words.say(
                                            waiting
                                                    ? "images.getting-ready"
                                                    : "images.nothing-yet"));
                            button.setVisible(!waiting);
                        });
        var box = new VBox(title, text, button);
        box.getStyleClass().add("empty-hint");
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
