package org.ganatelier.ui.latent;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import org.ganatelier.session.LatentExplorer;
import org.ganatelier.text.Words;
import org.ganatelier.ui.panel.KeyHelp;
import org.ganatelier.ui.panel.Panel;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.Scrolling;
import org.ganatelier.ui.widget.Terms;
import org.ganatelier.ui.widget.Zoom;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/**
 * A point in the space of the noise: the image the generator makes of it, its values to play with,
 * and the way between two images.
 */
public final class LatentPanel extends StackPane implements Panel {
    /** Five times the pixels of a digit. */
    private static final double IMAGE = 140;

    private static final double SMALL_IMAGE = 100;

    /** Three times the pixels of a digit: what a low strip has room for. */
    private static final double LEAST_IMAGE = 84;

    /** By so much the image gets smaller, until it fits: once the pixels of a digit. */
    private static final double PIXELS = 28;

    /** Above the image and below it. */
    private static final double AROUND_IMAGE = 42;

    /** Twice the pixels of a digit, and three times where there is room. */
    private static final double ON_THE_WAY = 56;

    private static final double LARGE_ON_THE_WAY = 84;

    /** Of the frames of an image on the way, and what is between two. */
    private static final double BETWEEN = 9;

    /** Below this width the way has a line of its own. */
    private static final double ONE_LINE = 880;

    /** Below this width the bars must do: they change every value too. */
    private static final double NARROW = 1280;

    /** From this width on there is room for larger images on the way. */
    private static final double ROOMY = 1600;

    private final Words words;
    private final LatentExplorer walk;
    private final Portrait image = new Portrait(IMAGE);
    private final InterpolationStrip way;
    private final ClassChooser classes;
    private final GroupSliders sliders;
    private final HBox line;
    private final VBox lines;

    public LatentPanel(LatentExplorer walk, Words words) {
        this.words = words;
        this.walk = walk;
        getStyleClass().add("latent-panel");
        classes = new ClassChooser(walk, words);
        var equaliser = equaliser();
        sliders = new GroupSliders(walk, words);
        HBox.setHgrow(equaliser, Priority.ALWAYS);
        HBox.setHgrow(sliders, Priority.ALWAYS);
        way = new InterpolationStrip(walk, words);
        line = new HBox(portrait(), equaliser, sliders, way);
        line.getStyleClass().add("latent-content");
        VBox.setVgrow(line, Priority.ALWAYS);
        lines = new VBox(line);
        lines.getStyleClass().add("latent-lines");
        var scroll = new ScrollPane(lines);
        scroll.getStyleClass().add("latent-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        Scrolling.paintOnlyChanges(scroll);
        VBox hint = hint();
        getChildren().addAll(scroll, hint);

        Live.on(this, walk.imageProperty()).subscribe(image::show);
        sliders.managedProperty().bind(sliders.visibleProperty());
        var ready = Live.on(this, walk.readyProperty());
        scroll.visibleProperty().bind(ready);
        line.visibleProperty().bind(ready);
        hint.visibleProperty().bind(ready.map(is -> !is));
    }

    @Override
    protected void layoutChildren() {
        fit();
        super.layoutChildren();
    }

    /** Where there is less room some goes: first the sliders, then the way goes below. */
    private void fit() {
        double zoom = Zoom.of(this);
        double width = getWidth() / zoom;
        if (getWidth() == 0) {
            return;
        }
        boolean oneLine = width >= ONE_LINE;
        classes.setNamed(oneLine);
        sliders.setVisible(width >= NARROW && hasRoomForSliders());
        List<Node> below = oneLine ? List.of(line) : List.of(line, way);
        if (!lines.getChildren().equals(below)) {
            line.getChildren().remove(way);
            lines.getChildren().remove(way);
            (oneLine ? line : lines).getChildren().add(way);
        }
        double all = getWidth() - snappedLeftInset() - snappedRightInset();
        double room = all / LatentExplorer.STRIP - zoom * BETWEEN;
        double side = zoom * (width >= ROOMY ? LARGE_ON_THE_WAY : ON_THE_WAY);
        way.setSide(oneLine ? side : Math.clamp(room, 1, side));
        image.setSide(zoom * (oneLine ? side(getHeight() / zoom) : SMALL_IMAGE));
    }

    private boolean hasRoomForSliders() {
        double others =
                line.getChildren().stream()
                        .filter(part -> !part.equals(sliders))
                        .mapToDouble(part -> part.minWidth(-1) + line.getSpacing())
                        .sum();
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        return others + sliders.minWidth(-1) <= room;
    }

    private static double side(double height) {
        double fitting = PIXELS * Math.floor((height - AROUND_IMAGE) / PIXELS);
        return Math.clamp(fitting, LEAST_IMAGE, IMAGE);
    }

    /** The panel of the session's point. */
    public static Panel in(PanelContext context) {
        return new LatentPanel(context.session().walk(), context.words());
    }

    @Override
    public String id() {
        return "latent";
    }

    @Override
    public String title() {
        return words.say("latent.title");
    }

    @Override
    public Feather icon() {
        return Feather.COMPASS;
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public String sheet() {
        return "latent.css";
    }

    @Override
    public List<KeyHelp> keys() {
        return List.of(
                new KeyHelp(words.say("keys.left-right"), words.say("latent.keys.next")),
                new KeyHelp(words.say("keys.page-up-page-down"), words.say("latent.keys.page")),
                new KeyHelp(words.say("keys.home-end"), words.say("latent.keys.ends")),
                new KeyHelp(words.say("keys.up-down"), words.say("latent.keys.change")),
                new KeyHelp(words.say("keys.delete-backspace"), words.say("latent.keys.zero")));
    }

    private VBox portrait() {
        var title = new Label(words.say("latent.title"));
        title.getStyleClass().add("latent-title");
        title.setMinWidth(USE_PREF_SIZE);
        Hints.on(title, words.say("latent.title.meaning"));
        Terms.on(title, "latent-space", words);
        var head = new HBox(title);
        head.getStyleClass().add("latent-head");
        head.setAlignment(Pos.CENTER_LEFT);
        image.setId("large-image");
        image.setAccessibleText(words.say("latent.image"));
        return new VBox(head, image);
    }

    private VBox equaliser() {
        var title = new Label(words.say("latent.noise"));
        title.getStyleClass().add("latent-title");
        title.setMinWidth(USE_PREF_SIZE);
        Hints.on(title, words.say("latent.noise.meaning"));
        Terms.on(title, "noise", words);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head =
                new HBox(
                        title,
                        space,
                        classes,
                        button("latent.new", walk::randomise),
                        button("latent.zero", walk::reset));
        head.getStyleClass().add("latent-head");
        head.setAlignment(Pos.CENTER_LEFT);
        var bars = new Equaliser(walk, words);
        VBox.setVgrow(bars, Priority.ALWAYS);
        var box = new VBox(head, bars);
        box.getStyleClass().add("latent-bars");
        return box;
    }

    private Button button(String key, Runnable action) {
        var button = new Button(words.say(key));
        String meaning = words.say(key + ".meaning");
        button.setMnemonicParsing(true);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add("small");
        button.setAccessibleHelp(meaning);
        button.setOnAction(_ -> action.run());
        Hints.on(button, meaning);
        return button;
    }

    private VBox hint() {
        var title = new Label(words.say("latent.title"));
        title.getStyleClass().add("latent-title");
        var text = new Label(words.say("latent.hint"));
        text.getStyleClass().add("latent-note");
        text.setWrapText(true);
        text.setTextAlignment(TextAlignment.CENTER);
        var box = new VBox(title, text);
        box.getStyleClass().add("latent-hint");
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
