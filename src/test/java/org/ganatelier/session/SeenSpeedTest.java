package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleObjectProperty;

import org.ganatelier.train.Metrics;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.OptionalDouble;

class SeenSpeedTest {
    private final SimpleObjectProperty<Optional<Metrics>> metrics =
            new SimpleObjectProperty<>(Optional.empty());
    private final SimpleObjectProperty<TrainingState> state =
            new SimpleObjectProperty<>(TrainingState.IDLE);
    private long now = Long.MAX_VALUE - 5;
    private final SeenSpeed speed = new SeenSpeed(metrics, state, () -> now);

    /** The run reaches a step so many milliseconds later; that it works for 20 only is not seen. */
    private void step(long step, long milliseconds) {
        now += milliseconds * 1_000_000;
        metrics.set(Optional.of(new Metrics(step, 0, step * 0.02, 1, 1, 0.5, 0.5, 3_200)));
    }

    private OptionalDouble seen() {
        return speed.stepsPerSecondProperty().get();
    }

    @Test
    void aLimitedRunIsAsSlowAsItIsSeenToBe() {
        state.set(TrainingState.TRAINING);
        step(1, 0);
        assertThat(seen()).isEmpty();
        for (int i = 2; i < 6; i++) {
            step(i, 1_000);
            assertThat(seen()).hasValue(1);
        }
    }

    @Test
    void afterThreeSecondsAnotherSpeedIsAllThatIsSeen() {
        state.set(TrainingState.TRAINING);
        for (int i = 1; i <= 10; i++) {
            step(i, 1_000);
        }
        for (int i = 1; i <= 31; i++) {
            step(10 + i, 100);
        }
        assertThat(seen()).hasValue(10);
    }

    /** One step takes longer than what is looked back to. */
    @Test
    void aVerySlowRunHasASpeedToo() {
        state.set(TrainingState.TRAINING);
        step(1, 0);
        step(2, 20_000);
        step(3, 10_000);
        assertThat(seen()).hasValue(0.1);
    }

    @Test
    void aPauseIsNoPartOfTheSpeed() {
        state.set(TrainingState.TRAINING);
        step(1, 0);
        step(2, 1_000);
        state.set(TrainingState.PAUSED);
        assertThat(seen()).isEmpty();
        step(3, 60_000);
        assertThat(seen()).isEmpty();
        state.set(TrainingState.TRAINING);
        step(4, 60_000);
        assertThat(seen()).isEmpty();
        step(5, 500);
        assertThat(seen()).hasValue(2);
    }

    @Test
    void anotherRunBeginsAnew() {
        state.set(TrainingState.TRAINING);
        step(500, 0);
        step(600, 1_000);
        step(1, 100);
        assertThat(seen()).isEmpty();
        step(2, 100);
        assertThat(seen()).hasValue(10);
    }
}
