package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.Image;
import javafx.stage.Stage;

import org.ganatelier.session.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;

/** One sees where the keyboard is, whatever has it. */
@SuppressWarnings("NullAway.Init") // TestFX fills the fields before each test
class FocusLooksTest extends ApplicationTest {
    /** Of what changes with the focus, as WCAG 2.2 (2.4.13) asks for. */
    private static final double CONTRAST = 3;

    /** A ring around the smallest of all, a check box, has more; a caret in a field has fewer. */
    private static final int PIXELS = 45;

    /** A ring lies outside of what it is around, by so many pixels. */
    private static final double RING = 6;

    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private Stage stage;

    @Override
    public void start(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    @ParameterizedTest
    @EnumSource(Settings.Theme.class)
    void whateverHasTheKeyboardLooksLikeIt(Settings.Theme theme) throws Exception {
        var open = new TestWindow[1];
        interact(() -> open[0] = new TestWindow(stage, theme));
        var same = new TreeMap<String, String>();
        try {
            open[0].inEveryState(
                    state ->
                            TestWindow.shown(stage.getScene().getRoot())
                                    .filter(node -> node.isFocusTraversable() && !node.isDisabled())
                                    .filter(Contrast::isInView)
                                    .filter(seen::add)
                                    .toList()
                                    .forEach(
                                            node -> {
                                                int changed = changed(node);
                                                if (changed < PIXELS) {
                                                    same.put(changed + " " + node, state);
                                                }
                                            }));
        } finally {
            open[0].close();
        }
        assertThat(seen).hasSizeGreaterThan(60);
        assertThat(same).isEmpty();
    }

    /** How many pixels look clearly different when a node has the keyboard. */
    private static int changed(Node node) {
        Parent root = node.getScene().getRoot();
        Node elsewhere = root.lookup(node.equals(root.lookup("#train")) ? "#seed" : "#train");
        elsewhere.requestFocus();
        Image without = picture(root);
        node.requestFocus();
        Image with = picture(root);
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        int right = (int) Math.min(with.getWidth(), bounds.getMaxX() + RING);
        int bottom = (int) Math.min(with.getHeight(), bounds.getMaxY() + RING);
        int changed = 0;
        for (int y = (int) Math.max(0, bounds.getMinY() - RING); y < bottom; y++) {
            for (int x = (int) Math.max(0, bounds.getMinX() - RING); x < right; x++) {
                double contrast =
                        Contrast.between(
                                without.getPixelReader().getColor(x, y),
                                with.getPixelReader().getColor(x, y));
                changed += contrast >= CONTRAST ? 1 : 0;
            }
        }
        return changed;
    }

    private static Image picture(Parent root) {
        // What scrolls is painted from a copy that only the next frame renews.
        root.lookupAll(".viewport").forEach(viewport -> viewport.setCache(false));
        root.applyCss();
        root.layout();
        return root.snapshot(null, null);
    }
}
