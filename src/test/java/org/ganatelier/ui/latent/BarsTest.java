package org.ganatelier.ui.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarsTest {
    @ParameterizedTest
    @CsvSource({"1,1,1", "32,1,32", "33,2,17", "64,2,32", "100,4,25", "256,8,32", "1000,8,125"})
    void rowsAreEvenAndNotTooMany(int values, int rows, int perRow) {
        Bars bars = Bars.of(values, 320, 140);

        assertThat(bars.rows()).isEqualTo(rows);
        assertThat(bars.perRow()).isEqualTo(perRow);
    }

    @ParameterizedTest
    @CsvSource({"0", "31", "32", "63"})
    void aBarIsFoundWhereItStands(int index) {
        Bars bars = Bars.of(64, 320, 140);
        int row = bars.rowAt(bars.top(bars.row(index)) + 1);

        assertThat(row).isEqualTo(bars.row(index));
        assertThat(bars.indexAt(row, bars.left(index) + 1)).isEqualTo(index);
    }

    @Test
    void outsideOfTheBarsTheNearestIsMeant() {
        Bars bars = Bars.of(100, 320, 140);

        assertThat(bars.rowAt(-50)).isZero();
        assertThat(bars.rowAt(900)).isEqualTo(3);
        assertThat(bars.indexAt(3, 900)).isEqualTo(99);
        assertThat(bars.indexAt(3, -900)).isEqualTo(75);
        assertThat(bars.valueAt(0, -50)).isEqualTo(3);
        assertThat(bars.valueAt(0, 900)).isEqualTo(-3);
    }

    @ParameterizedTest
    @CsvSource({"3", "1.5", "0", "-2.7"})
    void aValueIsReadWhereItIsDrawn(double value) {
        Bars bars = Bars.of(64, 320, 140);

        assertThat(bars.valueAt(1, bars.y(1, value))).isCloseTo(value, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0.834,+0.83", "-1.2,−1.20", "0,0.00", "-0.001,0.00", "3,+3.00"})
    void valuesHaveTheirSign(double value, String text) {
        assertThat(Values.text(value, Words.english())).isEqualTo(text);
    }
}
