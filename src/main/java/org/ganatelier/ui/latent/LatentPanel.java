package org.ganatelier.ui.latent;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/**
 * A point in the space of the noise: the image the generator makes of it, its values to play with,
 * and the way between two images.
 */
public final class LatentPanel extends StackPane implements Panel {
    /** Five times the pixels of a digit. */
    private static final double IMAGE = 140;

    /** Below this width the bars must do: they change every value too. */
    private static final double NARROW = 1280;

    /** From this width on there is room for larger images on the way. */
    private static final double ROOMY = 1600;

    private final Words words;
    private final LatentExplorer walk;
    private final Portrait image = new Portrait(IMAGE);

    public LatentPanel(LatentExplorer walk, Words words) {
        this.words = words;
        this.walk = walk;
        getStyleClass().add("latent-panel");
        var equaliser = equaliser();
        var sliders = new GroupSliders(walk, words);
        HBox.setHgrow(equaliser, Priority.ALWAYS);
        HBox.setHgrow(sliders, Priority.ALWAYS);
        var way = new InterpolationStrip(walk, words);
        var content = new HBox(portrait(), equaliser, sliders, way);
        content.getStyleClass().add("latent-content");
        VBox hint = hint();
        getChildren().addAll(content, hint);

        Live.on(this, walk.imageProperty()).subscribe(image::show);
        widthProperty().map(width -> width.doubleValue() >= ROOMY).subscribe(way::setRoomy);
        sliders.visibleProperty().bind(widthProperty().greaterThanOrEqualTo(NARROW));
        sliders.managedProperty().bind(sliders.visibleProperty());
        var ready = Live.on(this, walk.readyProperty());
        content.visibleProperty().bind(ready);
        hint.visibleProperty().bind(ready.map(is -> !is));
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
        Hints.on(title, words.say("latent.title.meaning"));
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
        Hints.on(title, words.say("latent.noise.meaning"));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head =
                new HBox(
                        title,
                        space,
                        new ClassChooser(walk, words),
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
