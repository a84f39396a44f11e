package org.ganatelier.engine.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class CrossEntropyTest {
    @Test
    void isTheMeanSurpriseAtTheTruth() {
        float[] logits = {0, (float) Math.log(3), 0, 0};
        double loss = CrossEntropy.loss(logits, new byte[] {1, 0}, 2, new float[4]);
        assertThat(loss).isCloseTo((Math.log(4 / 3.0) + Math.log(2)) / 2, within(1e-6));
    }

    @Test
    void theGradientIsThatOfTheLoss() {
        float[] logits = {0.3f, -1.2f, 2, 0.1f, 0.7f, -0.4f};
        byte[] labels = {2, 0};
        var gradients = new float[6];
        CrossEntropy.loss(logits, labels, 3, gradients);
        float step = 1e-2f;
        for (int i = 0; i < logits.length; i++) {
            float[] up = logits.clone();
            float[] down = logits.clone();
            up[i] += step;
            down[i] -= step;
            double slope =
                    (CrossEntropy.loss(up, labels, 3, new float[6])
                                    - CrossEntropy.loss(down, labels, 3, new float[6]))
                            / (2 * step);
            // The error of central differences is about step² / 6 times the third derivative.
            assertThat((double) gradients[i]).isCloseTo(slope, within(2e-5));
        }
    }

    @Test
    void neitherOverflowsNorLosesItsGradient() {
        var gradients = new float[2];
        double loss = CrossEntropy.loss(new float[] {500, -500}, new byte[] {1}, 2, gradients);
        assertThat(loss).isCloseTo(1000, within(1e-6));
        assertThat(gradients).containsExactly(1, -1);
    }

    @Test
    void probabilitiesAddUpToOneAndBufferSpaceBeyondIsLeftAlone() {
        float[] probabilities = {9, 9, 9, 9, 9, 9};
        CrossEntropy.softmax(new float[] {1, 2, 3, 4, 5, 6}, 1, 3, probabilities);
        assertThat(probabilities[0] + probabilities[1] + probabilities[2])
                .isCloseTo(1, within(1e-6f));
        assertThat(probabilities[2] / probabilities[1]).isCloseTo((float) Math.E, within(1e-5f));
        assertThat(probabilities).endsWith(9, 9, 9);
    }
}
