package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.objective.ScoreMeaning;
import org.junit.jupiter.api.Test;

class OutputSlotTest {
    @Test
    void chancesAreSortedSigmoidsOfTheLogits() {
        OutputSlot slot = OutputSlot.of(7, seen(0, 3, -3), seen(-1, 1, 0));

        assertThat(slot.step()).isEqualTo(7);
        assertThat(slot.real()[1]).isEqualTo(0.5f);
        assertThat(slot.real()).isSorted();
        assertThat(slot.generated()[0]).isEqualTo((float) (1 / (1 + Math.E)));
    }

    /** The older half of a long run is thinned so. */
    @Test
    void twoBecomeOneOfTheSameSpread() {
        var first = new OutputSlot(3, ScoreMeaning.GAP, values(1, 3, 5), values(0, 0, 9));
        var later = new OutputSlot(4, ScoreMeaning.GAP, values(2, 4, 6), values(1, 1, 1));

        OutputSlot both = first.with(later);
        assertThat(both.step()).isEqualTo(3);
        assertThat(both.real()).containsExactly(2, 4, 6);
        assertThat(both.generated()).containsExactly(0, 1, 9);
    }

    private static Seen seen(float... logits) {
        var shape = new Shape.Image(1, 1, 1);
        var images = new Images(logits.length, shape, new byte[logits.length]);
        return new Seen(images, logits, new float[0], ScoreMeaning.CHANCE);
    }

    private static float[] values(float... values) {
        return values;
    }
}
