package org.ganatelier.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.project.sweep.Axis;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Every combination, once, in an order that a person expects. */
final class CombinationsTest {
    private static final Axis SIZES = new Axis("size", new Axis.Listed(List.of("8", "16")));

    private static Axis range(String path, double from, double to, int count, Axis.Draw draw) {
        return new Axis(path, new Axis.Range(from, to, count, Axis.Scale.LINEAR, draw));
    }

    private static List<Map<String, String>> all(Axis... axes) {
        return new Combinations(List.of(axes), "whole"::equals).all();
    }

    @Test
    void theLastSettingChangesFastest() {
        var kinds = new Axis("kind", new Axis.Listed(List.of("hinge", "minimax")));
        assertThat(all(SIZES, kinds))
                .containsExactly(
                        Map.of("size", "8", "kind", "hinge"),
                        Map.of("size", "8", "kind", "minimax"),
                        Map.of("size", "16", "kind", "hinge"),
                        Map.of("size", "16", "kind", "minimax"));
    }

    @Test
    void nothingToVaryIsOneCombination() {
        assertThat(all()).containsExactly(Map.of());
        assertThat(Combinations.count(List.of())).isEqualTo(1);
    }

    @Test
    void aGridHasBothEndsAndEvenSteps() {
        assertThat(all(range("x", 0, 1, 5, Axis.Draw.GRID)))
                .map(one -> one.get("x"))
                .containsExactly("0", "0.25", "0.5", "0.75", "1");
    }

    @Test
    void aLogarithmicGridHasEvenRatios() {
        var rates = new Axis("rate", new Axis.Range(1e-5, 1e-3, 3, Axis.Scale.LOG, Axis.Draw.GRID));
        assertThat(all(rates))
                .map(one -> one.get("rate"))
                .containsExactly("0.00001", "0.0001", "0.001");
    }

    @Test
    void wholeNumbersAreRoundedAndOnceEach() {
        assertThat(all(range("whole", 1, 3, 5, Axis.Draw.GRID)))
                .map(one -> one.get("whole"))
                .containsExactly("1", "2", "3");
    }

    /** The first points of Halton's sequence in bases 2 and 3. */
    @Test
    void haltonFillsThePlaneEvenly() {
        assertThat(
                        all(
                                range("x", 0, 1, 4, Axis.Draw.HALTON),
                                range("y", 0, 9, 4, Axis.Draw.HALTON)))
                .containsExactly(
                        Map.of("x", "0.5", "y", "3"),
                        Map.of("x", "0.25", "y", "6"),
                        Map.of("x", "0.75", "y", "1"),
                        Map.of("x", "0.125", "y", "4"));
    }

    @Test
    void randomPointsAreTheSameEachTimeAndDifferBetweenSettings() {
        Axis x = range("x", 0, 1, 20, Axis.Draw.RANDOM);
        Axis y = range("y", 0, 1, 20, Axis.Draw.RANDOM);
        assertThat(all(x, y))
                .isEqualTo(all(x, y))
                .hasSize(20)
                .allSatisfy(one -> assertThat(one.get("x")).isNotEqualTo(one.get("y")))
                .doesNotHaveDuplicates();
    }

    @Test
    void drawnPointsAreCombinedWithEverythingElse() {
        Axis x = range("x", 0, 1, 3, Axis.Draw.HALTON);
        assertThat(all(SIZES, x)).hasSize(6).first().isEqualTo(Map.of("size", "8", "x", "0.5"));
        assertThat(Combinations.count(List.of(SIZES, x))).isEqualTo(6);
    }
}
