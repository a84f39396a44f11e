package org.ganatelier.ui.film;

import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import org.ganatelier.session.Film;
import org.ganatelier.session.Frame;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.text.Words;
import org.ganatelier.ui.panel.KeyHelp;
import org.ganatelier.ui.panel.Panel;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.Reasons;
import org.ganatelier.ui.widget.Repaint;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/**
 * The checkpoints of the run that is shown, as a film below its images: each can be looked at, gone
 * back to, and branched from. FX thread only.
 */
public final class FilmPanel extends VBox implements Panel {
    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");

    /** The head, and pictures in which four digits can be told apart. */
    private static final double HEIGHT = 100;

    private final Words words;
    private final Session session;
    private final Settings settings;
    private final Film film;
    private final FilmTexts texts;
    private final FilmPlayer player;
    private final FilmStrip strip;
    private final Label place = new Label();
    private final Label empty = new Label();
    private final Button mark;
    private final Repaint repaint = new Repaint(this, this::show);

    /**
     * @param settings remember what room checkpoints have
     */
    public FilmPanel(Session session, Settings settings, Words words) {
        this.session = session;
        this.settings = settings;
        this.words = words;
        film = session.film();
        texts = new FilmTexts(words);
        player = new FilmPlayer(film);
        strip = new FilmStrip(this::tell, this::choose);
        settings.choice(FilmMenu.BUDGET)
                .flatMap(FilmPanel::bytes)
                .ifPresent(film.budgetProperty()::set);
        getStyleClass().add("film-panel");
        setMinHeight(USE_PREF_SIZE);
        mark = icon("mark", Feather.BOOKMARK, this::mark);
        var board = new StackPane(strip, empty);
        VBox.setVgrow(board, Priority.ALWAYS);
        empty.getStyleClass().add("film-empty");
        empty.setWrapText(true);
        empty.setMouseTransparent(true);
        getChildren().addAll(head(), board);
        setFocusTraversable(true);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        ListChangeListener<Frame> listener = _ -> repaint.request();
        Live.holdWhileSeen(
                this,
                new SimpleObjectProperty<>(film),
                of -> {
                    of.frames().addListener(listener);
                    repaint.request();
                    return () -> of.frames().removeListener(listener);
                });
        Live.on(this, film.lookedAtProperty()).subscribe(_ -> show());
        Live.on(this, film.budgetProperty()).subscribe(_ -> repaint.request());
        Live.seen(this)
                .subscribe(
                        seen -> {
                            if (!seen) {
                                player.stop();
                            }
                        });
    }

    /** The panel of the session's run. */
    public static Panel in(PanelContext context) {
        return new FilmPanel(context.session(), context.settings(), context.words());
    }

    @Override
    public String id() {
        return "film";
    }

    @Override
    public String title() {
        return words.say("film.title");
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
        return "film.css";
    }

    @Override
    public OptionalDouble height() {
        return OptionalDouble.of(HEIGHT);
    }

    @Override
    public List<KeyHelp> keys() {
        return List.of(
                new KeyHelp(words.say("keys.left-right") + ", P, B, M", words.say("film.keys")));
    }

    private static Optional<Long> bytes(String megabytes) {
        try {
            return Optional.of(Long.parseLong(megabytes) << 20).filter(bytes -> bytes >= 0);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private Node head() {
        place.getStyleClass().add("film-place");
        Hints.on(place, words.say("film.title.meaning"));
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        Button play = icon("play", Feather.PLAY, player::playOrPause);
        player.playingProperty()
                .subscribe(
                        playing -> {
                            play.setGraphic(new FontIcon(playing ? Feather.PAUSE : Feather.PLAY));
                            say(play, playing ? "film.pause" : "film.play");
                        });
        Button best = icon("best", Feather.STAR, this::best);
        Button present = icon("present", Feather.SKIP_FORWARD, player::present);
        Button back = icon("back", Feather.ROTATE_CCW, this::goBack);
        back.setText(words.say("film.back.short"));
        Button branch = icon("branch", Feather.GIT_BRANCH, this::branch);
        Reasons.disable(play, unless(film.frames()::isEmpty, "film.reason.no-frames"));
        Reasons.disable(best, unless(() -> film.best().isEmpty(), "film.reason.no-scores"));
        for (Button button : List.of(mark, present, back, branch)) {
            Reasons.disable(
                    button,
                    unless(() -> film.lookedAtProperty().get().isEmpty(), "film.reason.no-frame"));
        }
        var head =
                new HBox(
                        play,
                        place,
                        spring,
                        best,
                        mark,
                        back,
                        branch,
                        present,
                        new FilmMenu(film, settings, this::save, words));
        head.getStyleClass().add("film-head");
        head.setAlignment(Pos.CENTER_LEFT);
        place.setMinWidth(USE_PREF_SIZE);
        return head;
    }

    private ObservableValue<Optional<String>> unless(BooleanSupplier missing, String key) {
        return Live.on(
                this,
                Bindings.createObjectBinding(
                        () ->
                                missing.getAsBoolean()
                                        ? Optional.of(words.say(key))
                                        : Optional.empty(),
                        film.frames(),
                        film.lookedAtProperty()));
    }

    private Button icon(String name, Feather feather, Runnable work) {
        var button = new Button("", new FontIcon(feather));
        button.setId("film-" + name);
        button.getStyleClass().addAll("flat", "film-button");
        button.setMinWidth(USE_PREF_SIZE);
        say(button, "film." + name);
        button.setOnAction(_ -> work.run());
        return button;
    }

    private void say(Button button, String key) {
        Hints.on(button, words.say(key));
        button.setAccessibleText(words.say(key));
    }

    private void show() {
        Optional<Frame> now = film.lookedAtProperty().get();
        pseudoClassStateChanged(PAST, now.isPresent());
        place.setText(texts.place(now));
        strip.show(film.frames(), now, film.best());
        say(mark, now.filter(Frame::marked).isPresent() ? "film.unmark" : "film.mark");
        empty.setVisible(film.frames().isEmpty());
        empty.setText(words.say(film.budgetProperty().get() > 0 ? "film.empty" : "film.empty.off"));
        setAccessibleText(now.map(this::tell).orElseGet(() -> words.say("film.title.meaning")));
    }

    private String tell(Frame frame) {
        boolean best = film.best().filter(of -> of.step() == frame.step()).isPresent();
        return texts.all(frame, best);
    }

    private void choose(Frame frame) {
        requestFocus();
        player.stop();
        film.lookAt(frame);
    }

    private void best() {
        player.stop();
        film.best().ifPresent(film::lookAt);
    }

    private void mark() {
        film.lookedAtProperty().get().ifPresent(frame -> film.mark(frame, !frame.marked()));
    }

    private void goBack() {
        player.stop();
        film.goBack();
    }

    private void branch() {
        player.stop();
        film.lookedAtProperty()
                .get()
                .ifPresent(
                        frame ->
                                film.branch(
                                        words.say(
                                                "film.branch.name",
                                                "name",
                                                session.editor().experimentProperty().get().name(),
                                                "step",
                                                frame.step())));
    }

    private void press(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean known = true;
        switch (event.getCode()) {
            case LEFT -> player.step(-1);
            case RIGHT -> player.step(1);
            case HOME -> player.first();
            case END -> player.present();
            case P -> player.playOrPause();
            case B -> best();
            case M -> mark();
            case ESCAPE -> {
                known = film.lookedAtProperty().get().isPresent();
                player.present();
            }
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    private void save(FilmKind kind) {
        var chooser = new FileChooser();
        chooser.setTitle(words.say(kind.message()));
        chooser.setInitialFileName(words.say("film.save.name") + kind.extension());
        chooser.getExtensionFilters()
                .add(
                        new FileChooser.ExtensionFilter(
                                words.say(kind.message()), "*" + kind.extension()));
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            var file = kind.named(chosen.toPath());
            switch (kind) {
                case GIF -> session.pictures().saveFilm(film.frames(), file);
                case PNG -> session.pictures().saveSheet(film.frames(), file);
            }
        }
    }
}
