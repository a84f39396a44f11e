package org.ganatelier.experiment.basics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RangeTest {
    @Test
    void bordersBelongToARangeUnlessItSaysOtherwise() {
        Range all = Range.between(0, 1);
        assertThat(all.contains(0)).isTrue();
        assertThat(all.contains(1)).isTrue();
        assertThat(all.aboveLeast().contains(0)).isFalse();
        assertThat(all.aboveLeast().contains(1)).isTrue();
        assertThat(all.belowMost().contains(1)).isFalse();
        assertThat(all.belowMost().contains(0)).isTrue();
        assertThat(Range.inside(0, 1).contains(0)).isFalse();
        assertThat(Range.inside(0, 1).contains(1)).isFalse();
        assertThat(Range.inside(0, 1).contains(0.5)).isTrue();
    }

    @Test
    void whatLiesBeyondIsOutside() {
        assertThat(Range.between(0, 1).contains(-0.001)).isFalse();
        assertThat(Range.between(0, 1).contains(1.001)).isFalse();
        assertThat(Range.atLeast(1).contains(0)).isFalse();
        assertThat(Range.atLeast(1).contains(Long.MAX_VALUE)).isTrue();
    }

    @Test
    void whatIsNoNumberIsInNoRange() {
        assertThat(Range.atLeast(0).contains(Double.NaN)).isFalse();
        assertThat(Range.inside(0, 1).contains(Double.NaN)).isFalse();
    }
}
