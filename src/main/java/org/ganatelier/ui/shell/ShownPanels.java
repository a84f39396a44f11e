package org.ganatelier.ui.shell;

import org.ganatelier.ui.panel.Panel;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which panels are to be seen: all but the hidden ones, or one alone. FX thread only. */
final class ShownPanels {
    private final List<Panel> panels;
    private final Set<String> hidden;
    private Optional<Panel> alone = Optional.empty();

    /**
     * @param panels all of them
     * @param hidden names of those that are hidden, and perhaps of others that there were once
     */
    ShownPanels(List<Panel> panels, Set<String> hidden) {
        this.panels = panels;
        this.hidden = new HashSet<>(hidden);
        List<Panel> first = panels.stream().filter(Panel::isShownAtFirst).toList();
        if (first.stream().allMatch(panel -> hidden.contains(panel.id()))) {
            this.hidden.clear();
        }
        panels.stream()
                .filter(panel -> !first.contains(panel))
                .forEach(panel -> this.hidden.add(panel.id()));
    }

    /** Whether a panel is to be seen, if there is room for it. */
    boolean shows(Panel panel) {
        return alone.map(panel::equals).orElseGet(() -> !isHidden(panel));
    }

    /** Whether a panel is hidden; one that is not may stand behind the one that is alone. */
    boolean isHidden(Panel panel) {
        return hidden.contains(panel.id());
    }

    /** Shows a panel, or hides it; the last one that is to be seen stays. */
    void show(Panel panel, boolean shown) {
        if (shown) {
            hidden.remove(panel.id());
        } else if (panels.stream().filter(each -> !isHidden(each)).count() > 1) {
            hidden.add(panel.id());
        }
        alone = Optional.empty();
    }

    /** The panel that has all the room, if one has. */
    Optional<Panel> alone() {
        return alone;
    }

    /** Gives a panel all the room, or takes it back from the one that has it. */
    void toggleAlone(Panel panel) {
        alone = alone.isPresent() ? Optional.empty() : Optional.of(panel);
    }

    /** The names of the hidden panels. */
    Set<String> hidden() {
        return Set.copyOf(hidden);
    }

    /** Shows what others with the same names show. */
    void takeOver(ShownPanels before) {
        hidden.clear();
        hidden.addAll(before.hidden);
        alone =
                before.alone.flatMap(
                        old ->
                                panels.stream()
                                        .filter(panel -> panel.id().equals(old.id()))
                                        .findFirst());
    }
}
