package org.ganatelier.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.experiment.objective.Hinge;
import org.ganatelier.experiment.objective.InstanceNoise;
import org.ganatelier.experiment.objective.Objective;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    /** Arithmetic of a few roundings. */
    private static final double ROUNDING = 1e-12;

    @ParameterizedTest
    @CsvSource({
        "CONSTANT, 0, 1",
        "CONSTANT, 5000, 1",
        "LINEAR, 0, 1",
        "LINEAR, 250, 0.8",
        "LINEAR, 1000, 0.2",
        "LINEAR, 5000, 0.2",
        "COSINE, 0, 1",
        // A third of half a wave: cos 59.94 degrees is 0.5009068.
        "COSINE, 333, 0.8003627",
        "COSINE, 500, 0.6",
        "COSINE, 1000, 0.2",
        "COSINE, 5000, 0.2"
    })
    void aRateFallsAsItsScheduleSays(Schedule.Kind kind, long step, double share) {
        assertThat(new Schedule(kind, 1000, 0.2).share(step)).isEqualTo(share, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5", "10, 0.25", "19, 0.025", "20, 0", "21, 0"})
    void instanceNoiseFallsLinearlyToNothing(long step, double deviation) {
        var objective = new Objective(new Hinge()).withInstanceNoise(new InstanceNoise(0.5, 20));
        assertThat(objective.instanceNoise().at(step)).isEqualTo(deviation, within(ROUNDING));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aShareOutsideZeroAndOneIsRefused(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.CONSTANT.withFinalShare(share));
    }
}
