package org.ganatelier.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.train.History;
import org.ganatelier.train.Metrics;
import org.junit.jupiter.api.Test;

import java.util.Map;

class XAxisTest {
    @Test
    void stepsAreThemselves() {
        XAxis axis = XAxis.of(XAxis.Unit.STEPS, Histories.of(10));

        assertThat(axis.at(7.5)).isEqualTo(7.5);
        assertThat(axis.step(7.5)).isEqualTo(7.5);
    }

    /** The made-up runs do 61 steps in a second, and 468 in an epoch. */
    @Test
    void secondsAndEpochsOfASteadyRunAreProportional() {
        History run = Histories.of(20_000);
        XAxis seconds = XAxis.of(XAxis.Unit.SECONDS, run);
        XAxis epochs = XAxis.of(XAxis.Unit.EPOCHS, run);

        for (double step : new double[] {0, 1, 61, 12_345, 20_000, 25_000}) {
            // A float knows a duration of 328 seconds to within 1.6e-5.
            assertThat(seconds.at(step)).isCloseTo(step / 61, within(1e-4));
            assertThat(seconds.step(seconds.at(step))).isCloseTo(step, within(1e-6));
            assertThat(epochs.at(step)).isCloseTo(step / 468, within(1e-9));
        }
    }

    @Test
    void aRunThatBecomesSlowerTakesMoreOfTheAxisPerStep() {
        History run = Histories.empty();
        for (int step = 1; step <= 2_000; step++) {
            double seconds = step <= 1_000 ? step * 0.01 : 10 + (step - 1_000) * 0.1;
            run.add(new Metrics(step, step / 100.0, seconds, 1, 1, 0.5, 0.5, 100));
        }
        XAxis axis = XAxis.of(XAxis.Unit.SECONDS, run);

        assertThat(axis.at(500)).isCloseTo(5, within(0.05));
        assertThat(axis.at(1_500)).isCloseTo(60, within(0.05));
        assertThat(axis.at(2_000)).isCloseTo(110, within(1e-4));
        assertThat(axis.step(60)).isCloseTo(1_500, within(0.5));
    }

    /** As in files that were written before seconds were kept. */
    @Test
    void ofAnOldFileOnlyTheWholeTimeIsKnown() {
        History run =
                History.restored(
                        Histories.empty().experiment(),
                        1,
                        Histories.metrics(610, 1, 1, 0.5, 0.5),
                        Map.of());

        assertThat(XAxis.of(XAxis.Unit.SECONDS, run).at(305)).isCloseTo(5, within(1e-9));
    }

    @Test
    void whatIsNotKnownIsCountedInSteps() {
        assertThat(XAxis.of(XAxis.Unit.SECONDS, Histories.empty()).unit())
                .isEqualTo(XAxis.Unit.STEPS);
        assertThat(XAxis.of(XAxis.Unit.EPOCHS, Histories.of(100).until(50, 1)).unit())
                .isEqualTo(XAxis.Unit.STEPS);
    }
}
