package org.ganatelier.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.train.History;
import org.ganatelier.train.Metrics;
import org.junit.jupiter.api.Test;

class LensTest {
    private static final Span WHOLE = new Span(0, 1_000);
    private static final XAxis STEPS = XAxis.ofSteps();

    private final Lens lens = new Lens();

    @Test
    void atFirstTheWholeRunIsSeenAndGrows() {
        assertThat(lens.of(WHOLE)).isEqualTo(WHOLE);
        assertThat(lens.of(new Span(0, 2_000))).isEqualTo(new Span(0, 2_000));
    }

    @Test
    void zoomingKeepsThePlaceUnderThePointer() {
        lens.zoom(0.5, 0.25, WHOLE, STEPS);

        Span seen = lens.of(WHOLE);
        assertThat(seen.length()).isCloseTo(500, within(1e-9));
        assertThat(seen.from() + 0.25 * seen.length()).isCloseTo(250, within(1e-9));
    }

    @Test
    void zoomingOutEndsAtTheWholeRun() {
        lens.zoom(0.5, 0.25, WHOLE, STEPS);
        lens.zoom(4, 0.9, WHOLE, STEPS);

        assertThat(lens.isPart()).isFalse();
    }

    @Test
    void thereAreAlwaysSomeStepsToSee() {
        for (int i = 0; i < 100; i++) {
            lens.zoom(0.5, 0, WHOLE, STEPS);
        }
        assertThat(lens.of(WHOLE)).isEqualTo(new Span(0, Lens.LEAST_STEPS));
    }

    @Test
    void panningEndsAtBothEndsOfTheRunAndKeepsTheLength() {
        lens.show(new Span(400, 600), WHOLE);
        lens.pan(0.5, WHOLE, STEPS);
        assertThat(lens.of(WHOLE)).isEqualTo(new Span(500, 700));
        lens.pan(-9, WHOLE, STEPS);
        assertThat(lens.of(WHOLE)).isEqualTo(new Span(0, 200));
        lens.pan(9, WHOLE, STEPS);
        assertThat(lens.of(WHOLE)).isEqualTo(new Span(800, 1_000));
    }

    @Test
    void aPartThatReachesToTheNewestStepGoesOnWithTheRun() {
        lens.show(new Span(800, 1_000), WHOLE);
        assertThat(lens.of(new Span(0, 1_500))).isEqualTo(new Span(1_300, 1_500));

        lens.show(new Span(700, 900), WHOLE);
        assertThat(lens.of(new Span(0, 1_500))).isEqualTo(new Span(700, 900));
    }

    @Test
    void whatIsReadIsBroughtIntoView() {
        lens.show(new Span(400, 500), WHOLE);
        lens.reveal(450, WHOLE);
        assertThat(lens.of(WHOLE)).isEqualTo(new Span(400, 500));
        lens.reveal(501, WHOLE);
        assertThat(lens.of(WHOLE)).isEqualTo(new Span(401, 501));
        lens.reveal(400, WHOLE);
        assertThat(lens.of(WHOLE).contains(400)).isTrue();
    }

    @Test
    void aRunThatIsShorterThanThePartIsAllSeen() {
        lens.show(new Span(400, 500), WHOLE);

        assertThat(lens.of(new Span(0, 100))).isEqualTo(new Span(0, 100));
    }

    /** The second half of the steps takes ten times as long: by time it is most of the axis. */
    @Test
    void panningAndZoomingGoAlongTheAxisThatIsShown() {
        History run = twoSpeeds();
        XAxis time = XAxis.of(XAxis.Unit.SECONDS, run);
        lens.zoom(0.5, 1, WHOLE, time);
        Span right = lens.of(WHOLE);
        assertThat(time.at(right.from())).isCloseTo(55, within(0.2));
        assertThat(right.to()).isCloseTo(1_000, within(0.2));

        lens.pan(-1, WHOLE, time);
        Span left = lens.of(WHOLE);
        assertThat(left.from()).isCloseTo(0, within(0.5));
        assertThat(time.at(left.to())).isCloseTo(55, within(0.2));
    }

    private static History twoSpeeds() {
        History run = Histories.empty();
        for (int step = 1; step <= 1_000; step++) {
            double seconds = step <= 500 ? step * 0.02 : 10 + (step - 500) * 0.2;
            run.add(new Metrics(step, step / 100.0, seconds, 1, 1, 0.5, 0.5, 100));
        }
        return run;
    }
}
