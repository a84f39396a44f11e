package org.ganatelier.ui.runs;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import org.ganatelier.session.RunEntry;
import org.ganatelier.session.Runs;
import org.ganatelier.session.Session;
import org.ganatelier.text.Words;
import org.ganatelier.ui.panel.KeyHelp;
import org.ganatelier.ui.panel.Panel;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.Repaint;
import org.ganatelier.ui.widget.Terms;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Optional;

/** All runs of the session as a table: what they differ in, and how they do. FX thread only. */
public final class RunsPanel extends BorderPane implements Panel {
    /** Between two looks at the figures of a run that goes on. */
    private static final Duration GROWTH = Duration.millis(500);

    private final Words words;
    private final Runs runs;
    private final RunTree tree;
    private final RunTable table;
    private final RunActions actions;
    private final QueueBar queue;
    private final RunImages images;

    RunsPanel(Session session, Words words) {
        this.words = words;
        runs = session.runs();
        tree = new RunTree(words);
        table = new RunTable(tree, runs.overlays(), words);
        actions = new RunActions(session, table, words);
        queue = new QueueBar(session, words);
        images = new RunImages(words);
        getStyleClass().add("runs-panel");
        setCenter(table);
        setRight(images);
        setTop(head());
        table.setPlaceholder(placeholder());
        table.setContextMenu(actions.menu());
        table.addEventFilter(KeyEvent.KEY_PRESSED, actions::press);
        table.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        Live.on(this, runs.allProperty()).subscribe(this::list);
        Live.on(this, runs.shownProperty()).subscribe(_ -> update());
        Live.on(this, runs.currentProperty()).subscribe(_ -> update());
        Live.on(this, runs.overlays().allProperty()).subscribe(_ -> update());
        table.getSelectionModel().selectedItemProperty().subscribe(_ -> showImages());
        var growth = new Repaint(this, GROWTH, this::update);
        Live.on(this, session.training().currentMetricsProperty()).subscribe(_ -> growth.request());
        Live.on(this, session.training().stateProperty()).subscribe(_ -> growth.request());
        Live.on(this, session.score().stateProperty()).subscribe(_ -> growth.request());
    }

    /** The panel of the session's runs. */
    public static Panel in(PanelContext context) {
        return new RunsPanel(context.session(), context.words());
    }

    @Override
    public String id() {
        return "runs";
    }

    @Override
    public String title() {
        return words.say("runs.title");
    }

    @Override
    public Feather icon() {
        return Feather.LAYERS;
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public String sheet() {
        return "runs.css";
    }

    /** One run needs no table. */
    @Override
    public boolean isShownAtFirst() {
        return false;
    }

    @Override
    public Node entrance() {
        return table;
    }

    @Override
    public List<KeyHelp> keys() {
        return List.of(
                new KeyHelp(words.say("keys.enter"), words.say("runs.keys.show")),
                new KeyHelp(words.say("keys.space"), words.say("runs.keys.overlay")),
                new KeyHelp("F2", words.say("runs.keys.rename")),
                new KeyHelp(words.say("keys.delete"), words.say("runs.keys.remove")));
    }

    private HBox head() {
        var note = new Label(words.say("runs.note"));
        note.getStyleClass().add("runs-note");
        note.setMinWidth(0);
        Terms.on(note, "run", words);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(note, space, queue);
        head.getStyleClass().add("runs-head-line");
        head.getChildren().addAll(actions.buttons());
        return head;
    }

    private Label placeholder() {
        var label = new Label(words.say("runs.empty"));
        label.getStyleClass().add("runs-note");
        label.setWrapText(true);
        return label;
    }

    /** A run that has just begun is selected, as it is shown. */
    private void list(List<RunEntry> all) {
        Optional<RunEntry> selected = table.selected().map(RunRow::run).filter(all::contains);
        boolean begun = tree.rows().size() < all.size();
        tree.show(all);
        Optional<RunEntry> wanted =
                begun || selected.isEmpty() ? all.reversed().stream().findFirst() : selected;
        wanted.flatMap(tree::item).ifPresent(table.getSelectionModel()::select);
        update();
    }

    /** Says what the runs are now. */
    void update() {
        tree.rows().forEach(row -> row.update(runs));
        showImages();
    }

    private void showImages() {
        images.show(table.selected().map(RunRow::run));
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            actions.showSelected();
        }
    }
}
