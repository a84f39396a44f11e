package org.ganatelier.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.text.Words;
import org.ganatelier.train.History;
import org.ganatelier.ui.charts.Ticks.Tick;
import org.junit.jupiter.api.Test;

import java.util.List;

class FrameTest {
    @Test
    void theFirstStepsDoNotFillThePlot() {
        Frame frame = frame(Histories.of(10));

        assertThat(frame.x(0)).isZero();
        assertThat(frame.x(100)).isEqualTo(400);
    }

    @Test
    void aLongRunReachesFromEdgeToEdge() {
        Frame frame = frame(Histories.of(1_240));

        assertThat(frame.x(1_240)).isEqualTo(400);
        assertThat(frame.step(-50)).isEqualTo(1);
        assertThat(frame.step(200)).isEqualTo(620);
        assertThat(frame.step(500)).isEqualTo(1_240);
    }

    @Test
    void valuesBeyondTheEdgeArePutOnIt() {
        Frame frame = frame(Histories.of(10));

        assertThat(frame.yWithin(99)).isZero();
        assertThat(frame.yWithin(-99)).isEqualTo(200);
        assertThat(frame.value(frame.y(0.25))).isEqualTo(0.25);
    }

    @Test
    void stepsHaveCommasAndTheFirstLabelSaysWhatTheyAre() {
        List<Tick> ticks = Ticks.ofSteps(frame(Histories.of(12_345)), Words.english());

        assertThat(ticks).extracting(Tick::label).containsExactly("step 0", "5,000", "10,000");
        assertThat(ticks.getLast().at()).isEqualTo(400 * 10_000 / 12_345.0);
    }

    @Test
    void aContinuedRunBeginsAtItsOwnFirstStep() {
        History history = Histories.empty();
        history.add(Histories.metrics(5_001, 1, 1, 0.5, 0.5));
        Frame frame = frame(history);

        assertThat(frame.x(5_000)).isZero();
        assertThat(Ticks.ofSteps(frame, Words.english()))
                .extracting(Tick::label)
                .startsWith("step 5,000");
    }

    @Test
    void valuesHaveAsManyDecimalsAsTellThemApart() {
        Frame frame = frame(Histories.empty());
        assertThat(Ticks.ofValues(frame, Words.english()))
                .extracting(Tick::label)
                .containsExactly("0.0", "0.5", "1.0");
    }

    private static Frame frame(History history) {
        return Histories.frame(history, PlotKind.OUTPUTS, 400, 200);
    }

    @Test
    void largeValuesHaveShortLabels() {
        History history = Histories.empty();
        history.add(Histories.metrics(1, 4.1e30, -3e29, 0.5, 0.5));
        Frame frame = Histories.frame(history, PlotKind.LOSSES, 400, 200);
        List<String> labels =
                Ticks.ofValues(frame, Words.english()).stream().map(Tick::label).toList();
        assertThat(labels).contains("0", "1.0e30", "−1.0e30").doesNotHaveDuplicates();
        assertThat(labels).allMatch(label -> label.length() <= 8);
    }
}
