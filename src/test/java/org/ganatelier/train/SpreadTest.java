package org.ganatelier.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

class SpreadTest {
    @Test
    void aHistogramCountsEveryNumberOnce() {
        float[] values = {-3, -1, 0, 1, 3};
        Spread spread = Spread.of(values.length, 20, i -> values[i]);

        assertThat(spread.norm()).isEqualTo(Math.sqrt(20));
        assertThat(spread.rms()).isEqualTo(2);
        assertThat(spread.low()).isEqualTo(-3);
        assertThat(spread.high()).isEqualTo(3);
        assertThat(Arrays.stream(spread.counts()).sum()).isEqualTo(values.length);
        assertThat(spread.counts()[0]).isEqualTo(1);
        assertThat(spread.counts()[Spread.BINS / 2]).isEqualTo(1);
        assertThat(spread.counts()[Spread.BINS - 1]).isEqualTo(1);
    }

    /** One number a hundred times as large as the rest does not make the rest one bar. */
    @Test
    void whatLiesFarOutsideIsInTheOuterBins() {
        var values = new float[10_000];
        var random = new Random(1);
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = i == 7 ? 100 : (float) random.nextGaussian();
            squares += (double) values[i] * values[i];
        }
        Spread spread = Spread.of(values.length, squares, i -> values[i]);

        assertThat(spread.high()).isLessThan(8);
        assertThat(spread.counts()[Spread.BINS - 1]).isPositive();
        assertThat(Arrays.stream(spread.counts()).sum()).isEqualTo(values.length);
    }

    @Test
    void equalNumbersAndNoneHaveASpreadToo() {
        Spread equal = Spread.of(3, 12, _ -> 2);
        assertThat(equal.low()).isEqualTo(2);
        assertThat(equal.highestCount()).isEqualTo(3);
        Spread zeros = Spread.of(3, 0, _ -> 0);
        assertThat(zeros.rms()).isZero();
        assertThat(zeros.highestCount()).isEqualTo(3);
        Spread none = Spread.of(0, 0, _ -> 1);
        assertThat(none.rms()).isZero();
        assertThat(Arrays.stream(none.counts()).sum()).isZero();
    }

    /** A hundred thousand draws: their mean square is known to about half a percent. */
    @Test
    void someOfManyNumbersTellHowLargeAllAre() {
        int size = 1_000_000;
        var random = new Random(2);
        var values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (3 * random.nextGaussian());
        }
        Spread spread = Spread.sampled(size, i -> values[i]);

        assertThat(spread.rms()).isCloseTo(3, within(0.05));
        assertThat(spread.size()).isEqualTo(size);
        assertThat(Arrays.stream(spread.counts()).sum()).isLessThanOrEqualTo(Spread.SEEN);
    }
}
