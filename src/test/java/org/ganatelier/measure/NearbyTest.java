package org.ganatelier.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Random;

final class NearbyTest {
    private static final int WIDTH = 3;
    private static final float ALL = Float.NEGATIVE_INFINITY;

    private static float[] random(int count, long seed) {
        var random = new Random(seed);
        var values = new float[count * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    private static float nearest(float[] known, float[] rows, int row) {
        float least = Float.POSITIVE_INFINITY;
        for (int from = 0; from < known.length; from += WIDTH) {
            float sum = 0;
            for (int i = 0; i < WIDTH; i++) {
                float difference = rows[row * WIDTH + i] - known[from + i];
                sum += difference * difference;
            }
            least = Math.min(least, sum);
        }
        return least;
    }

    /** 1 and 64 fill no block and one; 65 and 200 make blocks of two sizes. */
    @Test
    void findsTheNearestOfAllWhateverTheirNumber() {
        float[] rows = random(20, 1);
        for (int count : new int[] {1, 64, 65, 200}) {
            float[] known = random(count, 2);
            var nearby = new Nearby(known, WIDTH);
            for (int row = 0; row < 20; row++) {
                assertThat(nearby.squared(rows, row, ALL)).isEqualTo(nearest(known, rows, row));
            }
        }
    }

    @Test
    void aSearchThatMayEndEarlyTellsInsideAndOutsideApart() {
        float[] rows = random(50, 1);
        var nearby = new Nearby(random(300, 2), WIDTH);
        for (int row = 0; row < 50; row++) {
            float least = nearby.squared(rows, row, ALL);
            for (float enough : new float[] {least / 2, least, 2 * least}) {
                assertThat(nearby.squared(rows, row, enough) <= enough).isEqualTo(least <= enough);
            }
        }
    }

    @Test
    void nothingIsNearWhereNothingIsKnown() {
        assertThat(new Nearby(new float[0], WIDTH).squared(random(1, 1), 0, 5))
                .isEqualTo(Float.POSITIVE_INFINITY);
    }

    @Test
    void distancesAreSorted() {
        assertThat(new Nearby(random(70, 2), WIDTH).sorted(random(30, 1))).hasSize(30).isSorted();
    }
}
