package org.ganatelier.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.text.Words;
import org.ganatelier.train.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Random;
import java.util.function.LongToDoubleFunction;

class ScaleTest {
    @Test
    void lossesStartAtZeroAndLeaveRoomForLn2() {
        assertThat(scaleOf(List.of())).isEqualTo(new Scale(0, 1, 0.5));
        assertThat(scaleOf(losses(500, step -> 0.05))).isEqualTo(new Scale(0, 1, 0.5));
    }

    @Test
    void ordinaryNoiseIsAllInside() {
        var random = new Random(5);
        List<Smoothed> curves = losses(2_000, _ -> 2 + random.nextDouble());

        assertThat(scaleOf(curves).top()).isBetween(3.0, 4.0);
    }

    @Test
    void aRareOutlierDoesNotSquashTheCurve() {
        List<Smoothed> curves = losses(2_000, step -> step % 500 == 100 ? 40 : 1.5);

        assertThat(scaleOf(curves).top()).isLessThanOrEqualTo(3);
    }

    @Test
    void outliersInEveryBucketDoNotSquashTheCurveEither() {
        List<Smoothed> curves = losses(100_000, step -> step % 200 == 0 ? 40 : 1.5);

        assertThat(scaleOf(curves).top()).isLessThanOrEqualTo(5);
    }

    @Test
    void aCollapseAtTheVeryEndIsSeen() {
        List<Smoothed> curves = losses(2_000, step -> step > 1_990 ? 30 : 1);

        double newest = curves.getFirst().newest();
        assertThat(newest).isGreaterThan(5);
        assertThat(scaleOf(curves).top()).isGreaterThan(newest);
    }

    @Test
    void onlyLossesBelowZeroTakeTheAxisThere() {
        Scale scale = scaleOf(losses(500, _ -> -0.4));

        assertThat(scale.bottom()).isBetween(-1.0, -0.4);
        assertThat(scale.top()).isEqualTo(1);
    }

    @Test
    void theAxisStaysWhileItIsGoodEnough() {
        List<Smoothed> curves = losses(500, _ -> 1.7);
        var before = new Scale(0, 2.5, 0.5);

        assertThat(Scale.ofLosses(curves, List.of(), before)).isSameAs(before);
        assertThat(Scale.ofLosses(curves, List.of(), new Scale(0, 8, 2)).top()).isLessThan(3);
        assertThat(Scale.ofLosses(curves, List.of(), new Scale(0, 1, 0.5)).top())
                .isGreaterThan(1.7);
    }

    @ParameterizedTest
    @CsvSource({"0.9,1", "1,1", "1.1,2", "3,5", "6,10", "0.03,0.05", "240,500", "1e-7,1e-7"})
    void ticksAreOneTwoOrFiveTimesAPowerOfTen(double distance, double tick) {
        assertThat(Scale.niceTick(distance)).isEqualTo(tick);
    }

    private static Scale scaleOf(List<Smoothed> curves) {
        return Scale.ofLosses(curves, List.of(), Scale.UNIT);
    }

    private static List<Smoothed> losses(int steps, LongToDoubleFunction loss) {
        History history = Histories.empty();
        for (long step = 1; step <= steps; step++) {
            history.add(Histories.metrics(step, loss.applyAsDouble(step), 0.1, 0.5, 0.5));
        }
        return List.of(Histories.smoothed(history, trace(), 400));
    }

    private static PlotCurve trace() {
        return Reading.ofLosses(new NonSaturating(), Words.english()).traces().getFirst();
    }

    @Test
    void levelsAreSeenBeforeThereAreLosses() {
        Scale scale = Scale.ofLosses(List.of(), List.of(0.693, -0.693), Scale.UNIT);

        assertThat(scale.bottom()).isEqualTo(-1);
        assertThat(scale.top()).isEqualTo(1);
    }

    @Test
    void scoresFarFromZeroAreToldApart() {
        Scale scale =
                Scale.ofScores(
                        List.of(
                                losses(500, _ -> 50.2).getFirst(),
                                losses(500, _ -> 51.4).getFirst()),
                        List.of(),
                        Scale.UNIT);

        assertThat(scale.bottom()).isBetween(48.0, 50.2);
        assertThat(scale.top()).isBetween(51.4, 53.0);
        assertThat(Scale.ofScores(List.of(), List.of(), Scale.UNIT)).isEqualTo(Scale.UNIT);
    }

    @Test
    void marginsAreSeenWhateverTheScoresAre() {
        Scale scale = Scale.ofScores(losses(500, _ -> 0.1), List.of(-1.0, 1.0), Scale.UNIT);

        assertThat(scale.bottom()).isLessThan(-1);
        assertThat(scale.top()).isGreaterThan(1);
    }

    @Test
    void theAxisOfScoresStaysWhileItIsGoodEnough() {
        List<Smoothed> curves = losses(500, _ -> 1.7);
        Scale first = Scale.ofScores(curves, List.of(0.0), Scale.UNIT);

        assertThat(Scale.ofScores(losses(500, _ -> 1.72), List.of(0.0), first)).isSameAs(first);
        assertThat(Scale.ofScores(losses(500, _ -> 9), List.of(0.0), first).top()).isGreaterThan(9);
    }
}
