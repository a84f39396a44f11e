package org.ganatelier.ui.shell;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What does not fit in a window as it is laid out now. FX thread only. */
final class LayoutFaults {
    /** Of rounding to whole pixels, and of borders that touch. */
    private static final double TOLERANCE = 1.5;

    /** Names that their owners choose: they are in full in a tooltip. */
    private static final Set<String> CHOSEN_NAMES = Set.of("data");

    /** The rest is in a tooltip, or on a page. */
    private static final Set<String> SHORTENED =
            Set.of("run-shown", "coach-sentence", "runs-cell", "runs-note");

    private final Parent root;
    private final List<Node> items = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    LayoutFaults(Parent root) {
        this.root = root;
        collect(root);
    }

    /** One line each; none where everything fits. */
    List<String> all() {
        items.forEach(this::checkInside);
        items.forEach(this::checkWhole);
        checkApart();
        return faults;
    }

    /** What can be read or used, without the parts that it is made of. */
    private void collect(Node node) {
        boolean listedElsewhere = node instanceof TabPane tabs && isCrowded(tabs);
        if (!node.isVisible() || node.getStyleClass().contains("notice-bar")) {
            return;
        }
        if (listedElsewhere) {
            // Tabs without room are in a menu at the end of the line.
            ((TabPane) node)
                    .getTabs().stream()
                            .filter(Tab::isSelected)
                            .forEach(tab -> collect(tab.getContent()));
            return;
        }
        if (isItem(node)) {
            items.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::collect);
        }
    }

    /** Whether its tabs are longer than the line that they stand in, and a menu has them all. */
    private static boolean isCrowded(TabPane tabs) {
        Node menu = inHead(tabs, ".control-buttons-tab");
        return menu != null && menu.isVisible();
    }

    /** A part of the line of its tabs, and not of that of tabs within one of them. */
    private static @Nullable Node inHead(TabPane tabs, String selector) {
        return tabs.getChildrenUnmodifiable().stream()
                .filter(part -> part.getStyleClass().contains("tab-header-area"))
                .map(area -> area.lookup(selector))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean isItem(Node node) {
        return (node instanceof Labeled labeled && isSomething(labeled))
                || node instanceof TextInputControl
                || node instanceof Slider
                || node instanceof ComboBoxBase<?>;
    }

    private static boolean isSomething(Labeled labeled) {
        boolean silent = labeled.getText() == null || labeled.getText().isEmpty();
        return !silent || labeled.getGraphic() != null;
    }

    /** Inside all that is around it; what scrolls may be above or below. */
    private void checkInside(Node item) {
        Bounds mine = bounds(item);
        for (@Nullable Parent around = item.getParent();
                around != null;
                around = around.getParent()) {
            boolean viewport = around.getStyleClass().contains("viewport");
            boolean outside =
                    mine.getMinX() < bounds(around).getMinX() - TOLERANCE
                            || mine.getMaxX() > bounds(around).getMaxX() + TOLERANCE;
            boolean clips = around.equals(root) || around.getClip() != null || viewport;
            boolean over =
                    !viewport
                            && (mine.getMinY() < bounds(around).getMinY() - TOLERANCE
                                    || mine.getMaxY() > bounds(around).getMaxY() + TOLERANCE);
            if (clips && (outside || over)) {
                faults.add("cut off: " + describe(item) + " by " + around.getStyleClass());
                return;
            }
            if (viewport) {
                // From here on only as much of it matters as can be seen.
                mine = seen(item);
                if (mine.isEmpty()) {
                    return;
                }
            }
        }
    }

    /** All of its text is there. */
    private void checkWhole(Node item) {
        if (item instanceof Labeled labeled
                && labeled.getText() != null
                && !CHOSEN_NAMES.contains(String.valueOf(item.getId()))
                && SHORTENED.stream().noneMatch(item.getStyleClass()::contains)) {
            boolean cut =
                    labeled.getChildrenUnmodifiable().stream()
                            .filter(Text.class::isInstance)
                            .map(text -> ((Text) text).getText())
                            .anyMatch(
                                    text ->
                                            text.endsWith(labeled.getEllipsisString())
                                                    && !text.equals(labeled.getText()));
            if (cut) {
                faults.add("shortened: " + describe(item));
            }
        }
    }

    /** None covers any of another; what has no place of its own may lie over a picture. */
    private void checkApart() {
        List<Node> placed = items.stream().filter(LayoutFaults::isManaged).toList();
        List<Bounds> seen = placed.stream().map(this::seen).toList();
        for (int i = 0; i < placed.size(); i++) {
            for (int j = i + 1; j < placed.size(); j++) {
                if (overlap(seen.get(i), seen.get(j))) {
                    faults.add(
                            "overlap: "
                                    + describe(placed.get(i))
                                    + " and "
                                    + describe(placed.get(j)));
                }
            }
        }
    }

    private static boolean overlap(Bounds a, Bounds b) {
        double width = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
        double height = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
        return width > TOLERANCE && height > TOLERANCE;
    }

    private static boolean isManaged(Node node) {
        for (@Nullable Node each = node; each != null; each = each.getParent()) {
            if (!each.isManaged()) {
                return false;
            }
        }
        return true;
    }

    /** The part of it that is not scrolled away. */
    private Bounds seen(Node item) {
        Bounds mine = bounds(item);
        for (@Nullable Parent around = item.getParent();
                around != null;
                around = around.getParent()) {
            if (around instanceof ScrollPane) {
                Bounds frame = bounds(around);
                double left = Math.max(mine.getMinX(), frame.getMinX());
                double top = Math.max(mine.getMinY(), frame.getMinY());
                mine =
                        new BoundingBox(
                                left,
                                top,
                                Math.min(mine.getMaxX(), frame.getMaxX()) - left,
                                Math.min(mine.getMaxY(), frame.getMaxY()) - top);
            }
        }
        return mine;
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static String describe(Node node) {
        String text = node instanceof Labeled labeled ? labeled.getText() : "";
        return node.getClass().getSimpleName() + node.getStyleClass() + " " + text;
    }
}
