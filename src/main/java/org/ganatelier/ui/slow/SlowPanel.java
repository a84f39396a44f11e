package org.ganatelier.ui.slow;

import javafx.animation.AnimationTimer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.action.Action;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.session.Training;
import org.ganatelier.text.Words;
import org.ganatelier.train.Run.Turn;
import org.ganatelier.train.dissection.StepRecording;
import org.ganatelier.ui.panel.KeyHelp;
import org.ganatelier.ui.panel.Panel;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.Reasons;
import org.ganatelier.ui.widget.Scrolling;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One real step in slow motion, as it was recorded. FX thread only. */
public final class SlowPanel extends StackPane implements Panel {
    private final Training training;
    private final Action train;
    private final Words words;
    private final Playback playback = new Playback();
    private final StepHead head;
    private final ScrollPane room = new ScrollPane();
    private final BorderPane player = new BorderPane();
    private final Controls controls;
    private final Node empty;
    private final ObservableValue<Boolean> moving;
    private final Clock clock = new Clock();
    private List<SubStep> steps = List.of();
    private Optional<Scenes> scenes = Optional.empty();
    private Optional<SceneView> scene = Optional.empty();

    private SlowPanel(Training training, Action train, Words words) {
        this.training = training;
        this.train = train;
        this.words = words;
        head = new StepHead(playback, words);
        empty = emptyState();
        getStyleClass().add("slow-panel");
        room.setFitToWidth(true);
        room.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        room.getStyleClass().addAll("slow-room", "edge-to-edge");
        Scrolling.paintOnlyChanges(room);
        room.viewportBoundsProperty().subscribe(() -> fit());
        player.setTop(head);
        player.setCenter(room);
        SplitMenuButton next = dissectButton("slow.next");
        next.setId("slow-next");
        controls = new Controls(playback, next, words);
        player.setBottom(controls);
        getChildren().addAll(player, empty);
        // Before the buttons, to which arrows mean the next button.
        addEventFilter(KeyEvent.KEY_PRESSED, this::go);
        playback.indexProperty().subscribe(() -> show());
        playback.progressProperty().subscribe(() -> reveal());
        ObservableValue<Boolean> seen = Live.seen(this);
        moving =
                Bindings.createBooleanBinding(
                        () -> playback.playingProperty().get() && seen.getValue(),
                        playback.playingProperty(),
                        seen);
        moving.subscribe(clock::run);
        Live.whileSeen(this, training.recordingProperty()).subscribe(this::begin);
    }

    /** The panel of the session's run. */
    public static Panel in(PanelContext context) {
        return new SlowPanel(context.session().training(), context.train(), context.words());
    }

    @Override
    public String id() {
        return "slow";
    }

    @Override
    public String title() {
        return words.say("slow.title");
    }

    @Override
    public Feather icon() {
        return Feather.FILM;
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public String sheet() {
        return "slow.css";
    }

    @Override
    public List<KeyHelp> keys() {
        return List.of(
                new KeyHelp(words.say("slow.keys.arrows"), words.say("slow.keys.arrows.meaning")));
    }

    @Override
    public void takeOver(Panel before) {
        if (before instanceof SlowPanel earlier && !earlier.steps.isEmpty()) {
            begin(training.recordingProperty().get());
            playback.show(earlier.playback.indexProperty().get());
        }
    }

    /** Takes a step of both, or from its menu of one player alone. */
    private SplitMenuButton dissectButton(String key) {
        var button =
                new SplitMenuButton(
                        only(Turn.DISCRIMINATOR, Side.DISCRIMINATOR),
                        only(Turn.GENERATOR, Side.GENERATOR));
        button.setText(words.say(key));
        button.setGraphic(new FontIcon(Feather.SKIP_FORWARD));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> training.dissect(Turn.BOTH));
        Reasons.disableAs(button, train);
        return button;
    }

    private MenuItem only(Turn turn, Side side) {
        var item = new MenuItem(words.say("slow.only", "side", side.letter()));
        item.setId("slow-only-" + side.letter().toLowerCase(Locale.ROOT));
        item.setOnAction(_ -> training.dissect(turn));
        return item;
    }

    private Node emptyState() {
        var title = new Label(words.say("slow.empty.title"));
        title.getStyleClass().add("title-4");
        title.setWrapText(true);
        var text = new Label(words.say("slow.empty.text"));
        text.getStyleClass().addAll("text-muted", "hint-text");
        text.setWrapText(true);
        SplitMenuButton button = dissectButton("slow.empty.button");
        button.setId("slow-begin");
        button.getStyleClass().add("accent");
        var box = new VBox(title, text, button);
        box.getStyleClass().add("empty-hint");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    @Override
    public Node entrance() {
        return player.isVisible() ? controls : empty;
    }

    private void begin(Optional<StepRecording> recorded) {
        player.setVisible(recorded.isPresent());
        if (empty.isFocusWithin() && recorded.isPresent()) {
            controls.focusPlay();
        }
        empty.setVisible(recorded.isEmpty());
        scenes = recorded.map(recording -> new Scenes(recording, words));
        steps = recorded.map(SubStep::of).orElse(List.of());
        recorded.ifPresent(
                recording ->
                        head.begin(recording, steps, new SlowTexts(recording.experiment(), words)));
        playback.begin(steps.size());
        show();
    }

    private void show() {
        int index = playback.indexProperty().get();
        scene = scenes.filter(_ -> index < steps.size()).map(all -> all.of(steps.get(index)));
        scenes.filter(_ -> index < steps.size())
                .ifPresent(all -> head.show(index, steps.get(index), all.texts()));
        room.setContent(scene.orElse(null));
        fit();
        room.setVvalue(0);
        reveal();
    }

    private void fit() {
        Bounds bounds = room.getViewportBounds();
        scene.ifPresent(view -> view.fit(bounds.getWidth(), bounds.getHeight()));
    }

    private void reveal() {
        scene.ifPresent(view -> view.showUntil(playback.progressProperty().get()));
    }

    private void go(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> playback.back();
            case RIGHT -> playback.next();
            case HOME -> playback.show(0);
            case END -> playback.show(steps.size() - 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Tells the playback how much time goes by while it plays and is seen. */
    private final class Clock extends AnimationTimer {
        private static final double NANOS = 1e-9;

        private long before;

        void run(boolean wanted) {
            before = 0;
            if (wanted) {
                start();
            } else {
                stop();
            }
        }

        @Override
        public void handle(long now) {
            if (before > 0) {
                playback.advance((now - before) * NANOS);
            }
            before = now;
        }
    }
}
