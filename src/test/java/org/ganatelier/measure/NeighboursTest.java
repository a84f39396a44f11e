package org.ganatelier.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.data.Images;
import org.ganatelier.data.Sets;
import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;

class NeighboursTest {
    private static final Images DIGITS = Images.require(Sets.MNIST.open().first(600));

    @Test
    void aCopyOfARealDigitIsFoundWithItsIndex() {
        Images made = DIGITS.pick(17, 599, 256).get(1).and(DIGITS.get(300));
        Neighbours found =
                Neighbours.of(Vectors.of(made), Vectors.of(DIGITS), () -> false).orElseThrow();

        assertThat(found.nearest()).containsExactly(599, 300);
        assertThat(found.distances()).containsExactly(0, 0);
        assertThat(found.copies()).containsExactly(true, true);
    }

    @Test
    void realDigitsAreNotTheirOwnNeighboursNorCopies() {
        int[] which = {0, 255, 256, 599};
        Neighbours found = Neighbours.among(Vectors.of(DIGITS), which, () -> false).orElseThrow();

        for (int i = 0; i < which.length; i++) {
            assertThat(found.nearest()[i]).isNotEqualTo(which[i]);
            assertThat(found.distances()[i])
                    .isCloseTo(distance(which[i], found.nearest()[i]), within(1e-6));
            assertThat(found.copies()[i]).isFalse();
        }
        assertThat(found.median()).isBetween(0.05, 0.5);
    }

    @Test
    void aSearchThatNobodyWantsEnds() {
        var asked = new AtomicInteger();
        var found =
                Neighbours.of(
                        Vectors.of(DIGITS), Vectors.of(DIGITS), () -> asked.incrementAndGet() > 1);

        assertThat(found).isEmpty();
        // Before each of three blocks, and at the end.
        assertThat(asked.get()).isLessThan(4);
    }

    private static double distance(int a, int b) {
        double sum = 0;
        for (int p = 0; p < 784; p++) {
            double difference = Vectors.of(DIGITS).value(a, p) - Vectors.of(DIGITS).value(b, p);
            sum += difference * difference;
        }
        return Math.sqrt(sum / 784);
    }
}
