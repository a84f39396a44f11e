package org.ganatelier.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.project.Presets;
import org.ganatelier.train.Checkpoint;
import org.junit.jupiter.api.Test;

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
    void anOverflowIsNotKept() throws Exception {
        good.keep(state(1, Map.of("weight", new float[] {1})));
        var overflown = state(2, Map.of("weight", new float[] {Float.NEGATIVE_INFINITY}));
        good.keep(overflown);

        assertThat(kept("weight")).containsExactly(1);
        assertThat(good.copyOf(overflown).step()).isEqualTo(1);
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
        Checkpoint copy = good.copyOf(state);
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
