package org.ganatelier.ui.charts;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.ganatelier.coach.fact.Finding;
import org.ganatelier.session.RunEntry;
import org.ganatelier.text.RunText;
import org.ganatelier.text.Words;
import org.ganatelier.train.History;
import org.ganatelier.ui.panel.KeyHelp;
import org.ganatelier.ui.panel.Panel;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.Repaint;
import org.ganatelier.ui.widget.Scrolling;
import org.ganatelier.ui.widget.Zoom;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a run has measured, as plots over its steps, one below the other. */
public final class ChartsPanel extends StackPane implements Panel {
    /** As many plots share any height; more of them scroll where it is low. */
    private static final int ALWAYS_FIT = 2;

    /** A plot is then at least so high, in pixels. */
    private static final double LEAST_HEIGHT = 165;

    /** Between two paintings of a run that goes on: painting takes time that training needs. */
    private static final Duration GROWTH = Duration.millis(250);

    private final Feed feed;
    private final Words words;
    private final ObservableValue<History> history;
    private final ObservableValue<List<Finding>> said;
    private final Shared shared;
    private final ChartsExport export;
    private final ChartsMenu menu;
    private final RunsLegend runs;
    private final GridPane plots = new GridPane();
    private final VBox page;
    private final Map<PlotKind, PlotSection> sections = new EnumMap<>(PlotKind.class);

    ChartsPanel(Feed feed, Choices choices, ChartsExport export, Words words) {
        this.feed = feed;
        this.words = words;
        this.export = export;
        history = Live.on(this, feed.history());
        said = Live.on(this, feed.said());
        shared = new Shared(choices);
        runs = new RunsLegend(feed.others(), words);
        menu = new ChartsMenu(shared, this::export, words);
        getStyleClass().add("charts-panel");
        plots.getStyleClass().add("charts-plots");
        page = new VBox(runs, plots);
        page.getStyleClass().add("charts-page");
        VBox.setVgrow(plots, Priority.ALWAYS);
        var scroll = new ScrollPane(page);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        Scrolling.paintOnlyChanges(scroll);
        getChildren().add(scroll);
        var repaint = new Repaint(this, this::paint);
        layOut();
        choices.shownProperty().subscribe(this::layOut);
        Zoom.on(this).subscribe(_ -> setLeastHeight());
        choices.shownProperty().subscribe(repaint::request);
        choices.hiddenProperty().subscribe(repaint::request);
        shared.lens().partProperty().subscribe(repaint::request);
        history.subscribe(
                _ -> {
                    shared.lens().all();
                    repaint.request();
                });
        said.subscribe(_ -> repaint.request());
        var growth = new Repaint(this, GROWTH, this::paint);
        Live.on(this, feed.revision()).subscribe(_ -> growth.request());
        Live.on(this, feed.others().growth()).subscribe(_ -> growth.request());
        Live.on(this, feed.others().all()).subscribe(_ -> repaint.request());
    }

    /** The panel of the session's run. */
    public static Panel in(PanelContext context) {
        return new ChartsPanel(
                Feed.of(context.session()),
                new Choices(context.settings()),
                new ChartsExport(
                        context.session().pictures()::saveCurves,
                        context.settings(),
                        context.words()),
                context.words());
    }

    @Override
    public String id() {
        return "charts";
    }

    @Override
    public String title() {
        return words.say("charts.title");
    }

    @Override
    public Feather icon() {
        return Feather.TRENDING_UP;
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public String sheet() {
        return "charts.css";
    }

    @Override
    public List<KeyHelp> keys() {
        return List.of(
                new KeyHelp(words.say("charts.keys.reading"), words.say("charts.keys.read")),
                new KeyHelp(words.say("keys.escape"), words.say("charts.keys.leave")),
                new KeyHelp(words.say("charts.keys.zooming"), words.say("charts.keys.zoom")),
                new KeyHelp(words.say("charts.keys.digits"), words.say("charts.keys.toggle")));
    }

    @Override
    public void takeOver(Panel before) {
        if (before instanceof ChartsPanel other) {
            shared.lens().takeOver(other.shared.lens());
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset() + page.minWidth(-1) + snappedRightInset();
    }

    /** The plots that are shown, from top to bottom. */
    private List<PlotSection> shown() {
        return shared.choices().shownProperty().get().stream()
                .sorted()
                .map(kind -> Objects.requireNonNull(sections.get(kind)))
                .toList();
    }

    private void layOut() {
        Set<PlotKind> kinds = shared.choices().shownProperty().get();
        kinds.forEach(
                kind ->
                        sections.computeIfAbsent(
                                kind, k -> new PlotSection(k, material(), shared, words)));
        plots.getChildren().clear();
        plots.getRowConstraints().clear();
        double weights = kinds.stream().mapToDouble(PlotKind::weight).sum();
        for (PlotSection section : shown()) {
            GridPane.setHgrow(section, Priority.ALWAYS);
            var row = new RowConstraints();
            row.setPercentHeight(100 * section.kind().weight() / weights);
            plots.getRowConstraints().add(row);
            plots.addColumn(0, section);
        }
        shown().getFirst().setCorner(menu);
        setLeastHeight();
    }

    private void setLeastHeight() {
        int count = shared.choices().shownProperty().get().size();
        plots.setMinHeight(count > ALWAYS_FIT ? count * LEAST_HEIGHT * Zoom.of(this) : 0);
    }

    private Material material() {
        List<Material.Other> others =
                feed.others().drawn().stream()
                        .map(
                                each ->
                                        new Material.Other(
                                                each.color(),
                                                RunText.name(words, each.of()),
                                                each.of().runs().stream()
                                                        .map(ChartsPanel::material)
                                                        .toList()))
                        .toList();
        return new Material(history.getValue(), feed.scores().get(), others);
    }

    private static Material material(RunEntry run) {
        return new Material(run.history(), run.scores());
    }

    private void paint() {
        runs.update();
        Material material = material();
        List<Mark> marks = Mark.of(material.history(), said.getValue(), words);
        // The words once are enough; the other plots have the lines.
        List<PlotSection> all = shown();
        all.forEach(section -> section.show(material, marks, section == all.getFirst()));
    }

    private void export(ExportKind kind) {
        export.choose(kind, this).ifPresent(file -> export(kind, file));
    }

    /** Saves what is shown; the menu is no part of a picture. */
    void export(ExportKind kind, Path file) {
        menu.setVisible(false);
        try {
            export.save(kind, file, page, shown(), material());
        } finally {
            menu.setVisible(true);
        }
    }
}
