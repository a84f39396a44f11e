package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.Schedule;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.contrast.Contrasts;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.objective.Hinge;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ContrastTextTest {
    private final Experiment digits;

    ContrastTextTest() throws ProjectException {
        digits = Presets.load("digits-plain");
    }

    @Test
    void settingsAreSaidWithBothValues() {
        assertThat(say(digits.withTraining(t -> t.withBatchSize(32))))
                .isEqualTo("Batch size 64 → 32");
        assertThat(say(digits.withSeed(7))).isEqualTo("Seed 42 → 7");
        assertThat(say(digits.withLoss(new Hinge())))
                .isEqualTo("Objective: Non-saturating → Hinge");
        assertThat(say(digits.withConditioning(Conditioning.PROJECTION)))
                .isEqualTo("Labels: None → Projection");
        assertThat(say(digits.withTraining(t -> t.withTurns(2, 1)))).isEqualTo("D steps 1 → 2");
        assertThat(say(digits.withTraining(t -> t.withAverageDecay(0))))
                .isEqualTo("G’s EMA decay 0.998 → 0");
        assertThat(
                        say(
                                digits.withNetwork(
                                        Side.DISCRIMINATOR,
                                        n -> n.withInitialization(Initialization.ORTHOGONAL))))
                .isEqualTo("D’s initial weights: Glorot uniform → Orthogonal");
    }

    @Test
    void severalStandInOneLineAndNoneIsSaidToo() {
        assertThat(say(digits.withSeed(7).withLatentSize(20)))
                .isEqualTo("Noise size 10 → 20; Seed 42 → 7");
        assertThat(say(digits)).isEqualTo("No difference");
    }

    @Test
    void layersAreCountedFromOne() {
        assertThat(say(layers(Side.GENERATOR, 2)))
                .isEqualTo("Generator: Dropout 0.3 added after layer 2");
        assertThat(say(layers(Side.GENERATOR, 0)))
                .isEqualTo("Generator: Dropout 0.3 added in front");
        assertThat(say(digits.withNetwork(Side.DISCRIMINATOR, n -> n.without(4))))
                .isEqualTo("Discriminator: Dense (128 units, no bias) removed, layer 5");
        assertThat(say(digits.withNetwork(Side.DISCRIMINATOR, n -> n.withMoved(3, 6))))
                .isEqualTo("Discriminator: Flatten moved, layer 4 → 7");
        assertThat(
                        say(
                                digits.withNetwork(
                                        Side.DISCRIMINATOR,
                                        n -> n.withReplaced(3, new Dropout(0.3)))))
                .isEqualTo("Discriminator, layer 4: Flatten → Dropout 0.3");
    }

    @Test
    void aLayersOtherValuesAreNamed() {
        var other = new Dense(256, true, new Activation.Tanh());
        assertThat(say(digits.withNetwork(Side.DISCRIMINATOR, n -> n.withReplaced(4, other))))
                .isEqualTo(
                        "Discriminator, layer 5, Dense: units 128 → 256, bias off → on,"
                                + " activation linear → tanh");
    }

    /** Whatever differs has a name in every language. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void everySettingHasAName(Language language) {
        var optimizer =
                new OptimizerSpec(
                        OptimizerSpec.Kind.ADAMW,
                        0.5,
                        0.1,
                        0.2,
                        0.3,
                        5,
                        new Schedule(Schedule.Kind.COSINE, 77, 0.5));
        Experiment other =
                digits.withLatentSize(99)
                        .withTraining(
                                t ->
                                        t.withBatchSize(2)
                                                .withTurns(2, 3)
                                                .withAverageDecay(0.5)
                                                .withOptimizer(Side.GENERATOR, optimizer)
                                                .withOptimizer(Side.DISCRIMINATOR, optimizer));
        for (Loss loss : Loss.all()) {
            var objective =
                    other.objective()
                            .withLoss(loss)
                            .withR1(other.objective().r1().withGamma(3).withInterval(3))
                            .withR2(other.objective().r2().withGamma(3).withInterval(3))
                            .withLabelSmoothing(0.25)
                            .withInstanceNoise(
                                    other.objective()
                                            .instanceNoise()
                                            .withDeviation(1)
                                            .withSteps(9));
            for (var number : loss.numbers()) {
                objective = objective.withNumber(number, number.range().most() / 2);
            }
            String said =
                    ContrastText.say(
                            Words.of(language),
                            Contrasts.between(digits, other.withObjective(objective)));
            // 5 without a player, 9 of each player, those of the loss, and the loss where it is
            // another.
            assertThat(said.split("; ")).hasSizeGreaterThanOrEqualTo(23);
        }
    }

    private Experiment layers(Side side, int index) {
        return digits.withNetwork(side, n -> n.withInserted(index, new Dropout(0.3)));
    }

    private String say(Experiment other) {
        return ContrastText.say(Words.english(), Contrasts.between(digits, other));
    }
}
