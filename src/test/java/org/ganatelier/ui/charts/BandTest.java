package org.ganatelier.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.text.Words;
import org.ganatelier.train.History;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Several runs drawn as median and range. */
class BandTest {
    private static final Words WORDS = Words.english();

    @Test
    void theMedianLiesBetweenTheLeastAndTheGreatest() {
        assertThat(Band.Values.of(new double[] {1, 2, 9})).isEqualTo(new Band.Values(1, 2, 9));
        assertThat(Band.Values.of(new double[] {1, 2, 4, 9})).isEqualTo(new Band.Values(1, 3, 9));
    }

    @Test
    void itReachesAsFarAsTwoRunsDo() {
        OtherFrame band = frame(flat(1, 400), flat(2, 300), flat(4, 200)).others().getFirst();
        Band losses = band.band(0);

        assertThat(losses.at(100).orElseThrow()).isEqualTo(new Band.Values(1, 2, 4));
        assertThat(losses.at(250).orElseThrow()).isEqualTo(new Band.Values(1, 1.5, 2));
        assertThat(losses.at(350)).as("one run is no range").isEmpty();
        Band.Outline outline = losses.outline();
        assertThat(outline.line().x()[outline.size() - 1]).isCloseTo(300, within(2.0));
        assertThat(outline.around().size()).isEqualTo(2 * outline.size());
    }

    @Test
    void theCursorReadsMedianAndRange() {
        Frame frame = frame(flat(1, 400), flat(2, 300), flat(4, 200));

        assertThat(Crosshair.readout(frame, 100, List.of(), List.of(), WORDS))
                .contains("Repeats: generator 2.00 (1.00 to 4.00)");
        assertThat(Crosshair.readout(frame, 390, List.of(), List.of(), WORDS))
                .doesNotContain("Repeats");
    }

    private static Frame frame(History... histories) {
        var material =
                new Material(
                        histories[0],
                        List.of(),
                        List.of(
                                new Material.Other(
                                        0,
                                        "Repeats",
                                        Stream.of(histories).map(Histories::material).toList())));
        return Frame.of(
                material,
                PlotSpec.of(PlotKind.LOSSES, WORDS),
                Look.PLAIN,
                Frame.whole(material, XAxis.Unit.STEPS),
                Scale.UNIT,
                400,
                200);
    }

    private static History flat(double loss, int steps) {
        History history = Histories.empty();
        IntStream.rangeClosed(1, steps)
                .forEach(step -> history.add(Histories.metrics(step, loss, 1, 0.5, 0.5)));
        return history;
    }
}
