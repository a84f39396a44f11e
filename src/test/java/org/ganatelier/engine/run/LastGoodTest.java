package org.ganatelier.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ganatelier.project.Presets;
import org.ganatelier.train.Checkpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

class LastGoodTest {
    private final LastGood good = new LastGood();

    @Test
    void theNewestStateIsKeptAsACopy() throws Exception {
        var live = new float[] {1, 2};
        good.keep(state(1, Map.of("weight", live)));
        live[0] = 5;

        assertThat(kept("weight")).containsExactly(1, 2);
        good.keep(state(2, Map.of("weight", live)));
        assertThat(kept("weight")).containsExactly(5, 2);
        assertThat(Objects.requireNonNull(good.newest()).step()).isEqualTo(2);
    }

    @Test
    void whatIsNotFiniteIsNotKept() throws Exception {
        good.keep(state(1, Map.of("weight", new float[] {1})));
        var overflown = state(2, Map.of("weight", new float[] {Float.NEGATIVE_INFINITY}));

        assertThatThrownBy(() -> good.keep(overflown)).isInstanceOf(OverflowException.class);
        assertThatThrownBy(() -> LastGood.copyOf(overflown))
                .isInstanceOfSatisfying(
                        OverflowException.class, of -> assertThat(of.array()).isEqualTo("weight"));
        assertThat(kept("weight")).containsExactly(1);
    }

    @Test
    void largeNumbersAndSmallOnesAreKept() throws Exception {
        var finite = new float[] {Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE, -0f, 0f};
        good.keep(state(1, Map.of("weight", finite)));
        assertThat(kept("weight")).isEqualTo(finite);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY})
    void oneNumberInAMillionIsFound(float wrong) throws Exception {
        var values = new float[1_000_000];
        values[999_999] = wrong;
        var state = state(1, Map.of("weight", values));
        assertThatThrownBy(() -> good.keep(state)).isInstanceOf(OverflowException.class);
    }

    @Test
    void keepingTakesNoNewMemory() throws Exception {
        good.keep(state(1, Map.of("weight", new float[] {1})));
        float[] buffer = kept("weight");
        good.keep(state(2, Map.of("weight", new float[] {2})));

        assertThat(kept("weight")).isSameAs(buffer);
    }

    @Test
    void arraysMayComeAndGo() throws Exception {
        good.keep(state(1, Map.of("weight", new float[] {1}, "average", new float[] {3})));
        good.keep(state(2, Map.of("weight", new float[] {2})));

        Checkpoint newest = Objects.requireNonNull(good.newest());
        assertThat(newest.arrays()).containsOnlyKeys("weight");
    }

    @Test
    void aCopyIsNobodyElses() throws Exception {
        var live = new float[] {1};
        Checkpoint state = state(1, Map.of("weight", live));
        good.keep(state);
        Checkpoint copy = LastGood.copyOf(state);
        live[0] = 7;
        good.keep(state);

        assertThat(copy.arrays().get("weight")).containsExactly(1);
    }

    private float[] kept(String name) {
        Checkpoint newest = Objects.requireNonNull(good.newest());
        return Objects.requireNonNull(newest.arrays().get(name));
    }

    private static Checkpoint state(long step, Map<String, float[]> arrays) throws Exception {
        return new Checkpoint(Presets.load("mlp"), step, 0, new LinkedHashMap<>(arrays), Map.of());
    }
}
