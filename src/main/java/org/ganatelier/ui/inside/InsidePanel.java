package org.ganatelier.ui.inside;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.session.Insight;
import org.ganatelier.session.Session;
import org.ganatelier.text.ExperimentText;
import org.ganatelier.text.LayerText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.panel.Panel;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.Repaint;
import org.ganatelier.ui.widget.Segments;
import org.kordamp.ikonli.feather.Feather;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What is inside the selected layer of the run that is shown. FX thread only. */
public final class InsidePanel extends VBox implements Panel {
    /** What can be seen of a layer. */
    private enum Page {
        MAPS,
        FILTERS,
        TIME
    }

    /** The run is asked no more often, so that it loses little by it. */
    private static final Duration INTERVAL = Duration.millis(400);

    private final Insight insight;
    private final Words words;
    private final ObservableValue<Optional<Place>> selected;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.MAPS);
    private final Map<Page, InsidePage> pages = new EnumMap<>(Page.class);
    private final Label title = new Label();
    private final Label tail = new Label();
    private final Label hint = new Label();
    private final VBox content;
    private final Repaint repaint;

    /** The panel of the session's run. */
    public static Panel in(PanelContext context) {
        return new InsidePanel(context.session(), context.words());
    }

    InsidePanel(Session session, Words words) {
        this.words = words;
        insight = session.insight();
        selected = Live.on(this, session.selectedPlaceProperty());
        repaint = new Repaint(this, INTERVAL, this::show);
        pages.put(Page.MAPS, new MapsPage(insight, repaint::request, words));
        pages.put(Page.FILTERS, new FiltersPage(insight, words));
        pages.put(Page.TIME, new TimePage(insight, words));
        getStyleClass().add("inside-panel");
        title.getStyleClass().add("inside-layer");
        title.setMinWidth(USE_PREF_SIZE);
        tail.getStyleClass().add("inside-note");
        var choice =
                new Segments<>(
                        page,
                        List.of(
                                choice(Page.MAPS, "inside.maps"),
                                choice(Page.FILTERS, "inside.filters"),
                                choice(Page.TIME, "inside.time")));
        var stack = new StackPane();
        pages.forEach((kind, each) -> stack.getChildren().add(seenIn(kind, each.node())));
        VBox.setVgrow(stack, Priority.ALWAYS);
        var name = new HBox(title, tail);
        name.getStyleClass().add("inside-name");
        content = new VBox(name, choice, stack);
        content.getStyleClass().add("inside-content");
        hint.getStyleClass().addAll("text-muted", "inside-hint");
        hint.setWrapText(true);
        var both = new StackPane(content, hint);
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren().add(both);
        follow(session);
    }

    private void follow(Session session) {
        selected.subscribe(_ -> repaint.request());
        page.subscribe(_ -> repaint.request());
        Live.on(this, session.editor().outcomeProperty()).subscribe(_ -> repaint.request());
        Live.on(this, session.training().previewProperty()).subscribe(_ -> repaint.request());
        Live.on(this, session.data().samplesProperty()).subscribe(_ -> repaint.request());
        Live.on(this, insight.revisionProperty()).subscribe(_ -> repaint.request());
        Live.holdWhileSeen(this, new SimpleObjectProperty<>(insight), Insight::watch);
        // The run is asked once the panel is to be seen, and not before.
        content.setVisible(false);
    }

    @Override
    public String id() {
        return "inside";
    }

    @Override
    public String title() {
        return words.say("inside.title");
    }

    @Override
    public Feather icon() {
        return Feather.SEARCH;
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public String sheet() {
        return "inside.css";
    }

    @Override
    public void takeOver(Panel before) {
        if (before instanceof InsidePanel other) {
            page.set(other.page.get());
        }
    }

    private Segments.Choice<Page> choice(Page kind, String key) {
        return new Segments.Choice<>(
                kind, key.replace('.', '-'), words.say(key), words.say(key + ".hint"));
    }

    private Region seenIn(Page kind, Region node) {
        node.visibleProperty().bind(page.isEqualTo(kind));
        return node;
    }

    private void show() {
        Optional<Subject> subject = subject();
        content.setVisible(subject.isPresent());
        hint.setVisible(subject.isEmpty());
        hint.setText(words.say(missing()));
        subject.ifPresent(
                layer -> {
                    title.setText(
                            words.say(
                                    "inside.layer",
                                    Map.of(
                                            "network", ExperimentText.name(words, layer.side()),
                                            "n", layer.at().index() + 1,
                                            "name", LayerText.name(layer.layer().layer()))));
                    tail.setText(layer.layer().output().map(Object::toString).orElse(""));
                    Objects.requireNonNull(pages.get(page.get())).show(layer);
                });
    }

    private Optional<Subject> subject() {
        return place().flatMap(this::subject);
    }

    private Optional<Subject> subject(Place.Layer at) {
        return insight.layer(at)
                .flatMap(
                        layer ->
                                insight.run()
                                        .map(
                                                run ->
                                                        new Subject(
                                                                run.id(),
                                                                at,
                                                                layer,
                                                                run.plan().network(at.side()))));
    }

    private Optional<Place.Layer> place() {
        return selected.getValue()
                .filter(Place.Layer.class::isInstance)
                .map(Place.Layer.class::cast);
    }

    private String missing() {
        if (insight.plan().isEmpty()) {
            return place().isEmpty() ? "inside.none" : "inside.train-first";
        }
        return place().isEmpty() ? "inside.select" : "inside.other-networks";
    }
}
