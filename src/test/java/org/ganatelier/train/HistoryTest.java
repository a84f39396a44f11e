package org.ganatelier.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.Schedule;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.project.BenchNets;
import org.ganatelier.project.ProjectException;
import org.ganatelier.train.History.Curve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

class HistoryTest {
    private final Experiment experiment = classroom();
    private final History history = new History(experiment);

    private static Experiment classroom() {
        try {
            return BenchNets.load("classroom");
        } catch (ProjectException missing) {
            throw new AssertionError(missing);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15, 16, 17, 300, 4096, 100_000})
    void everyBucketHasTheExtremesAndTheMeanOfItsSteps(int steps) {
        float[] losses = randomLosses(steps);

        Buckets thin = history.thin(Curve.GENERATOR_LOSS, 1, steps, 100);

        assertThat(thin.firstStep()).isEqualTo(1);
        assertThat((long) thin.size() * thin.width()).isGreaterThanOrEqualTo(steps);
        for (int i = 0; i < thin.size(); i++) {
            int from = i * thin.width();
            int to = Math.min(steps, from + thin.width());
            float min = Float.POSITIVE_INFINITY;
            float max = Float.NEGATIVE_INFINITY;
            double sum = 0;
            for (int k = from; k < to; k++) {
                min = Math.min(min, losses[k]);
                max = Math.max(max, losses[k]);
                sum += losses[k];
            }
            assertThat(thin.min()[i]).isEqualTo(min);
            assertThat(thin.max()[i]).isEqualTo(max);
            // A mean of means in single precision: relative error below levels * 2^-24 * a few.
            assertThat((double) thin.mean()[i]).isCloseTo(sum / (to - from), within());
            assertThat(thin.count()[i]).isEqualTo(to - from);
        }
    }

    @Test
    void oneSpikeAmongAMillionStepsSurvives() {
        for (int step = 1; step <= 1_000_000; step++) {
            history.add(losses(step, step == 654_321 ? 77 : 1, 1));
        }

        Buckets thin = history.thin(Curve.GENERATOR_LOSS, 1, 1_000_000, 500);

        assertThat(thin.size()).isBetween(250, 500);
        assertThat(thin.max()[(654_321 - 1) / thin.width()]).isEqualTo(77);
        assertThat(thin.max()).containsOnlyOnce(77f);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4, 7, 8, 11, 15, 16, 19, 23})
    void aBucketIsSummedUpFromFewerThanSixteenNumbersHoweverManyStepsItHolds(int bits) {
        assertThat(Pyramid.entriesFor(bits)).isLessThan(16);
        assertThat(1 << bits)
                .isEqualTo(Pyramid.entriesFor(bits) * (int) Math.pow(16, Pyramid.levelFor(bits)));
    }

    @Test
    void aPartOfTheStepsIsAnsweredInFullDetail() {
        float[] losses = randomLosses(10_000);

        Buckets thin = history.thin(Curve.GENERATOR_LOSS, 5_001, 5_050, 100);

        assertThat(thin.firstStep()).isEqualTo(5_001);
        assertThat(thin.width()).isEqualTo(1);
        assertThat(thin.size()).isEqualTo(50);
        assertThat(thin.mean()[7]).isEqualTo(losses[5_007]);
    }

    @Test
    void bucketsKeepTheirStepsWhileTheCurveGrows() {
        randomLosses(900);
        Buckets before = history.thin(Curve.GENERATOR_LOSS, 1, 900, 500);
        history.add(losses(901, 5, 5));
        Buckets after = history.thin(Curve.GENERATOR_LOSS, 1, 901, 500);

        assertThat(after.width()).isEqualTo(before.width());
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.mean()[i]).isEqualTo(before.mean()[i]);
        }
    }

    @Test
    void aHalfStepLeavesTheOtherSidesCurveWithoutAValue() {
        history.add(losses(1, 1, 2));
        history.add(losses(2, Double.NaN, 4));
        history.add(losses(3, 3, 6));

        Buckets each = history.thin(Curve.GENERATOR_LOSS, 1, 3, 4);
        Buckets pairs = history.thin(Curve.GENERATOR_LOSS, 1, 3, 2);

        assertThat(each.mean()).containsExactly(1, Float.NaN, 3);
        assertThat(each.count()).containsExactly(1, 0, 1);
        assertThat(pairs.mean()).containsExactly(1, 3);
        assertThat(pairs.min()).containsExactly(1, 3);
        assertThat(history.value(Curve.GENERATOR_LOSS, 2)).isNaN();
        assertThat(history.value(Curve.DISCRIMINATOR_LOSS, 2)).isEqualTo(4);
    }

    @Test
    void whatIsNotANumberNeverReachesTheUpperLevels() {
        for (int step = 1; step <= 600; step++) {
            history.add(losses(step, step % 2 == 0 ? Double.NaN : 2, Double.POSITIVE_INFINITY));
        }

        Buckets g = history.thin(Curve.GENERATOR_LOSS, 1, 600, 3);
        Buckets d = history.thin(Curve.DISCRIMINATOR_LOSS, 1, 600, 3);

        assertThat(g.mean()).containsExactly(2, 2, 2);
        assertThat(g.count()).containsExactly(128, 128, 44);
        assertThat(d.max()).containsExactly(Float.NaN, Float.NaN, Float.NaN);
        assertThat(d.count()).containsExactly(0, 0, 0);
    }

    @Test
    void aPenaltyThatComesLateStandsAtItsSteps() {
        for (int step = 1; step <= 500; step++) {
            history.add(penalty(step, step >= 400 && step % 50 == 0 ? step : Double.NaN));
        }

        assertThat(history.value(Curve.GRADIENT_PENALTY, 399)).isNaN();
        assertThat(history.value(Curve.GRADIENT_PENALTY, 400)).isEqualTo(400);
        assertThat(history.value(Curve.GRADIENT_PENALTY, 401)).isNaN();
        assertThat(history.value(Curve.GRADIENT_PENALTY, 500)).isEqualTo(500);
        Buckets thin = history.thin(Curve.GRADIENT_PENALTY, 1, 500, 4);
        assertThat(thin.count()).containsExactly(0, 0, 0, 3);
        assertThat(thin.mean()[3]).isEqualTo(450);
        history.add(penalty(501, Double.NaN));
        assertThat(history.value(Curve.GRADIENT_PENALTY, 501)).isNaN();
    }

    @Test
    void ratesFollowTheScheduleAndEachEditFromTheStepAfterIt() {
        var falling = new Schedule(Schedule.Kind.LINEAR, 100, 0);
        var scheduled =
                new History(
                        experiment.withTraining(
                                t ->
                                        t.withOptimizer(
                                                Side.GENERATOR,
                                                t.generatorOptimizer()
                                                        .withLearningRate(0.01)
                                                        .withSchedule(falling))));
        LiveSetting rate =
                LiveSettings.at("training.generatorOptimizer.learningRate").orElseThrow();
        scheduled.mark(new Edit(50, rate, "0.01", "0.02"));

        assertThat(rate(scheduled, 1)).isEqualTo(0.01);
        assertThat(rate(scheduled, 50)).isEqualTo(0.01 * (1 - 0.49));
        assertThat(rate(scheduled, 51)).isEqualTo(0.02 * 0.5);
        assertThat(scheduled.optimizer(Side.DISCRIMINATOR, 51))
                .isEqualTo(experiment.training().discriminatorOptimizer());
    }

    private static double rate(History history, long step) {
        return history.optimizer(Side.GENERATOR, step).rateAt(step - 1);
    }

    @Test
    void aRunThatGoesOnFromACheckpointBeginsWhereItStood() {
        history.add(losses(5_001, 1, 1));
        history.add(losses(5_003, 2, 2));

        assertThat(history.firstStep()).isEqualTo(5_001);
        assertThat(history.lastStep()).isEqualTo(5_003);
        assertThat(history.value(Curve.GENERATOR_LOSS, 5_002)).isNaN();
        assertThat(history.thin(Curve.GENERATOR_LOSS, 1, 9_999, 10).size()).isEqualTo(3);
    }

    @Test
    void stepsGoForward() {
        history.add(losses(2, 1, 1));

        assertThatThrownBy(() -> history.add(losses(2, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Step 2 cannot follow step 2");
    }

    @Test
    void anEmptyHistoryThinsToNothing() {
        assertThat(history.isEmpty()).isTrue();
        assertThat(history.lastStep()).isZero();
        assertThat(history.thin(Curve.D_REAL, 0, 100, 10).size()).isZero();
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-6);
    }

    private float[] randomLosses(int steps) {
        var random = new Random(7);
        var losses = new float[steps];
        for (int i = 0; i < steps; i++) {
            losses[i] = random.nextFloat();
            history.add(losses(i + 1, losses[i], 0));
        }
        return losses;
    }

    private static Metrics penalty(long step, double penalty) {
        return new Metrics(
                step,
                0,
                0,
                1,
                1,
                0.5,
                0.5,
                0,
                penalty,
                Double.NaN,
                Double.NaN,
                List.of(),
                Double.NaN,
                Double.NaN);
    }

    private static Metrics losses(long step, double generator, double discriminator) {
        return new Metrics(step, 0, 0, generator, discriminator, 0.5, 0.5, 0);
    }
}
