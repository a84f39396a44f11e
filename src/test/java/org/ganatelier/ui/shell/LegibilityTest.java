package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.ganatelier.session.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;

/** All that stands in the window can be read, in both themes. */
@SuppressWarnings("NullAway.Init") // TestFX fills the fields before each test
class LegibilityTest extends ApplicationTest {
    /**
     * The least that WCAG 2.2 asks for: of texts (1.4.3), of graphics that say something (1.4.11).
     */
    private static final double TEXT = 4.5;

    private static final double GRAPHICS = 3;

    /** Small surfaces that say something by being there or by their colour. */
    private static final List<String> SIGNS =
            List.of("state-dot", "swatch", "class-bar", "thumb", "arrow");

    /** Lines that show a value. */
    private static final List<String> LINES =
            List.of("crosshair-line", "distance-line", "distance-baseline", "class-due");

    private Stage stage;

    @Override
    public void start(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    @Test
    void blackOnWhiteIsTheMost() {
        assertThat(Contrast.between(Color.BLACK, Color.WHITE)).isEqualTo(21);
        assertThat(Contrast.between(Color.web("#777777"), Color.WHITE)).isBetween(4.47, 4.49);
    }

    @ParameterizedTest
    @EnumSource(Settings.Theme.class)
    void everyTextAndEverySignStandsOut(Settings.Theme theme) throws Exception {
        var open = new TestWindow[1];
        interact(() -> open[0] = new TestWindow(stage, theme));
        var faint = new TreeMap<String, String>();
        try {
            open[0].inEveryState(
                    state ->
                            TestWindow.shown()
                                    .filter(node -> !node.isDisabled() && Contrast.isInView(node))
                                    .forEach(
                                            node ->
                                                    complaint(node)
                                                            .ifPresent(
                                                                    words ->
                                                                            faint.putIfAbsent(
                                                                                    words,
                                                                                    state))));
        } finally {
            open[0].close();
        }
        assertThat(faint).isEmpty();
    }

    private static Optional<String> complaint(Node node) {
        return switch (node) {
            case FontIcon icon -> below(GRAPHICS, icon, Contrast.of(icon, icon.getFill()), "icon");
            case Text text when !text.getText().isBlank() ->
                    below(TEXT, text, Contrast.of(text, text.getFill()), text.getText());
            case Text _ -> Optional.empty();
            case Shape shape when shape.getStyleClass().stream().anyMatch(LINES::contains) ->
                    below(GRAPHICS, shape, Contrast.of(shape, shape.getStroke()), "line");
            case Region region when isSign(region) ->
                    below(GRAPHICS, region, Contrast.of(region, paint(region)), "sign");
            default -> Optional.empty();
        };
    }

    private static boolean isSign(Region region) {
        return region.getStyleClass().stream().anyMatch(SIGNS::contains)
                && region.getBackground() != null
                && !region.getBackground().getFills().isEmpty()
                && Contrast.colour(paint(region)).getOpacity() > 0;
    }

    private static Paint paint(Region region) {
        return region.getBackground().getFills().getLast().getFill();
    }

    private static Optional<String> below(double least, Node node, double contrast, String what) {
        return contrast >= least
                ? Optional.empty()
                : Optional.of(
                        "%.2f %s %s in %s"
                                .formatted(
                                        contrast,
                                        what,
                                        node.getStyleClass(),
                                        node.getParent().getStyleClass()
                                                + " in "
                                                + node.getParent().getParent().getStyleClass()));
    }
}
