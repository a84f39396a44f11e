package org.ganatelier.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.data.Images;
import org.ganatelier.train.quality.Coverage;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
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
        return coverage(images, images.count());
    }

    /** Where the first of some images are known. */
    private static Coverage coverage(Images images, int first) {
        var known = new boolean[images.count()];
        Arrays.fill(known, 0, first, true);
        return ClassMeasures.coverage(new KnownClassifier(images).classify(images), known);
    }

    @Test
    void whatIsUnknownIsOfNoClass() {
        Images half = KnownClassifier.images(1, 99, 2, 99, 3, 99, 3, 99);
        Coverage coverage = coverage(half, 2);
        assertThat(coverage.shares()).startsWith(0.0, 0.25, 0.25, 0.0);
        assertThat(coverage.known()).isEqualTo(0.5);
        assertThat(coverage.seen()).isEqualTo(2);
        assertThat(coverage.evenness()).isCloseTo(Math.log(2) / Math.log(10), within(1e-12));
    }

    @Test
    void ofHardlyAnyKnownImagesNothingIsSaid() {
        var twenty = KnownClassifier.images(IntStream.range(0, 40).map(_ -> 1).toArray());
        assertThat(coverage(twenty, 1).showsSomething()).isFalse();
        assertThat(coverage(twenty, 1).seen()).isZero();
        assertThat(coverage(twenty, 2).showsSomething()).isTrue();
        assertThat(coverage(twenty, 2).seen()).isEqualTo(1);
        assertThat(coverage(twenty, 0).evenness()).isZero();
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
