package org.ganatelier.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.train.Moments;
import org.junit.jupiter.api.Test;

import java.util.Random;

final class FrechetTest {
    private static final int MANY = 1_000_000;

    // Moments are made of floats, and the distance is a difference of sums of about 10.
    private static final double ROUNDING = 1e-5;

    private static Moments normal(float[] mean, float... covariance) {
        return Moments.of(MANY, mean, covariance);
    }

    private static double distance(Moments a, Moments b) {
        return new Frechet(a).distance(b);
    }

    @Test
    void ofADistributionFromItselfIsZero() {
        Moments some = normal(new float[] {1, -2}, 2, 0.5f, 0.5f, 1);
        assertThat(distance(some, some)).isCloseTo(0, within(ROUNDING));
    }

    @Test
    void withOneSpreadIsTheSquaredDistanceOfTheMeans() {
        Moments here = normal(new float[] {0, 0}, 2, 0.5f, 0.5f, 1);
        Moments there = normal(new float[] {3, 4}, 2, 0.5f, 0.5f, 1);
        assertThat(distance(here, there)).isCloseTo(25, within(ROUNDING));
    }

    /** Along each axis (sd1 - sd2)²: (1 - 2)² + (3 - 1)² = 5. */
    @Test
    void ofIndependentValuesAddsTheirDifferencesInDeviation() {
        Moments a = normal(new float[] {0, 0}, 1, 0, 0, 9);
        Moments b = normal(new float[] {0, 0}, 4, 0, 0, 1);
        assertThat(distance(a, b)).isCloseTo(5, within(ROUNDING));
        assertThat(distance(b, a)).isCloseTo(5, within(ROUNDING));
    }

    /**
     * Of two-by-two matrices tr((A B)^(1/2)) = sqrt(tr(A B) + 2 sqrt(det(A B))). These do not
     * commute: A = [2 1; 1 2], B = [1 0; 0 4], tr(A B) = 10, det(A B) = 12.
     */
    @Test
    void ofCovariancesThatDoNotCommuteIsAsByHand() {
        Moments a = normal(new float[] {0, 0}, 2, 1, 1, 2);
        Moments b = normal(new float[] {0, 0}, 1, 0, 0, 4);
        double expected = 4 + 5 - 2 * Math.sqrt(10 + 2 * Math.sqrt(12));
        assertThat(distance(a, b)).isCloseTo(expected, within(ROUNDING));
    }

    /** A collapsed generator gives one image: its covariance is zero, and tr(C1) remains. */
    @Test
    void toleratesValuesThatNeverChange() {
        Moments a = normal(new float[] {0, 0}, 2, 1, 1, 2);
        Moments point = normal(new float[] {0, 0}, 0, 0, 0, 0);
        assertThat(distance(a, point)).isCloseTo(4, within(ROUNDING));
        assertThat(distance(point, a)).isCloseTo(4, within(ROUNDING));
    }

    /** As above, but from drawn vectors; deviations shrink with the root of the number. */
    @Test
    void ofDrawnVectorsComesNearTheTruth() {
        int count = 20_000;
        Moments a = drawn(count, 0, 1, 3);
        Moments b = drawn(count, 5, 2, 1);
        assertThat(distance(a, b)).isCloseTo(25 + 25 + 1 + 4, within(1.5));
    }

    private static Moments drawn(int count, double mean, double deviation, double other) {
        var random = new Random(1);
        var rows = new float[2 * count];
        for (int i = 0; i < count; i++) {
            rows[2 * i] = (float) (mean + deviation * random.nextGaussian());
            rows[2 * i + 1] = (float) (mean + other * random.nextGaussian());
        }
        return Moments.of(rows, 2);
    }
}
