package org.ganatelier.ui.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.objective.ScoreMeaning;
import org.ganatelier.session.Seen;
import org.junit.jupiter.api.Test;

class HeatMapTest {
    @Test
    void allImagesShareOneScaleAndSignsStay() {
        float[] heat = HeatMap.of(seen(2, new Shape.Image(1, 2, 1), 0.5f, -1, 0.25f, -0.1f));

        // The largest but one of four is the end of the scale: one percent lies beyond it.
        assertThat(heat).containsExactly(new float[] {1, -2, 0.5f, -0.2f}, within(1e-6f));
    }

    /** What a pixel is drawn by is its brightness: the mean of red, green and blue. */
    @Test
    void thePixelsOfThreeChannelsAreTheirMeans() {
        float[] heat = HeatMap.of(seen(1, new Shape.Image(1, 2, 3), 3, 0, 6, 0, -3, -9));

        assertThat(heat).hasSize(2);
        assertThat(heat[0] / heat[1]).isCloseTo(2f / -3, within(1e-6f));
    }

    @Test
    void aDiscriminatorThatDoesNotCareLeavesImagesAsTheyAre() {
        assertThat(HeatMap.of(seen(1, new Shape.Image(1, 2, 1), 0, 0))).containsOnly(0);
    }

    private static Seen seen(int count, Shape.Image shape, float... gradients) {
        var images = new Images(count, shape, new byte[count * (int) shape.size()]);
        return new Seen(images, new float[count], gradients, ScoreMeaning.CHANCE);
    }
}
