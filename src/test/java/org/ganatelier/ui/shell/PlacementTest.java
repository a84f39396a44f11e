package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;

import org.ganatelier.session.WindowPlace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A place that was remembered on another screen. */
class PlacementTest {
    private static final Rectangle2D SCREEN = new Rectangle2D(0, 28, 1366, 740);

    @ParameterizedTest
    @CsvSource({
        // As it was.
        "100, 50, 800, 600, 100, 50, 800, 600",
        // Larger than the screen.
        "200, 100, 1440, 900, 0, 28, 1366, 740",
        // Over an edge.
        "900, 500, 800, 600, 566, 168, 800, 600",
        "-300, -40, 800, 600, 0, 28, 800, 600"
    })
    void itIsMovedAndMadeSmallerAsFarAsItMustBe(
            double x,
            double y,
            double width,
            double height,
            double nowX,
            double nowY,
            double nowWidth,
            double nowHeight) {
        assertThat(Placement.fitted(new WindowPlace(x, y, width, height, true), SCREEN))
                .isEqualTo(new WindowPlace(nowX, nowY, nowWidth, nowHeight, true));
    }
}
