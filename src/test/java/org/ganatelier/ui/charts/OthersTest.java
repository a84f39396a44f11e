package org.ganatelier.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.text.Words;
import org.ganatelier.train.History;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs that are drawn beside another. */
class OthersTest {
    private static final Words WORDS = Words.english();

    @Test
    void theStepsReachAsFarAsTheLongestRun() {
        Material both = both(Histories.of(500), Histories.of(1_240));

        assertThat(Frame.whole(both, XAxis.Unit.STEPS)).isEqualTo(new Span(0, 1_240));
        assertThat(frame(both).x(1_240)).isEqualTo(400);
        assertThat(frame(both).others().getFirst().runs().getFirst().x(1_240)).isEqualTo(400);
    }

    @Test
    void underSecondsStepsOfTheSameTimeStandAboveEachOther() {
        // Steps of the other run take twice as long.
        History slow = Histories.empty();
        for (int step = 1; step <= 1_000; step++) {
            slow.add(Histories.metrics(step, 1, 1, 0.5, 0.5));
        }
        Material both = both(Histories.of(1_000), slow);
        var look =
                new Look(XAxis.Unit.SECONDS, Smoothing.NORMAL, Set.of(), false, Optional.empty());
        Frame frame = frame(both, PlotKind.LOSSES, look);
        Frame other = frame.others().getFirst().runs().getFirst();
        double seconds = slow.latest().orElseThrow().seconds();

        assertThat(other.axis().at(1_000)).isEqualTo(seconds);
        assertThat(other.x(1_000)).isCloseTo(frame.xOf(seconds), within(0.5));
    }

    @Test
    void theScaleHoldsTheCurvesOfAllRuns() {
        History wild = Histories.empty();
        for (int step = 1; step <= 300; step++) {
            wild.add(Histories.metrics(step, 9, 9, 0.5, 0.5));
        }

        assertThat(frame(Histories.material(Histories.of(300))).scale().top()).isLessThan(5);
        Frame frame = frame(both(Histories.of(300), wild));
        assertThat(frame.scale().top()).isGreaterThanOrEqualTo(9);
        assertThat(frame.others().getFirst().runs().getFirst().scale()).isEqualTo(frame.scale());
    }

    @Test
    void theCursorReadsEveryRunThatGotSoFar() {
        Frame frame = frame(both(Histories.of(500), Histories.of(1_240)));

        assertThat(frame.nearest(1_000)).isEqualTo(1_000);
        assertThat(lines(frame, 300))
                .hasSize(4)
                .startsWith("step 300")
                .last()
                .asString()
                .matches("Run 2: generator [\\d.]+, discriminator [\\d.]+");
        assertThat(lines(frame, 1_000)).hasSize(2).last().asString().startsWith("Run 2: ");
    }

    @Test
    void outputsThatMeanSomethingElseAreNotDrawnOnTheSameAxis() {
        Material both = both(Histories.of(100), Histories.critic(100));

        assertThat(frame(both, PlotKind.OUTPUTS, Look.PLAIN).others()).isEmpty();
        assertThat(frame(both, PlotKind.LOSSES, Look.PLAIN).others()).hasSize(1);
        assertThat(
                        frame(
                                        both(Histories.of(100), Histories.of(9)),
                                        PlotKind.OUTPUTS,
                                        Look.PLAIN)
                                .others())
                .hasSize(1);
    }

    private static List<String> lines(Frame frame, long step) {
        return Crosshair.readout(frame, step, List.of(), List.of(), WORDS).lines().toList();
    }

    private static Material both(History own, History other) {
        return new Material(
                own,
                List.of(),
                List.of(new Material.Other(1, "Run 2", List.of(Histories.material(other)))));
    }

    private static Frame frame(Material material) {
        return frame(material, PlotKind.LOSSES, Look.PLAIN);
    }

    private static Frame frame(Material material, PlotKind kind, Look look) {
        return Frame.of(
                material,
                PlotSpec.of(kind, WORDS),
                look,
                Frame.whole(material, look.unit()),
                Scale.UNIT,
                400,
                200);
    }
}
