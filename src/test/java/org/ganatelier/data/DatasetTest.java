package org.ganatelier.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ganatelier.experiment.basics.Shape;
import org.junit.jupiter.api.Test;

import java.util.Optional;

/** Sets are read by index, and a part reads from the whole. */
final class DatasetTest {
    private static final Points POINTS =
            new Points(4, new Shape.Flat(2), new float[] {0, 0.5f, 1, 1.5f, 2, 2.5f, 3, 3.5f});

    private static final Dataset SET =
            Dataset.of(POINTS, Optional.of(new byte[] {0, (byte) 200, 2, 1}));

    @Test
    void aPartReadsItsSamplesAndLabelsFromTheWhole() {
        Dataset part = SET.part(3, 1);
        var values = new float[3];
        part.read(1, values, 1);
        assertThat(values).containsExactly(0, 1, 1.5f);
        assertThat(part.labels().orElseThrow()).containsExactly(1, 200);
        assertThat(part.size()).isEqualTo(2);
        assertThat(part.shape()).isEqualTo(new Shape.Flat(2));
    }

    @Test
    void aPartOfAPartCountsFromItsOwnFirstSample() {
        Dataset part = SET.part(3, 1, 0).part(2, 0);
        assertThat(((Points) part.all()).coordinates()).containsExactly(0, 0.5f, 3, 3.5f);
        assertThat(part.labels().orElseThrow()).containsExactly(0, 1);
    }

    @Test
    void theFirstSamplesAreNoMoreThanThereAre() {
        assertThat(SET.first(3).count()).isEqualTo(3);
        assertThat(SET.first(9).count()).isEqualTo(4);
    }

    @Test
    void aSetNeedsASampleAndALabelForEach() {
        assertThatThrownBy(() -> SET.part()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Dataset.of(POINTS, Optional.of(new byte[3])))
                .hasMessageContaining("4 samples need as many labels, not 3");
    }

    @Test
    void pointsAreNoImages() {
        assertThatThrownBy(SET::images).isInstanceOf(IllegalArgumentException.class);
    }
}
