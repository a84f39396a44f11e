package org.ganatelier.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.data.Catalog;
import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.data.Sets;
import org.ganatelier.train.quality.Variety;
import org.ganatelier.train.quality.VarietyPoint;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.stream.IntStream;

class ComparisonTest {
    private static final int SOME = 64;

    private static final Dataset DIGITS =
            Catalog.of(Sets.MNIST.spec()).open().part(IntStream.range(0, 2000).toArray());
    private static final Comparison COMPARISON = new Comparison(DIGITS, SOME);

    @Test
    void theLengthIsTheRootOfTheMeanSquareOverAllPairs() {
        Images images = DIGITS.images().first(20);
        double squares = 0;
        int pairs = 0;
        for (int i = 0; i < images.count(); i++) {
            for (int j = 0; j < i; j++) {
                squares += meanSquare(images.get(i), images.get(j));
                pairs++;
            }
        }
        assertThat(Comparison.between(images)).isCloseTo(Math.sqrt(squares / pairs), within(1e-6));
    }

    @Test
    void theSameImageAgainAndAgainHasNoVariety() {
        var same = DIGITS.images().pick(new int[SOME]);
        Variety variety = COMPARISON.among(same);
        assertThat(variety.between()).isZero();
        assertThat(new VarietyPoint(1, variety, COMPARISON.real()).ofReal()).isZero();
    }

    @Test
    void realImagesDifferAsRealImagesDo() {
        Images others = DIGITS.images().pick(IntStream.range(500, 900).toArray());
        var point = new VarietyPoint(1, COMPARISON.among(others), COMPARISON.real());
        assertThat(point.ofReal()).isBetween(0.95, 1.05);
    }

    @Test
    void whatIsLearntByHeartLiesAtNoDistance() {
        Variety variety = COMPARISON.withReal(DIGITS.images().first(SOME));
        assertThat(variety.likeness().orElseThrow().nearest()).isZero();
        assertThat(COMPARISON.real().likeness().orElseThrow().nearest()).isBetween(0.2, 0.6);
    }

    @Test
    void theNearestIsOnlyLookedForWhereItIsAskedFor() {
        assertThat(COMPARISON.among(DIGITS.images().first(SOME)).likeness())
                .isEqualTo(Optional.empty());
    }

    private static double meanSquare(Images one, Images other) {
        int size = (int) one.shape().size();
        var a = new float[size];
        var b = new float[size];
        one.read(0, a, 0);
        other.read(0, b, 0);
        return IntStream.range(0, size)
                        .mapToDouble(p -> (double) (a[p] - b[p]) * (a[p] - b[p]))
                        .sum()
                / size;
    }
}
