package org.ganatelier.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.train.quality.Coverage;
import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

final class CoverageTest {
    /** So many images of each class. */
    private static Coverage of(int... counts) {
        int[] classes =
                IntStream.range(0, counts.length)
                        .flatMap(
                                c ->
                                        IntStream.range(0, counts[c])
                                                .flatMap(_ -> IntStream.of(c, 99)))
                        .toArray();
        var images = KnownClassifier.images(classes);
        return ClassMeasures.coverage(new KnownClassifier(images).classify(images));
    }

    @Test
    void ofEqualSharesIsCompleteAndEven() {
        Coverage even = of(20, 20, 20, 20, 20, 20, 20, 20, 20, 20);
        assertThat(even.shares()).hasSize(10).containsOnly(0.1);
        assertThat(even.seen()).isEqualTo(10);
        assertThat(even.evenness()).isCloseTo(1, within(1e-12));
    }

    @Test
    void ofOneClassIsNotEven() {
        Coverage one = of(0, 0, 0, 0, 0, 0, 0, 50, 0, 0);
        assertThat(one.shares().get(7)).isEqualTo(1);
        assertThat(one.seen()).isEqualTo(1);
        assertThat(one.evenness()).isZero();
    }

    @Test
    void ofTwoEqualClassesIsLnTwoOverLnTen() {
        assertThat(of(30, 0, 30, 0, 0, 0, 0, 0, 0, 0).evenness())
                .isCloseTo(Math.log(2) / Math.log(10), within(1e-12));
    }

    @Test
    void aClassIsSeenFromThreePercentOn() {
        Coverage coverage = of(3, 2, 10, 10, 10, 10, 10, 10, 15, 20);
        assertThat(coverage.shares().getFirst()).isEqualTo(0.03);
        assertThat(coverage.seen()).isEqualTo(9);
    }
}
