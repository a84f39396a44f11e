package org.ganatelier.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.OptimizerSpec.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptimizerSpecTest {
    @ParameterizedTest
    @EnumSource
    void usualValuesBecomeThoseOfTheNewRule(Kind kind) {
        for (Kind other : Kind.values()) {
            assertThat(OptimizerSpec.usual(kind).withKind(other))
                    .isEqualTo(OptimizerSpec.usual(other));
        }
    }

    @Test
    void everyRuleIsItselfWithItsUsualValues() {
        assertThat(OptimizerSpec.usual(Kind.ADAMW).weightDecay()).isEqualTo(0.004);
        assertThat(OptimizerSpec.usual(Kind.RMSPROP).beta2()).isEqualTo(0.9);
        assertThat(OptimizerSpec.usual(Kind.SGD).beta1()).isZero();
        assertThat(OptimizerSpec.usual(Kind.SGD).learningRate()).isEqualTo(0.01);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasChosenStays(Kind kind) {
        var falling = new Schedule(Schedule.Kind.LINEAR, 70, 0.2);
        var chosen = new OptimizerSpec(Kind.ADAM, 2e-4, 0.5, 0.99, 1e-4, 5, falling);
        assertThat(chosen.withKind(kind))
                .isEqualTo(new OptimizerSpec(kind, 2e-4, 0.5, 0.99, 1e-4, 5, falling));
        assertThat(chosen.withKind(kind).withKind(Kind.ADAM)).isEqualTo(chosen);
    }
}
