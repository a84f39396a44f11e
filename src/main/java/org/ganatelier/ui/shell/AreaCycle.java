package org.ganatelier.ui.shell;

import javafx.scene.Node;

import java.util.List;
import java.util.Optional;

/** Takes the keyboard from one place of the window to the next, or back. FX thread only. */
final class AreaCycle {
    private final List<AreaView> areas;

    AreaCycle(List<AreaView> areas) {
        this.areas = areas;
    }

    /**
     * Goes on.
     *
     * @param step 1 for the next place that is to be seen, -1 for the one before
     */
    void go(int step) {
        int size = areas.size();
        int here = here();
        // From outside of all places, forward is the first and back is the last.
        int start = here < 0 && step < 0 ? 0 : here;
        for (int i = 1; i <= size; i++) {
            AreaView area = areas.get(Math.floorMod(start + i * step, size));
            Optional<Node> target = area.getScene() == null ? Optional.empty() : area.entrance();
            if (target.isPresent()) {
                target.get().requestFocus();
                return;
            }
        }
    }

    private int here() {
        for (int i = 0; i < areas.size(); i++) {
            if (Focus.within(areas.get(i)).isPresent()) {
                return i;
            }
        }
        return -1;
    }
}
