package org.ganatelier.ui.eye;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.text.Words;
import org.ganatelier.ui.panel.Panel;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.widget.Segments;
import org.kordamp.ikonli.feather.Feather;

import java.util.Arrays;
import java.util.List;

/**
 * What the discriminator says of real and of generated images over time, and how near generated
 * images are to real ones. FX thread only.
 */
public final class EyePanel extends VBox implements Panel {
    private static final String PAGE = "eye-page";

    /** What can be looked at. */
    enum Page {
        OUTPUTS("outputs"),
        NEAREST("nearest");

        final String id;

        Page(String id) {
            this.id = id;
        }
    }

    private final Words words;
    private final ObjectProperty<Page> page;

    /**
     * @param settings know the page of the last time
     */
    public EyePanel(Session session, Settings settings, Words words) {
        this.words = words;
        page = new SimpleObjectProperty<>(first(settings));
        page.subscribe((_, now) -> settings.setChoice(PAGE, now.id));
        getStyleClass().add("eye-panel");
        Node outputs = new OutputsView(session, words);
        Node nearest = new NearestView(session, settings, words);
        outputs.visibleProperty().bind(page.map(Page.OUTPUTS::equals));
        nearest.visibleProperty().bind(page.map(Page.NEAREST::equals));
        var pages = new StackPane(outputs, nearest);
        VBox.setVgrow(pages, Priority.ALWAYS);
        getChildren().addAll(head(), pages);
    }

    /** The panel of the session's run. */
    public static Panel in(PanelContext context) {
        return new EyePanel(context.session(), context.settings(), context.words());
    }

    @Override
    public String id() {
        return "eye";
    }

    @Override
    public String title() {
        return words.say("eye.title");
    }

    @Override
    public Feather icon() {
        return Feather.EYE;
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public String sheet() {
        return "eye.css";
    }

    @Override
    public void takeOver(Panel before) {
        if (before instanceof EyePanel other) {
            page.set(other.page.get());
        }
    }

    private static Page first(Settings settings) {
        return settings.choice(PAGE).stream()
                .flatMap(id -> Arrays.stream(Page.values()).filter(each -> each.id.equals(id)))
                .findFirst()
                .orElse(Page.OUTPUTS);
    }

    private Node head() {
        var pages =
                new Segments<>(
                        page,
                        List.of(
                                new Segments.Choice<>(
                                        Page.OUTPUTS,
                                        "eye-outputs",
                                        words.say("eye.outputs"),
                                        words.say("eye.outputs.meaning")),
                                new Segments.Choice<>(
                                        Page.NEAREST,
                                        "eye-nearest",
                                        words.say("eye.nearest"),
                                        words.say("eye.nearest.meaning"))));
        var head = new HBox(pages);
        head.getStyleClass().add("eye-head");
        return head;
    }
}
