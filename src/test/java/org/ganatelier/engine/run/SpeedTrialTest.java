package org.ganatelier.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.engine.network.Nets;
import org.ganatelier.project.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.OptionalInt;

/** The time-out only ends a trial that hangs. */
@Timeout(120)
class SpeedTrialTest {
    private final EngineTrainer trainer = new EngineTrainer();

    /** Images, with labels and without, and points. */
    @ParameterizedTest
    @ValueSource(strings = {"mlp", "digits-conditional", "points"})
    void everyKindOfExperimentCanBeTried(String preset) throws Exception {
        var plan = Nets.ready(Presets.load(preset).withTraining(t -> t.withBatchSize(8)));
        assertThat(
                        trainer.stepsPerSecond(
                                        plan, OptionalInt.empty(), Duration.ZERO, () -> false)
                                .orElseThrow())
                .isPositive()
                .isFinite();
    }

    /** Of the bundled ones this is the largest; the program has 768 MB. */
    @Test
    void aTrialTakesAThirdOfTheMemoryAtMost() throws Exception {
        var plan = Nets.ready(Presets.load("tutorial"));
        assertThat(EngineTrainer.canBeTried(plan, 768L << 20)).isTrue();
        assertThat(EngineTrainer.canBeTried(plan, 512L << 20)).isFalse();
    }

    @Test
    void aTrialIsLeftWhenNobodyWaits() throws Exception {
        var plan = Nets.ready(Presets.load("mlp").withTraining(t -> t.withBatchSize(8)));
        assertThat(
                        trainer.stepsPerSecond(
                                plan, OptionalInt.empty(), Duration.ofDays(1), () -> true))
                .isEmpty();
    }
}
