package org.ganatelier.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class MomentsTest {
    private static final Offset<Double> ROUNDING = within(1e-6);

    /** Four vectors of two values; numpy.cov(rows, rowvar=False) gives the covariance below. */
    private static final float[] ROWS = {1, 2, 3, 5, 5, 1, 7, 0};

    @Test
    void areTheMeanAndTheUnbiasedCovariance() {
        Moments moments = Moments.of(ROWS, 2);
        assertThat(moments.count()).isEqualTo(4);
        assertThat(moments.mean()).containsExactly(new double[] {4, 2}, ROUNDING);
        assertThat(moments.covariance())
                .containsExactly(new double[] {20 / 3.0, -10 / 3.0, -10 / 3.0, 14 / 3.0}, ROUNDING);
    }

    @Test
    void aGroupIsEveryNthVector() {
        Moments group = Moments.of(ROWS, 2, 1, 2);
        assertThat(group.count()).isEqualTo(2);
        assertThat(group.mean()).containsExactly(new double[] {5, 2.5}, ROUNDING);
    }

    @Test
    void withoutAGroupAreThoseOfTheRest() {
        Moments rest = Moments.of(ROWS, 2).minus(Moments.of(ROWS, 2, 1, 2));
        Moments expected = Moments.of(ROWS, 2, 0, 2);
        assertThat(rest.count()).isEqualTo(2);
        assertThat(rest.mean()).containsExactly(expected.mean(), ROUNDING);
        assertThat(rest.covariance()).containsExactly(expected.covariance(), ROUNDING);
    }

    @Test
    void ofAKnownMeanAndCovarianceGiveThemBack() {
        float[] covariance = {3, 0.5f, 0.5f, 2};
        Moments moments = Moments.of(25_000, new float[] {-7, 0.25f}, covariance);
        assertThat(moments.mean()).containsExactly(new double[] {-7, 0.25}, ROUNDING);
        assertThat(moments.covariance())
                .containsExactly(new double[] {3, 0.5, 0.5, 2}, within(1e-5));
    }

    @Test
    void aCovarianceOfAnotherWidthIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Moments(1, new double[2], new double[3]));
    }
}
