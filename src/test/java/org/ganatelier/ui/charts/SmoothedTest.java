package org.ganatelier.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.text.Words;
import org.ganatelier.train.History;
import org.junit.jupiter.api.Test;

import java.util.Random;

class SmoothedTest {
    private static final PlotCurve GENERATOR =
            Reading.ofLosses(new NonSaturating(), Words.english()).traces().getFirst();
    private static final PlotCurve DISCRIMINATOR =
            Reading.ofLosses(new NonSaturating(), Words.english()).traces().getLast();

    @Test
    void aShortCurveIsDrawnAsItIs() {
        History history = Histories.of(30);
        Smoothed curve = Histories.smoothed(history, GENERATOR, 400);

        assertThat(curve.line()).isEqualTo(curve.buckets().mean());
    }

    @Test
    void aLongCurveLosesItsNoiseAndKeepsItsLevel() {
        History history = Histories.empty();
        var random = new Random(4);
        for (int step = 1; step <= 4_000; step++) {
            history.add(Histories.metrics(step, 2 + random.nextGaussian(), 0, 0, 0));
        }
        Smoothed curve = Histories.smoothed(history, GENERATOR, 400);

        for (int i = 0; i < curve.line().length; i++) {
            // At the ends half a neighbourhood: 40 values weigh on it, deviation 1 / sqrt(40) or
            // less; four of these.
            assertThat(curve.line()[i]).isCloseTo(2, within(0.64f));
            assertThat(curve.buckets().min()[i]).isLessThan(curve.line()[i]);
            assertThat(curve.buckets().max()[i]).isGreaterThan(curve.line()[i]);
        }
    }

    @Test
    void halfStepsLeaveNoHoleInTheLine() {
        History history = Histories.empty();
        for (int step = 1; step <= 200; step++) {
            history.add(Histories.metrics(step, step % 2 == 0 ? Double.NaN : 3, 1, 0.5, 0.5));
        }
        Smoothed curve = Histories.smoothed(history, GENERATOR, 400);

        assertThat(curve.line()).hasSize(200).containsOnly(3);
    }

    @Test
    void theDiscriminatorsLossIsDrawnAsTheMeanOfItsHalves() {
        History history = Histories.empty();
        history.add(Histories.metrics(1, Math.log(2), 2 * Math.log(2), 0.5, 0.5));

        assertThat(Histories.smoothed(history, GENERATOR, 400).newest())
                .isCloseTo(Math.log(2), within(1e-7));
        assertThat(Histories.smoothed(history, DISCRIMINATOR, 400).newest())
                .isCloseTo(Math.log(2), within(1e-7));
    }

    @Test
    void theNewestValueIsTheLastOneMeasured() {
        History history = Histories.empty();
        assertThat(Histories.smoothed(history, GENERATOR, 400).newest()).isNaN();
        history.add(Histories.metrics(1, 5, 1, 0.5, 0.5));
        history.add(Histories.metrics(2, Double.NaN, 1, 0.5, 0.5));
        assertThat(Histories.smoothed(history, GENERATOR, 400).newest()).isEqualTo(5);
    }

    @Test
    void stepsFindTheirBuckets() {
        Smoothed curve = Histories.smoothed(Histories.of(1_000), GENERATOR, 400);

        assertThat(curve.buckets().width()).isEqualTo(4);
        assertThat(curve.bucket(1)).isZero();
        assertThat(curve.bucket(5)).isEqualTo(1);
        assertThat(curve.bucket(1_000_000)).isEqualTo(249);
        assertThat(curve.step(0, 1_000)).isEqualTo(2.5);
    }
}
