package org.ganatelier.ui.images;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.action.Action;
import org.controlsfx.control.action.ActionUtils;
import org.ganatelier.data.Images;
import org.ganatelier.data.Samples;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.session.DiscriminatorEye.Subject;
import org.ganatelier.session.Improvement;
import org.ganatelier.session.LatentExplorer;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
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
import org.ganatelier.ui.widget.OutputScale;
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
    private final GridContents contents;
    private final EyeChoices choices;
    private final EyeBar eye;
    private final StackPane experiment = new StackPane();

    /**
     * @param train is offered while there is nothing to show
     * @param settings remember what of D's opinion is shown
     */
    public ImagesPanel(Session session, Action train, Settings settings, Words words) {
        this.words = words;
        this.session = session;
        this.train = train;
        choices = new EyeChoices(settings);
        contents = new GridContents(this, session.eye(), choices);
        eye = new EyeBar(choices, contents.scale().map(this::ends), words);
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
                                        generatedSide(
                                                atTop("images.grid.generated"), Subject.GENERATED),
                                        words.say("images.real"),
                                        realSide(atTop("images.grid.real")))));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        weights = new WeightsSwitch(training.weightsShownProperty(), words);
        weights.visibleProperty().bind(Live.on(this, training.averagingProperty()));
        StackPane.setAlignment(weights, Pos.TOP_RIGHT);
        StackPane.setAlignment(eye, Pos.TOP_LEFT);
        eye.visibleProperty()
                .bind(real.map(some -> some.filter(ImagesPanel::onePicture).isEmpty()));
        experiment.getStyleClass().add("improve-ground");
        experiment.setVisible(false);
        getChildren().addAll(tabs, weights, eye, experiment);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        // What needs room above the images has changed.
        weights.visibleProperty().subscribe(this::requestLayout);
        Live.on(this, training.weightsShownProperty()).subscribe(_ -> requestLayout());
        tabs.getSelectionModel().selectedIndexProperty().subscribe(_ -> requestLayout());
        Live.on(this, training.runProperty()).subscribe(_ -> closeExperiment());
    }

    /** The panel of the session's run and data. */
    public static Panel in(PanelContext context) {
        return new ImagesPanel(
                context.session(), context.train(), context.settings(), context.words());
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
                new KeyHelp(words.say("keys.enter"), words.say("images.keys.choose")),
                new KeyHelp("D, H, S", words.say("eye.keys.shown")),
                new KeyHelp("I", words.say("eye.keys.improve")));
    }

    @Override
    public void takeOver(Panel before) {
        if (before instanceof ImagesPanel other) {
            tabs.getSelectionModel().select(other.tabs.getSelectionModel().getSelectedIndex());
        }
    }

    @Override
    protected void layoutChildren() {
        makeRoomAboveImages();
        super.layoutChildren();
    }

    /**
     * Where there is no room beside the tabs, the switch has a line of its own below them. What is
     * to be seen of D then stands beside the images, or above them, whichever leaves them larger.
     */
    private void makeRoomAboveImages() {
        Node headers = tabs.lookup(".headers-region");
        Node bar = tabs.lookup(".tab-header-area");
        if (headers == null || bar == null) {
            return;
        }
        double gap = Zoom.of(this) * BESIDE;
        double names = headers.prefWidth(-1) + gap;
        double switchWidth = weights.isVisible() ? weights.prefWidth(-1) : 0;
        boolean below = names + switchWidth > getWidth();
        double head = bar.prefHeight(-1);
        double switchRoom = below && weights.isVisible() ? weights.prefHeight(-1) : 0;
        boolean beside = names + eye.oneRow() + (below ? 0 : switchWidth + gap) <= getWidth();
        setRoom(weights, below ? head : 0, 0);
        setRoom(experiment, head, 0);
        boolean upright = eye.isVisible() && !beside && isLargerBeside(head + switchRoom);
        eye.stand(upright);
        double eyeRoom = eye.isVisible() && !beside && !upright ? eye.prefHeight(getWidth()) : 0;
        if (beside) {
            setRoom(eye, (head - eye.lines(eye.oneRow())) / 2, names);
        } else {
            setRoom(eye, head + switchRoom, 0);
        }
        double column = upright ? eye.oneColumn() : 0;
        eye.setMaxWidth(beside ? eye.oneRow() : upright ? column : Double.MAX_VALUE);
        var room = new Insets(switchRoom + eyeRoom, column, 0, column);
        tabs.getTabs()
                .forEach(
                        tab -> {
                            var content = (Region) tab.getContent();
                            if (!room.equals(content.getPadding())) {
                                content.setPadding(room);
                            }
                        });
    }

    /** Whether one grid gets larger with what is to be seen of D beside it than below that. */
    private boolean isLargerBeside(double above) {
        if (shownGrids() > 1) {
            return false;
        }
        double height = getHeight() - above;
        double side = Math.min(getWidth() - 2 * eye.oneColumn(), height);
        return side > Math.min(getWidth(), height - eye.lines(getWidth()));
    }

    private int shownGrids() {
        boolean both =
                weights.isVisible()
                        && session.training().weightsShownProperty().get() == WeightsShown.BOTH;
        return switch (tabs.getSelectionModel().getSelectedIndex()) {
            case 0 -> both ? 2 : 1;
            case 1 -> 1;
            default -> 2;
        };
    }

    private static void setRoom(Node node, double above, double left) {
        var margin = new Insets(above, 0, 0, left);
        if (!margin.equals(getMargin(node))) {
            setMargin(node, margin);
        }
    }

    private void press(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || !eye.isVisible()) {
            return;
        }
        BooleanProperty choice =
                switch (event.getCode()) {
                    case D -> choices.borders;
                    case H -> choices.heat;
                    case S -> choices.sorted;
                    default -> null;
                };
        if (choice != null) {
            choice.set(!choice.get());
            event.consume();
        }
    }

    private EyeBar.OutputEnds ends(OutputScale scale) {
        return new EyeBar.OutputEnds(
                words.say("eye.key.low", "output", end(scale, scale.low())),
                words.say("eye.key.high", "output", end(scale, scale.high())));
    }

    private String end(OutputScale scale, double value) {
        return value == Math.rint(value) ? words.figure(value, 0) : scale.label(value, words);
    }

    /** Opens the experiment with one image over the grids. */
    private void improve(Subject subject, Images image, int index) {
        byte[] labels = session.eye().labels(subject);
        var label = labels.length == 0 ? labels : new byte[] {labels[index]};
        var pane =
                new ImprovePane(
                        new Improvement(session.eye(), image, label),
                        words.say("eye.improve.title", "n", index + 1),
                        this::closeExperiment,
                        words);
        var frame = new StackPane(pane);
        frame.getStyleClass().add("improve-frame");
        var scroll = new ScrollPane(frame);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        experiment.getChildren().setAll(scroll);
        experiment.setVisible(true);
        // It holds the pane as soon as it has a style, and only then can that take the keyboard.
        experiment.applyCss();
        pane.begin();
    }

    private void closeExperiment() {
        boolean had = experiment.isVisible();
        experiment.setVisible(false);
        experiment.getChildren().clear();
        if (had) {
            tabs.requestFocus();
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
        Node one = generatedSide(grid("images.grid.generated"), Subject.GENERATED);
        Node two =
                new SideBySide(
                        words.say("images.averaged"),
                        generatedSide(atTop("images.grid.averaged"), Subject.GENERATED),
                        words.say("images.raw"),
                        generatedSide(atTop("images.grid.raw"), Subject.RAW));
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

    private Node generatedSide(ImageGrid grid, Subject subject) {
        ObservableValue<Optional<Images>> images = subject == Subject.RAW ? raw : generated;
        Live.on(this, session.walk().classesProperty())
                .subscribe(told -> grid.nameRows(ClassText.names(words, told.rows())));
        contents.show(grid, subject, images);
        grid.setOnImproved((image, index) -> improve(subject, image, index));
        grid.setOnChosen(session.walk()::choose);
        Live.on(this, session.walk().endsProperty())
                .subscribe((LatentExplorer.Ends ends) -> grid.mark(ends));
        return framed(grid, startHint(), images);
    }

    private Node realSide(ImageGrid grid) {
        contents.show(grid, Subject.REAL, real);
        grid.setOnImproved((image, index) -> improve(Subject.REAL, image, index));
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

    /** All points are in one picture. */
    private static boolean onePicture(Images images) {
        return images.count() == 1;
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
