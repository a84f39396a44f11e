package org.ganatelier.ui.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.ganatelier.spec.Experiment;
import org.ganatelier.spec.Objective;
import org.ganatelier.spec.Side;
import org.ganatelier.ui.widget.Field;
import org.junit.jupiter.api.Test;

import java.util.List;

final class ExperimentFieldsTest {
    private final Experiment digits = Experiments.preset("digits");

    @Test
    void theNoiseHasASize() {
        var size = (Field.Text<Experiment>) ExperimentFields.latentSize(digits);
        assertThat(size.text()).isEqualTo("64");
        assertThat(size.parse().apply("100")).isEqualTo(digits.withLatentSize(100));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> size.parse().apply("0"))
                .withMessage("The noise needs at least one value");
    }

    @Test
    void eachFieldOfTheObjectiveChangesWhatItsEditIsCalled() {
        assertThat(edited("Change D steps", "3"))
                .isEqualTo(digits.withTraining(t -> t.withTurns(3, 1)));
        assertThat(edited("Change G steps", "2"))
                .isEqualTo(digits.withTraining(t -> t.withTurns(1, 2)));
        assertThat(edited("Change batch size", "32"))
                .isEqualTo(digits.withTraining(t -> t.withBatchSize(32)));
        for (Side side : Side.values()) {
            var adam = digits.training().optimizer(side);
            assertThat(edited("Change " + side.letter() + "'s learning rate", "2e-4"))
                    .isEqualTo(
                            digits.withTraining(
                                    t -> t.withOptimizer(side, adam.withLearningRate(2e-4))));
            assertThat(edited("Change " + side.letter() + "'s beta1", "0"))
                    .isEqualTo(digits.withTraining(t -> t.withOptimizer(side, adam.withBeta1(0))));
            assertThat(edited("Change " + side.letter() + "'s beta2", "0.9"))
                    .isEqualTo(
                            digits.withTraining(t -> t.withOptimizer(side, adam.withBeta2(0.9))));
        }
    }

    @Test
    void everyObjectiveComesWithItsMeaningAndFormula() {
        var kinds = (Field.Choice<Experiment>) fields().getFirst();
        assertThat(kinds.options()).hasSameSizeAs(Objective.Kind.values());
        var minimax =
                kinds.options().stream()
                        .filter(option -> option.title().equals("Minimax"))
                        .findFirst()
                        .orElseThrow();
        assertThat(minimax.hint().replace('\u00a0', ' ')).contains("G: log(1 − σ(s(G(z))))");
        assertThat(minimax.result())
                .isEqualTo(digits.withObjective(new Objective(Objective.Kind.MINIMAX)));
    }

    @Test
    void theCardSumsTheGameUp() {
        assertThat(ObjectiveTexts.summary(digits).replace('\u00a0', ' '))
                .isEqualTo(
                        """
                        Non-saturating
                        D steps 1 : G steps 1
                        Adam G 0.001 · D 0.0005
                        batch 64\
                        """);
    }

    private List<Field<Experiment>> fields() {
        return ExperimentFields.objective(digits).stream()
                .flatMap(section -> section.fields().stream())
                .toList();
    }

    private Experiment edited(String name, String typed) {
        var field =
                (Field.Text<Experiment>)
                        fields().stream()
                                .filter(f -> f.caption().editName().equals(name))
                                .findFirst()
                                .orElseThrow();
        return field.parse().apply(typed);
    }
}
