package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedScaleTest {
    @Test
    void theLeftEndIsOneStepASecondAndTheRightEndIsFullSpeed() {
        assertThat(SpeedScale.speedAt(0)).isEqualTo(1);
        assertThat(SpeedScale.speedAt(1)).isInfinite();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.25, 0.5, 0.75, 0.98, 1})
    void theSliderStandsWhereItsSpeedIs(double position) {
        assertThat(SpeedScale.positionOf(SpeedScale.speedAt(position)))
                .isCloseTo(position, within(1e-9));
    }

    @Test
    void equalWaysAreEqualFactors() {
        double first = SpeedScale.speedAt(0.4) / SpeedScale.speedAt(0.2);
        double second = SpeedScale.speedAt(0.8) / SpeedScale.speedAt(0.6);

        assertThat(first).isGreaterThan(2).isCloseTo(second, within(1e-9));
    }

    @Test
    void speedsAreSaidInWords() {
        assertThat(SpeedScale.describe(1, Words.english())).isEqualTo("one step a second");
        assertThat(SpeedScale.describe(12.3, Words.english()))
                .isEqualTo("at most 12 steps a second");
        assertThat(SpeedScale.describe(Double.POSITIVE_INFINITY, Words.english()))
                .isEqualTo("full speed");
    }
}
