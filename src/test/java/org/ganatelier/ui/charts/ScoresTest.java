package org.ganatelier.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.text.Words;
import org.ganatelier.train.Buckets;
import org.ganatelier.train.History;
import org.ganatelier.train.quality.ScorePoint;
import org.junit.jupiter.api.Test;

import java.util.List;

class ScoresTest {
    private static final List<ScorePoint> SCORES =
            List.of(
                    Histories.score(1, 240, 1),
                    Histories.score(400, 80, 4),
                    Histories.score(800, 20, 9));

    private final History history = Histories.of(1_000);
    private final Material material = new Material(history, SCORES);

    @Test
    void aDistanceHasItsStandardErrorAsBand() {
        Buckets buckets = new Source.Distance().thin(material, 1, 1_000, 1_000);

        assertThat(buckets.width()).isEqualTo(1);
        assertThat(buckets.mean()[399]).isEqualTo(80);
        assertThat(buckets.min()[399]).isEqualTo(80 - Histories.SPREAD);
        assertThat(buckets.max()[399]).isEqualTo(80 + Histories.SPREAD);
        assertThat(buckets.count()[400]).isZero();
    }

    @Test
    void bucketsAreThoseOfTheCurvesBesideThem() {
        for (int most : new int[] {10, 77, 400}) {
            Buckets scores = new Source.Covered().thin(material, 300, 900, most);
            Buckets curve = history.thin(History.Curve.D_REAL, 300, 900, most);
            assertThat(scores.firstStep()).isEqualTo(curve.firstStep());
            assertThat(scores.width()).isEqualTo(curve.width());
            assertThat(scores.size()).isEqualTo(curve.size());
        }
    }

    @Test
    void betweenTwoScoresTheEarlierOneIsRead() {
        Frame frame = frame(PlotKind.CLASSES, Frame.whole(history));

        assertThat(readout(frame, 799)).isEqualTo("step 799\nclasses 4");
        assertThat(readout(frame, 800)).isEqualTo("step 800\nclasses 9");
    }

    /** Else a line would end where nobody measured just now. */
    @Test
    void theLineGoesOnToTheScoresBeyondBothEdges() {
        Frame frame = frame(PlotKind.DISTANCE, new Span(500, 600));

        assertThat(readout(frame, 550)).startsWith("step 550\ndistance 80.00");
        Smoothed curve = frame.curves().getFirst();
        assertThat(curve.bucket(400)).isNotEqualTo(curve.bucket(800));
        assertThat(curve.line()[curve.bucket(400)]).isEqualTo(80);
        assertThat(curve.line()[curve.bucket(800)]).isEqualTo(20);
    }

    @Test
    void realImagesAreALevel() {
        Reading reading = Reading.ofDistance(SCORES, Words.english());

        assertThat(reading.guides())
                .singleElement()
                .returns("real images: 1.2", Reading.Guide::label)
                .satisfies(guide -> assertThat(guide.value()).isCloseTo(1.2, within(1e-9)));
        assertThat(Reading.ofDistance(List.of(), Words.english()).guides()).isEmpty();
    }

    private Frame frame(PlotKind kind, Span part) {
        return Frame.of(
                material,
                PlotSpec.of(kind, Words.english()),
                Look.PLAIN,
                part,
                Scale.UNIT,
                1_000,
                200);
    }

    private static String readout(Frame frame, long step) {
        return Crosshair.readout(frame, step, List.of(), List.of(), Words.english());
    }
}
