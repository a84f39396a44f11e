package org.ganatelier.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.ganatelier.checkpoints.Cadence.Adaptive;
import org.ganatelier.checkpoints.Cadence.Cost;
import org.ganatelier.checkpoints.Cadence.EverySteps;
import org.ganatelier.checkpoints.Cadence.Moment;
import org.junit.jupiter.api.Test;

final class CadenceTest {
    private static final Cost SLIGHT = new Cost(0.001, 240);

    private static boolean due(double now, double last, Cost cost) {
        return new Adaptive()
                .isDue(
                        new Moment((long) (10 * now), now),
                        new Moment((long) (10 * last), last),
                        cost);
    }

    /** How many a run of so many seconds takes, at ten steps a second. */
    private static int taken(double seconds, Cost cost) {
        var last = Moment.BEGINNING;
        int count = 0;
        for (long step = 1; step <= 10 * seconds; step++) {
            var now = new Moment(step, step / 10.0);
            if (new Adaptive().isDue(now, last, cost)) {
                last = now;
                count++;
            }
        }
        return count;
    }

    @Test
    void everyStepsMeansJustThose() {
        var cadence = new EverySteps(20);
        assertThat(cadence.isDue(new Moment(20, 1), Moment.BEGINNING, SLIGHT)).isTrue();
        assertThat(cadence.isDue(new Moment(40, 9), new Moment(31, 8), new Cost(9, 1))).isTrue();
        assertThat(cadence.isDue(new Moment(41, 9), Moment.BEGINNING, SLIGHT)).isFalse();
        assertThat(cadence.waits()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new EverySteps(0));
    }

    @Test
    void theFirstComesSoonAndTheNextAfterASecond() {
        assertThat(due(0.05, 0, SLIGHT)).isFalse();
        assertThat(due(0.1, 0, SLIGHT)).isTrue();
        assertThat(due(1.0, 0.1, SLIGHT)).isFalse();
        assertThat(due(1.2, 0.1, SLIGHT)).isTrue();
        assertThat(new Adaptive().waits()).isFalse();
    }

    @Test
    void whatCostsMuchComesSeldom() {
        var dear = new Cost(0.2, 240);
        assertThat(due(29, 10, dear)).isFalse();
        assertThat(due(31, 10, dear)).isTrue();
        // A hundredth of the time for writing, as much at most for copying.
        assertThat(taken(600, dear) * dear.seconds()).isLessThanOrEqualTo(600 * Adaptive.SHARE);
    }

    @Test
    void inALongRunNoMoreAreTakenThanTheBudgetIsGoodFor() {
        var roomy = new Cost(0.001, 240);
        var tight = new Cost(0.001, 10);
        assertThat(taken(100, roomy)).isBetween(80, 100);
        assertThat(taken(3600, roomy)).isBetween(2_000, 3_200);
        assertThat(taken(3600, tight)).isBetween(100, 400);
    }
}
