package org.ganatelier.ui.shell;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCombination;

import org.ganatelier.plan.model.Problem;
import org.ganatelier.session.Settings;
import org.ganatelier.text.Words;
import org.ganatelier.ui.panel.Panel;
import org.ganatelier.ui.widget.NamedKeys;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lays out the panels: three places side by side, with dividers between them, and one below that
 * can be hidden. FX thread only.
 */
final class Workspace {
    private static final double RIGHT_SHARE = 0.35;
    private static final double BOTTOM_HEIGHT = 200;

    /** There are so many digits, apart from 0. */
    private static final int KEYS = 9;

    private final List<Panel> panels;
    private final Words words;
    private final Map<Area, AreaView> areas = new EnumMap<>(Area.class);
    private final SplitPane columns = new SplitPane();
    private final SplitPane rows = new SplitPane();
    private final Dividers columnDividers;
    private final Dividers rowDividers;
    private final AreaCycle cycle;

    /**
     * @param placed panels, at least one in each place
     * @param settings know the dividers and the panels in front
     */
    Workspace(List<Panels.Placed> placed, Settings settings, Words words) {
        this.words = words;
        panels = placed.stream().map(Panels.Placed::panel).toList();
        for (Area area : Area.values()) {
            areas.put(area, new AreaView(area, panelsIn(area, placed), settings, this::hint));
        }
        layOut();
        columnDividers = new Dividers("columns", columns, settings, this::usualColumns);
        rowDividers = new Dividers("rows", rows, settings, this::usualRows);
        cycle = new AreaCycle(List.copyOf(areas.values()));
    }

    /** What is seen of it. */
    Node node() {
        return rows;
    }

    /** All panels, in the order of their keys. */
    List<Panel> panels() {
        return panels;
    }

    /** The keys that lead to a panel; the first nine have some. */
    Optional<KeyCombination> keysOf(Panel panel) {
        int number = panels.indexOf(panel) + 1;
        return number <= KEYS
                ? Optional.of(NamedKeys.of("Shortcut+" + number, words))
                : Optional.empty();
    }

    /** Brings a panel to the front and takes the keyboard there. */
    void goTo(Panel panel) {
        bringToFront(panel);
        Focus.first(panel.entrance()).ifPresent(Node::requestFocus);
    }

    /** Takes the keyboard to the next place, or to the one before. */
    void cycle(int step) {
        cycle.go(step);
    }

    /** Shows where a problem is, in the first panel that can. */
    void reveal(Problem.Place place) {
        panels.stream()
                .filter(panel -> panel.shows(place))
                .findFirst()
                .ifPresent(
                        panel -> {
                            bringToFront(panel);
                            panel.reveal(place);
                        });
    }

    /** Shows the place below the others, or hides it. */
    void toggleBottom() {
        rowDividers.remember();
        AreaView bottom = area(Area.BOTTOM);
        if (!rows.getItems().remove(bottom)) {
            rows.getItems().add(bottom);
            rowDividers.place();
        }
    }

    /**
     * Keeps the dividers in their places until the first input.
     *
     * @param root of all that the input may be for
     */
    void followSizeUntilInput(Node root) {
        columnDividers.followSizeUntilInput(root);
        rowDividers.followSizeUntilInput(root);
    }

    /** Writes down where the places meet and which panels are in front. */
    void remember() {
        columnDividers.remember();
        rowDividers.remember();
        areas.values().forEach(AreaView::remember);
    }

    /** Looks like one in another language did, as far as the settings do not say. */
    void takeOver(Workspace before) {
        if (showsBottom() != before.showsBottom()) {
            toggleBottom();
        }
        for (Panel panel : panels) {
            before.panels.stream()
                    .filter(old -> old.id().equals(panel.id()))
                    .forEach(panel::takeOver);
        }
    }

    private static List<Panel> panelsIn(Area area, List<Panels.Placed> placed) {
        return placed.stream()
                .filter(each -> each.area() == area)
                .map(Panels.Placed::panel)
                .toList();
    }

    private String hint(Panel panel) {
        return keysOf(panel)
                .map(
                        keys ->
                                words.say(
                                        "shell.command.with-keys",
                                        "meaning",
                                        panel.title(),
                                        "keys",
                                        keys.getDisplayText()))
                .orElse(panel.title());
    }

    private AreaView area(Area area) {
        return Objects.requireNonNull(areas.get(area));
    }

    private void layOut() {
        Stream.of(Area.LEFT, Area.MIDDLE, Area.RIGHT)
                .map(this::area)
                .forEach(columns.getItems()::add);
        columns.getStyleClass().add("columns");
        // A larger window gives its room to the images and the curves.
        SplitPane.setResizableWithParent(area(Area.LEFT), false);
        rows.setOrientation(Orientation.VERTICAL);
        rows.getStyleClass().add("rows");
        rows.getItems().addAll(columns, area(Area.BOTTOM));
        SplitPane.setResizableWithParent(area(Area.BOTTOM), false);
    }

    private boolean showsBottom() {
        return rows.getItems().contains(area(Area.BOTTOM));
    }

    private void bringToFront(Panel panel) {
        areas.forEach(
                (area, view) -> {
                    if (view.holds(panel)) {
                        if (area == Area.BOTTOM && !showsBottom()) {
                            toggleBottom();
                        }
                        view.show(panel);
                    }
                });
    }

    private double[] usualColumns() {
        return new double[] {area(Area.LEFT).prefWidth(-1) / columns.getWidth(), 1 - RIGHT_SHARE};
    }

    private double[] usualRows() {
        return new double[] {1 - BOTTOM_HEIGHT / rows.getHeight()};
    }
}
