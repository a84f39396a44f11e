package org.ganatelier.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.ganatelier.session.Settings;
import org.ganatelier.ui.panel.Panel;
import org.ganatelier.ui.widget.Hints;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The panels of one place. Those that need but some height stand below while there is room; of the
 * others one is in front. Tabs appear only where there is something to choose from. FX thread only.
 */
final class AreaView extends VBox {
    /** Curves and images that are lower than this cannot be read. */
    private static final double LEAST_HEIGHT = 300;

    private final Area area;
    private final List<Panel> panels;
    private final Settings settings;
    private final Function<Panel, String> hints;
    private List<Panel> below;
    private Panel front;
    private @Nullable TabPane tabs;

    /**
     * @param panels of this place, at least one
     * @param settings know which panel was in front
     * @param hints say of a panel what it is called and how to get there
     */
    AreaView(Area area, List<Panel> panels, Settings settings, Function<Panel, String> hints) {
        this.area = area;
        this.panels = panels;
        this.settings = settings;
        this.hints = hints;
        front =
                settings.tab(area.id()).stream()
                        .flatMap(id -> panels.stream().filter(panel -> panel.id().equals(id)))
                        .findFirst()
                        .orElse(panels.getFirst());
        below = belowAt(Double.POSITIVE_INFINITY);
        arrange();
        heightProperty().subscribe(height -> fit(height.doubleValue()));
    }

    /** Whether a panel has its place here. */
    boolean holds(Panel panel) {
        return panels.contains(panel);
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
        order.remove(front);
        order.addFirst(front);
        return order.stream()
                .flatMap(panel -> Focus.first(panel.entrance()).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(tabs));
    }

    /** Writes down which panel is in front. */
    void remember() {
        if (panels.size() > 1) {
            settings.setTab(area.id(), front.id());
        }
    }

    /** A panel alone says how wide it may be. */
    @Override
    protected double computeMaxWidth(double height) {
        return panels.size() == 1 ? panels.getFirst().node().maxWidth(height) : Double.MAX_VALUE;
    }

    private void fit(double height) {
        List<Panel> fitting = belowAt(height == 0 ? Double.POSITIVE_INFINITY : height);
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

    /** The panels that stand below the others at a height. */
    private List<Panel> belowAt(double height) {
        List<Panel> low = panels.stream().filter(panel -> panel.height().isPresent()).toList();
        double needed = low.stream().mapToDouble(panel -> panel.height().orElse(0)).sum();
        boolean room = low.size() < panels.size() && height >= needed + LEAST_HEIGHT;
        return room ? low : List.of();
    }

    private void arrange() {
        List<Panel> choice = panels.stream().filter(panel -> !below.contains(panel)).toList();
        if (tabs != null) {
            tabs.getTabs().forEach(tab -> tab.setContent(null));
        }
        Panel first = front;
        tabs = choice.size() > 1 ? tabsOf(choice) : null;
        // A tab pane begins with its first tab.
        show(first);
        Node main = tabs == null ? choice.getFirst().node() : tabs;
        VBox.setVgrow(main, Priority.ALWAYS);
        getChildren().setAll(main);
        below.forEach(panel -> getChildren().add(panel.node()));
    }

    private TabPane tabsOf(List<Panel> choice) {
        var made = new TabPane();
        made.getStyleClass().add("panel-tabs");
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

    private void chosen(Tab tab, Panel panel) {
        if (tab.isSelected()) {
            front = panel;
        }
    }
}
