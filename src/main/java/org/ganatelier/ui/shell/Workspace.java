package org.ganatelier.ui.shell;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.ganatelier.plan.model.Problem;
import org.ganatelier.session.Settings;
import org.ganatelier.text.Words;
import org.ganatelier.ui.panel.Panel;
import org.ganatelier.ui.widget.NamedKeys;
import org.ganatelier.ui.widget.Zoom;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lays out the panels: in places side by side with dividers between them and one below, or in fewer
 * places where the window is smaller. Each panel can be hidden, and one can have all the room. FX
 * thread only.
 */
final class Workspace {
    /** There are so many digits, apart from 0. */
    private static final int KEYS = 9;

    private final List<Panels.Placed> placed;
    private final List<Panel> panels;
    private final Settings settings;
    private final Words words;
    private final Map<Area, AreaView> areas = new EnumMap<>(Area.class);
    private final SplitPane columns = new SplitPane();
    private final VBox upper = new VBox();
    private final SplitPane rows = new SplitPane();
    private final BorderPane frame = new BorderPane(rows);
    private final Dividers dividers;
    private final AreaCycle cycle;
    private final ShownPanels shown;
    private Arrangement arrangement = Arrangement.WHOLE;

    /**
     * @param placed panels, at least one
     * @param settings know the sizes of the places and the panels in front
     */
    Workspace(List<Panels.Placed> placed, Settings settings, Words words) {
        this.placed = placed;
        this.settings = settings;
        this.words = words;
        panels = placed.stream().map(Panels.Placed::panel).toList();
        shown = new ShownPanels(panels, settings.hidden());
        for (Area area : Area.values()) {
            areas.put(area, new AreaView(area, settings, this::hint, this::toggleAlone));
        }
        columns.getStyleClass().add("columns");
        upper.setMinWidth(0);
        VBox.setVgrow(columns, Priority.ALWAYS);
        rows.setOrientation(Orientation.VERTICAL);
        rows.getStyleClass().add("rows");
        // As large as the window, whatever its places would like: they change with its size.
        rows.setMinSize(0, 0);
        frame.setMinSize(0, 0);
        dividers = new Dividers(columns, rows, settings);
        arrange();
        frame.widthProperty().subscribe(_ -> fit());
        frame.heightProperty().subscribe(_ -> fit());
        Zoom.on(rows).subscribe(_ -> rescale());
        cycle = new AreaCycle(List.copyOf(areas.values()));
    }

    /** What is remembered of the window. */
    Settings settings() {
        return settings;
    }

    /** What is seen of it. */
    Node node() {
        return frame;
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

    /** Brings the panel with a name to the front and takes the keyboard there. */
    void goTo(String id) {
        panels.stream().filter(panel -> panel.id().equals(id)).forEach(this::goTo);
    }

    /** The same, with all the room where its own place is too low for it. */
    void goTo(String id, double leastHeight) {
        goTo(id);
        rows.layout();
        panels.stream()
                .filter(panel -> panel.id().equals(id) && shown.alone().isEmpty())
                .filter(panel -> panel.node().getHeight() < Zoom.of(rows) * leastHeight)
                .forEach(this::toggleAlone);
        goTo(id);
    }

    /** Brings a panel to the front that has something new, unless it is to be seen already. */
    void offer(String id) {
        panels.stream()
                .filter(panel -> panel.id().equals(id) && shown.isHidden(panel))
                .forEach(this::bringToFront);
    }

    /** The names of the panels that are in front in their places. */
    List<String> fronts() {
        return areas.values().stream()
                .flatMap(view -> view.front().stream())
                .map(Panel::id)
                .toList();
    }

    /** Brings the panels with these names to the front, where they are to be seen. */
    void bringToFront(List<String> ids) {
        panels.stream()
                .filter(panel -> ids.contains(panel.id()) && shown.shows(panel))
                .forEach(this::showInPlace);
    }

    /** Puts the dividers where the settings say. */
    void placeDividers() {
        dividers.place();
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

    /** Brings a panel to the front, or hides it where it is there already. */
    void toggle(String id) {
        panels.stream()
                .filter(panel -> panel.id().equals(id))
                .forEach(
                        panel -> {
                            if (shown.shows(panel) && fronts().contains(id)) {
                                show(panel, false);
                            } else {
                                bringToFront(panel);
                            }
                        });
    }

    /** Which panels are to be seen. */
    ShownPanels shown() {
        return shown;
    }

    /** Shows a panel, or hides it. */
    void show(Panel panel, boolean wanted) {
        shown.show(panel, wanted);
        rearrange();
    }

    /** Hides the panel that has the keyboard. */
    void hideCurrent() {
        current().ifPresent(panel -> show(panel, false));
    }

    /** Gives the panel that has the keyboard all the room, or takes it back. */
    void toggleAlone() {
        shown.alone().or(this::current).ifPresent(this::toggleAlone);
    }

    /** Writes down which panels are in front and which are hidden. */
    void remember() {
        areas.values().forEach(AreaView::remember);
        settings.setHidden(shown.hidden());
    }

    /** Looks like one in another language did, as far as the settings do not say. */
    void takeOver(Workspace before) {
        shown.takeOver(before.shown);
        arrangement = before.arrangement;
        arrange();
        for (Panel panel : panels) {
            before.panels.stream()
                    .filter(old -> old.id().equals(panel.id()))
                    .forEach(panel::takeOver);
        }
    }

    private void toggleAlone(Panel panel) {
        shown.toggleAlone(panel);
        rearrange();
    }

    /** The panel that has the keyboard, or else the one that is first to be seen. */
    private Optional<Panel> current() {
        return panels.stream()
                .filter(panel -> Focus.within(panel.node()).isPresent())
                .findFirst()
                .or(() -> panels.stream().filter(shown::shows).findFirst());
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

    private void rescale() {
        fit();
        dividers.place();
    }

    private void fit() {
        double zoom = Zoom.of(frame);
        if (frame.getWidth() == 0 || frame.getHeight() == 0) {
            return;
        }
        var fitting = Arrangement.of(frame.getWidth() / zoom, frame.getHeight() / zoom);
        if (!fitting.equals(arrangement)) {
            arrangement = fitting;
            rearrange();
        }
    }

    /** Puts the panels where they belong now; the keyboard stays where it was, if that is seen. */
    private void rearrange() {
        Optional<Panel> last = current();
        Node owner = frame.getScene() == null ? null : frame.getScene().getFocusOwner();
        arrange();
        // Tabs hold their panels as soon as they have a style.
        frame.applyCss();
        last.filter(this::isPlaced).ifPresent(this::showInPlace);
        if (owner != null && owner.getScene() != null && Focus.isSeen(owner)) {
            owner.requestFocus();
        }
    }

    private void arrange() {
        areas.values().forEach(AreaView::release);
        areas.forEach((area, view) -> view.hold(panelsIn(area)));
        columns.getItems()
                .setAll(
                        Stream.of(Area.LEFT, Area.MIDDLE, Area.RIGHT)
                                .map(this::area)
                                .filter(AreaView::holdsAny)
                                .toList());
        AreaView line = area(Area.LINE);
        boolean hasColumns = !columns.getItems().isEmpty();
        VBox.setVgrow(line, hasColumns ? null : Priority.ALWAYS);
        upper.getChildren().setAll(only(columns, hasColumns));
        upper.getChildren().addAll(only(line, line.holdsAny()));
        AreaView bottom = area(Area.BOTTOM);
        rows.getItems().setAll(only(upper, !upper.getChildren().isEmpty()));
        rows.getItems().addAll(only(bottom, bottom.holdsAny()));
        AreaView top = area(Area.TOP);
        frame.setTop(top.holdsAny() ? top : null);
        dividers.place();
    }

    private static List<Node> only(Node node, boolean wanted) {
        return wanted ? List.of(node) : List.of();
    }

    private List<Panel> panelsIn(Area area) {
        return placed.stream()
                .filter(each -> place(each.area()) == area)
                .map(Panels.Placed::panel)
                .filter(shown::shows)
                .toList();
    }

    /** Where the panels of a place stand: one that has all the room needs a place that has it. */
    private Area place(Area area) {
        boolean low = area == Area.TOP || area == Area.LINE;
        return low && shown.alone().isPresent() ? Area.MIDDLE : arrangement.of(area);
    }

    private boolean isPlaced(Panel panel) {
        return areas.values().stream().anyMatch(view -> view.holds(panel));
    }

    private void showInPlace(Panel panel) {
        areas.values().stream().filter(view -> view.holds(panel)).forEach(view -> view.show(panel));
    }

    private void bringToFront(Panel panel) {
        if (!shown.shows(panel)) {
            show(panel, true);
        }
        showInPlace(panel);
    }
}
