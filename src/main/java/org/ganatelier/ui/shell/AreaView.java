package org.ganatelier.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.ganatelier.session.Settings;
import org.ganatelier.ui.panel.Panel;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Zoom;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The panels of one place. Those that need but some height stand below while there is room; of the
 * others one is in front. Tabs appear only where there is something to choose from. FX thread only.
 */
final class AreaView extends VBox {
    /** Curves that are lower than this cannot be read. */
    private static final double LEAST_HEIGHT = 286;

    /** Images with the tabs above them: smaller ones say nothing on a projector. */
    private static final double LEAST_WITH_IMAGES = 400;

    private final Area area;
    private final Settings settings;
    private final Function<Panel, String> hints;
    private final Consumer<Panel> maximise;
    private List<Panel> panels = List.of();
    private List<Panel> below = List.of();
    private @Nullable Panel front;
    private @Nullable TabPane tabs;

    /**
     * @param settings know which panel was in front
     * @param hints say of a panel what it is called and how to get there
     * @param maximise is told of a tab that was clicked twice
     */
    AreaView(
            Area area, Settings settings, Function<Panel, String> hints, Consumer<Panel> maximise) {
        this.area = area;
        this.settings = settings;
        this.hints = hints;
        this.maximise = maximise;
        heightProperty().subscribe(this::fit);
        if (area == Area.TOP) {
            // It has no tab.
            addEventHandler(MouseEvent.MOUSE_CLICKED, this::enlarge);
        }
    }

    /** The place that it is. */
    Area area() {
        return area;
    }

    /** Gives up its panels, which then can go elsewhere. */
    void release() {
        empty();
        panels = List.of();
        below = List.of();
    }

    /**
     * Takes in panels.
     *
     * @param now which stand in no other place
     */
    void hold(List<Panel> now) {
        panels = List.copyOf(now);
        if (now.isEmpty()) {
            return;
        }
        if (front == null || !now.contains(front)) {
            front =
                    settings.tab(area.id()).stream()
                            .flatMap(id -> now.stream().filter(panel -> panel.id().equals(id)))
                            .findFirst()
                            .orElse(now.getFirst());
        }
        below = belowAt(getHeight());
        arrange();
    }

    /** Whether a panel has its place here. */
    boolean holds(Panel panel) {
        return panels.contains(panel);
    }

    /** Whether any panel stands here. */
    boolean holdsAny() {
        return !panels.isEmpty();
    }

    /** Whether there is something to choose from. */
    boolean hasTabs() {
        return tabs != null;
    }

    /** The panel in front, where there is any. */
    Optional<Panel> front() {
        return Optional.ofNullable(front).filter(panels::contains);
    }

    /** Brings one of its panels to the front. */
    void show(Panel panel) {
        front = panel;
        if (tabs != null) {
            tabs.getTabs().stream()
                    .filter(tab -> panel.node().equals(tab.getContent()))
                    .findFirst()
                    .ifPresent(tabs.getSelectionModel()::select);
        }
    }

    /** Where the keyboard begins: in the panel in front, or else in another that is to be seen. */
    Optional<Node> entrance() {
        var order = new ArrayList<>(panels);
        if (front != null && order.remove(front)) {
            order.addFirst(front);
        }
        return order.stream()
                .flatMap(panel -> Focus.first(panel.entrance()).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(tabs));
    }

    /** Writes down which panel is in front. */
    void remember() {
        if (panels.size() > 1 && front != null) {
            settings.setTab(area.id(), front.id());
        }
    }

    private void fit() {
        List<Panel> fitting = belowAt(getHeight());
        if (!fitting.equals(below)) {
            below = fitting;
            Optional<Node> focused = Focus.within(this);
            arrange();
            // Tabs hold their panels as soon as they have a style.
            applyCss();
            // What had the keyboard has left its place for a moment, and with it the keyboard.
            focused.ifPresent(Node::requestFocus);
        }
    }

    /** The panels that stand below the others at a height; 0 is none yet. */
    private List<Panel> belowAt(double height) {
        List<Panel> low = panels.stream().filter(panel -> panel.height().isPresent()).toList();
        double needed = low.stream().mapToDouble(panel -> panel.height().orElse(0)).sum();
        double least = area == Area.MIDDLE ? LEAST_WITH_IMAGES : LEAST_HEIGHT;
        boolean room = height == 0 || height >= Zoom.of(this) * (needed + least);
        return room && low.size() < panels.size() ? low : List.of();
    }

    private void empty() {
        if (tabs != null) {
            tabs.getTabs().forEach(tab -> tab.setContent(null));
        }
        getChildren().clear();
    }

    private void arrange() {
        List<Panel> choice = panels.stream().filter(panel -> !below.contains(panel)).toList();
        empty();
        Panel first = front;
        tabs = choice.size() > 1 ? tabsOf(choice) : null;
        // A tab pane begins with its first tab.
        if (first != null) {
            show(first);
        }
        Node main = tabs == null ? choice.getFirst().node() : tabs;
        VBox.setVgrow(main, Priority.ALWAYS);
        getChildren().setAll(main);
        below.forEach(panel -> getChildren().add(panel.node()));
    }

    private TabPane tabsOf(List<Panel> choice) {
        var made = new FittingTabs();
        made.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        made.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        for (Panel panel : choice) {
            VBox.setVgrow(panel.node(), null);
            var tab = new Tab(panel.title(), panel.node());
            tab.setId("tab-" + panel.id());
            tab.setGraphic(new Icon(panel.icon()));
            tab.setTooltip(Hints.of(hints.apply(panel)));
            tab.setOnSelectionChanged(_ -> chosen(tab, panel));
            made.getTabs().add(tab);
        }
        return made;
    }

    /** The first click has brought the tab's panel to the front. */
    private void click(MouseEvent event) {
        boolean twice = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
        if (twice && front != null && isOnTab(event.getTarget())) {
            maximise.accept(front);
        }
    }

    private void enlarge(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            front().ifPresent(maximise);
        }
    }

    private static boolean isOnTab(Object target) {
        for (Node node = target instanceof Node hit ? hit : null;
                node != null && !(node instanceof TabPane);
                node = node.getParent()) {
            if (node.getStyleClass().contains("tab")) {
                return true;
            }
        }
        return false;
    }

    private void chosen(Tab tab, Panel panel) {
        if (tab.isSelected()) {
            front = panel;
        }
    }
}
