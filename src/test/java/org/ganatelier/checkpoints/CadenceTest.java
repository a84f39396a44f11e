package org.ganatelier.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.ganatelier.checkpoints.Cadence.Adaptive;
import org.ganatelier.checkpoints.Cadence.Cost;
import org.ganatelier.checkpoints.Cadence.EverySteps;
import org.ganatelier.checkpoints.Cadence.Moment;
import org.junit.jupiter.api.Test;

final class CadenceTest {
    private static final Cost SLIGHT = new Cost(0.001, 0.001, 0, 240);

    private static boolean due(double now, double last, Cost cost) {
        return new Adaptive()
                .isDue(
                        new Moment((long) (10 * now), now),
                        new Moment((long) (10 * last), last),
                        cost);
    }

    /**
     * How many a run takes from some second on, at ten steps a second.
     *
     * @param each seconds that each costs
     */
    private static int taken(double from, double seconds, double each, int room) {
        var last = new Moment((long) (10 * from), from);
        var cost = Cost.unknown(from);
        int count = 0;
        for (long step = 1; step <= 10 * seconds; step++) {
            var now = new Moment(last.step() + step, from + step / 10.0);
            if (new Adaptive().isDue(now, last, cost)) {
                last = now;
                cost = cost.and(each, room);
                count++;
            }
        }
        return count;
    }

    @Test
    void everyStepsMeansJustThose() {
        var cadence = new EverySteps(20);
        assertThat(cadence.isDue(new Moment(20, 1), Moment.BEGINNING, SLIGHT)).isTrue();
        assertThat(cadence.isDue(new Moment(40, 9), new Moment(31, 8), new Cost(9, 9, 0, 1)))
                .isTrue();
        assertThat(cadence.isDue(new Moment(41, 9), Moment.BEGINNING, SLIGHT)).isFalse();
        assertThat(cadence.waits()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new EverySteps(0));
    }

    @Test
    void theFirstComesSoonAndTheNextAfterASecond() {
        assertThat(due(0.05, 0, Cost.unknown(0))).isFalse();
        assertThat(due(0.1, 0, Cost.unknown(0))).isTrue();
        assertThat(due(1.0, 0.1, SLIGHT)).isFalse();
        assertThat(due(1.2, 0.1, SLIGHT)).isTrue();
        assertThat(new Adaptive().waits()).isFalse();
    }

    /** A hundredth of the time for writing, as much at most for copying. */
    @Test
    void whatCostsMuchComesSeldomAndAllOfItStaysWithinItsShare() {
        for (double each : new double[] {0.01, 0.05, 0.2, 1}) {
            for (double seconds : new double[] {10, 60, 600}) {
                assertThat(taken(0, seconds, each, 240) * each)
                        .isLessThanOrEqualTo(
                                Adaptive.SHARE * (seconds + Adaptive.ADVANCE_SECONDS) + each);
            }
        }
        assertThat(taken(0, 600, 0.2, 240)).isBetween(28, 32);
    }

    @Test
    void atTheStartTheyComeOftenWhateverTheyCostLater() {
        assertThat(taken(0, 5, 0.05, 240)).isEqualTo(5);
        assertThat(taken(0, 5, 2, 240)).isEqualTo(1);
    }

    /** What a run has trained before is no time to spend. */
    @Test
    void aRunThatGoesOnHasNoMoreToSpendThanANewOne() {
        assertThat(taken(5000, 60, 0.2, 240)).isEqualTo(taken(0, 60, 0.2, 240));
    }

    @Test
    void inALongRunNoMoreAreTakenThanTheBudgetIsGoodFor() {
        assertThat(taken(0, 100, 0.001, 240)).isBetween(80, 100);
        assertThat(taken(0, 3600, 0.001, 240)).isBetween(2_000, 3_200);
        assertThat(taken(0, 3600, 0.001, 10)).isBetween(100, 400);
    }
}
