package org.ganatelier.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;

class SlerpTest {
    /** Results are single precision: 2^-24 relative, for a few operations on values below 10. */
    private static final Offset<Double> ROUNDING = within(1e-5);

    @Test
    void aQuarterCircleIsDividedEvenly() {
        float[] third = Slerp.between(new float[] {1, 0}, new float[] {0, 1}, 1.0 / 3);

        assertThat((double) third[0]).isCloseTo(Math.cos(Math.toRadians(30)), ROUNDING);
        assertThat((double) third[1]).isCloseTo(Math.sin(Math.toRadians(30)), ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.25, 0.5, 0.9})
    void theWayBetweenNoiseOfOneLengthKeepsTheLengthAndTurnsEvenly(double t) {
        float[] a = noise(1, 64, 8);
        float[] b = noise(2, 64, 8);

        float[] z = Slerp.between(a, b, t);

        assertThat(length(z)).isCloseTo(8, ROUNDING);
        assertThat(angle(a, z)).isCloseTo(t * angle(a, b), ROUNDING);
    }

    @Test
    void theEndsAreExactAndNotTheSameArrays() {
        float[] a = noise(1, 100, 10);
        float[] b = noise(2, 100, 12);

        assertThat(Slerp.between(a, b, 0)).isEqualTo(a).isNotSameAs(a);
        assertThat(Slerp.between(a, b, 1)).isEqualTo(b).isNotSameAs(b);
    }

    @Test
    void parallelVectorsAreJoinedByALine() {
        assertThat(Slerp.between(new float[] {1, 2}, new float[] {3, 6}, 0.5))
                .containsExactly(2, 4);
        float[] same = noise(1, 64, 8);
        assertThat(Slerp.between(same, same, 0.3)).containsExactly(same, within(1e-5f));
    }

    @Test
    void aZeroVectorIsJoinedByALine() {
        assertThat(Slerp.between(new float[] {0, 0}, new float[] {4, -2}, 0.5))
                .containsExactly(2, -1);
        assertThat(Slerp.between(new float[2], new float[2], 0.5)).containsExactly(0, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 0.75})
    void oppositeVectorsAreJoinedAroundTheMiddle(double t) {
        float[] a = noise(3, 64, 8);
        var b = new float[64];
        for (int i = 0; i < 64; i++) {
            b[i] = -a[i];
        }

        float[] z = Slerp.between(a, b, t);

        assertThat(length(z)).isCloseTo(8, ROUNDING);
        assertThat(angle(a, z)).isCloseTo(t * Math.PI, ROUNDING);
    }

    @Test
    void onALineTheWayBetweenOppositePointsLeadsThroughZero() {
        assertThat(Slerp.between(new float[] {2}, new float[] {-2}, 0.5))
                .containsExactly(new float[] {0}, within(1e-6f));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        var two = new float[2];
        assertThatThrownBy(() -> Slerp.between(two, new float[3], 0.5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Slerp.between(two, two, 1.1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Slerp.between(two, two, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static float[] noise(long seed, int size, double length) {
        var random = new Random(seed);
        var noise = new float[size];
        for (int i = 0; i < size; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        double factor = length / length(noise);
        for (int i = 0; i < size; i++) {
            noise[i] *= (float) factor;
        }
        return noise;
    }

    private static double length(float[] a) {
        return Math.sqrt(dot(a, a));
    }

    private static double angle(float[] a, float[] b) {
        return Math.acos(Math.clamp(dot(a, b) / length(a) / length(b), -1, 1));
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
