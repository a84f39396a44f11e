package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Smaller windows give up places in a stated order. */
class ArrangementTest {
    @ParameterizedTest
    @CsvSource({
        "3840, 2000, 3, true, true",
        "1366, 670, 3, true, true",
        "1366, 630, 3, true, false",
        "1366, 500, 3, false, false",
        "1024, 527, 2, false, false",
        "1024, 700, 2, true, false",
        "800, 500, 1, false, false",
        "540, 320, 1, false, false"
    })
    void theSizeDecidesWhichPlacesThereAre(
            double width, double height, int columns, boolean strip, boolean top) {
        assertThat(Arrangement.of(width, height)).isEqualTo(new Arrangement(columns, strip, top));
    }

    @Test
    void thePlaceBelowJoinsTheCurvesThenTheImagesThenAll() {
        assertThat(new Arrangement(3, true, false).of(Area.BOTTOM)).isEqualTo(Area.BOTTOM);
        assertThat(new Arrangement(3, false, false).of(Area.BOTTOM)).isEqualTo(Area.RIGHT);
        assertThat(new Arrangement(2, false, false).of(Area.BOTTOM)).isEqualTo(Area.MIDDLE);
        assertThat(new Arrangement(2, true, false).of(Area.RIGHT)).isEqualTo(Area.MIDDLE);
        assertThat(new Arrangement(2, true, false).of(Area.LEFT)).isEqualTo(Area.LEFT);
        assertThat(new Arrangement(1, false, false).of(Area.LEFT)).isEqualTo(Area.MIDDLE);
    }

    @Test
    void thePlaceAboveJoinsTheImages() {
        assertThat(Arrangement.WHOLE.of(Area.TOP)).isEqualTo(Area.TOP);
        assertThat(new Arrangement(3, true, false).of(Area.TOP)).isEqualTo(Area.MIDDLE);
    }
}
