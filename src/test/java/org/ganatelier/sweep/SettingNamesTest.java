package org.ganatelier.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.project.sweep.Axis;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

/** Short names that can still be told apart. */
final class SettingNamesTest {
    private static List<String> names(String... paths) {
        List<Axis> axes =
                Stream.of(paths)
                        .map(path -> new Axis(path, new Axis.Listed(List.of("1", "2"))))
                        .toList();
        return List.copyOf(SettingNames.of(axes).values());
    }

    @Test
    void theEndOfAPathIsEnoughWhereNoOtherHasIt() {
        assertThat(names("training.batchSize", "objective.r1")).containsExactly("batchSize", "r1");
    }

    @Test
    void whatEndsAlikeIsToldApart() {
        assertThat(
                        names(
                                "training.generatorOptimizer.learningRate",
                                "training.discriminatorOptimizer.learningRate",
                                "seed"))
                .containsExactly(
                        "generatorOptimizer.learningRate",
                        "discriminatorOptimizer.learningRate",
                        "seed");
    }

    @Test
    void whatTakesOneValueIsNotNamed() {
        var one = new Axis("objective.kind", new Axis.Listed(List.of("hinge")));
        assertThat(SettingNames.of(List.of(one))).isEmpty();
    }
}
