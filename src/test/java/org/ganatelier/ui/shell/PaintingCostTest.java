package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import org.ganatelier.session.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;

import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Without a graphics card the window is painted by the processor that trains. */
@SuppressWarnings("NullAway.Init") // TestFX fills the fields before each test
class PaintingCostTest extends ApplicationTest {
    /** Of pixels: smaller parts take no time worth saving. */
    private static final double LARGE = 40_000;

    private Stage stage;

    @Override
    public void start(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    /**
     * JavaFX blends a transparent colour with all that lies behind, pixel by pixel; and of what a
     * viewport keeps as a picture it paints everything anew when any part changes.
     */
    @Test
    void whatChangesDuringTrainingIsPaintedWithoutDetours() throws Exception {
        var blended = new TreeSet<String>();
        var kept = new TreeSet<String>();
        var open = new TestWindow[1];
        interact(() -> open[0] = new TestWindow(stage, Settings.Theme.LIGHT));
        try {
            open[0].inEveryState(
                    _ -> {
                        seen(PaintingCostTest::isPaintedInNoColour).forEach(blended::add);
                        seen(node -> isViewport(node) && node.isCache()).forEach(kept::add);
                    });
        } finally {
            open[0].close();
        }

        assertThat(blended).isEmpty();
        assertThat(kept).noneMatch(where -> where.matches(".*(charts|slow|latent).*"));
    }

    private Stream<String> seen(Predicate<Node> trait) {
        return TestWindow.shown(stage.getScene().getRoot())
                .filter(trait)
                .map(PaintingCostTest::path);
    }

    private static boolean isViewport(Node node) {
        return node.getStyleClass().contains("viewport");
    }

    private static boolean isPaintedInNoColour(Node node) {
        return node instanceof Region region
                && region.getWidth() * region.getHeight() > LARGE
                && region.getBackground() != null
                && region.getBackground().getFills().stream()
                        .anyMatch(fill -> Color.TRANSPARENT.equals(fill.getFill()));
    }

    private static String path(Node node) {
        return String.join(
                " > ",
                Stream.iterate(node, n -> n != null, Node::getParent)
                        .map(n -> String.join(".", n.getStyleClass()))
                        .filter(name -> !name.isEmpty())
                        .toList()
                        .reversed());
    }
}
