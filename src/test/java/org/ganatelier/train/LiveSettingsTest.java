package org.ganatelier.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.Schedule;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.objective.Hinge;
import org.ganatelier.experiment.objective.Minimax;
import org.ganatelier.experiment.objective.Relativistic;
import org.ganatelier.experiment.objective.WassersteinGp;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectJson;
import org.ganatelier.text.SettingText;
import org.ganatelier.text.ValueText;
import org.ganatelier.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

class LiveSettingsTest {
    private final Experiment digits = preset();

    private static Experiment preset() {
        try {
            return Presets.load("digits");
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    static List<LiveSetting> all() {
        return LiveSettings.all();
    }

    /** Its path is the JSON's, it changes that value and no other, and its text is exact. */
    @ParameterizedTest
    @MethodSource("all")
    void eachSettingIsTheValueAtItsPath(LiveSetting setting) throws Exception {
        String value = another(setting);
        Experiment changed = setting.set(digits, value);

        assertThat(changed)
                .isEqualTo(ProjectJson.withOverrides(digits, Map.of(setting.path(), value)))
                .isNotEqualTo(digits);
        assertThat(setting.of(changed)).isEqualTo(value);
        assertThat(setting.set(changed, setting.of(digits))).isEqualTo(digits);
        assertThat(LiveSettings.canBecome(digits, changed)).isTrue();
    }

    private static String another(LiveSetting setting) {
        return switch (setting.path().substring(setting.path().lastIndexOf('.') + 1)) {
            case "kind" -> setting.equals(LiveSettings.LOSS) ? "minimax" : "cosine";
            case "steps", "instanceNoiseSteps" -> "123";
            case "discriminatorSteps", "generatorSteps", "r1Interval", "r2Interval" -> "3";
            default -> "0.123456789012345";
        };
    }

    @Test
    void allNumbersOfTheObjectiveAndTheOptimizersMayChangeAndBatchSizeAndOptimizersMayNot() {
        assertThat(LiveSettings.all())
                .extracting(LiveSetting::path)
                .hasSize(10 + 2 + 2 * 8 + 1)
                .doesNotContain("training.batchSize", "training.generatorOptimizer.kind", "seed")
                .doesNotHaveDuplicates();
    }

    /** Where D's score means the same, D and its curves can go on. */
    @Test
    void oneLossTakesThePlaceOfAnotherThatReadsDsScoreTheSameWay() {
        Experiment minimax = digits.withLoss(new Minimax());

        assertThat(LiveSettings.canBecome(digits, minimax)).isTrue();
        assertThat(LiveSettings.canBecome(minimax, digits)).isTrue();
        assertThat(LiveSettings.between(7, minimax, digits))
                .containsExactly(new Edit(7, LiveSettings.LOSS, "minimax", "non-saturating"));
        var history = new History(minimax);
        history.mark(new Edit(7, LiveSettings.LOSS, "minimax", "non-saturating"));
        assertThat(history.objective()).isEqualTo(digits.objective());
        assertThat(history.frozen().objective()).isEqualTo(digits.objective());
    }

    static Stream<UnaryOperator<Experiment>> structural() {
        var sgd = OptimizerSpec.Kind.SGD;
        return Stream.of(
                e -> e.withSeed(1),
                e -> e.withLatentSize(7),
                e -> e.withLoss(new Hinge()),
                // Its penalties wait with it.
                e -> e.withLoss(new Relativistic()),
                // Its betas wait with it.
                e -> e.withLoss(new WassersteinGp()),
                e -> e.withTraining(t -> t.withBatchSize(7)),
                e -> e.withNetwork(Side.GENERATOR, n -> n.withInserted(0, new Flatten())),
                e ->
                        e.withTraining(
                                t ->
                                        t.withOptimizer(
                                                Side.GENERATOR,
                                                t.generatorOptimizer().withKind(sgd))));
    }

    @ParameterizedTest
    @MethodSource("structural")
    void whatShapesTheRunNeedsANewOneButLetsLiveValuesThrough(UnaryOperator<Experiment> change) {
        Experiment live = digits.withObjective(digits.objective().withR1(3));
        Experiment both = change.apply(live);

        assertThat(LiveSettings.canBecome(digits, both)).isFalse();
        assertThat(LiveSettings.merged(digits, both)).isEqualTo(live);
        assertThat(LiveSettings.canBecome(change.apply(digits), both)).isTrue();
    }

    @Test
    void valuesOfAnotherOptimizerWaitWithIt() {
        Experiment adamW =
                digits.withTraining(
                        t ->
                                t.withOptimizer(
                                        Side.GENERATOR,
                                        t.generatorOptimizer()
                                                .withKind(OptimizerSpec.Kind.ADAMW)
                                                .withLearningRate(1e-5)));
        assertThat(adamW.training().generatorOptimizer().weightDecay()).isPositive();
        assertThat(LiveSettings.merged(digits, adamW)).isEqualTo(digits);
        assertThat(LiveSettings.merged(digits, adamW.withTraining(t -> t.withTurns(3, 1))))
                .isEqualTo(digits.withTraining(t -> t.withTurns(3, 1)));
    }

    @Test
    void editsLeadFromOneExperimentToTheOtherAndBack() {
        OptimizerSpec adam = digits.training().generatorOptimizer();
        Experiment other =
                digits.withObjective(digits.objective().withLabelSmoothing(0.1))
                        .withTraining(
                                t ->
                                        t.withTurns(5, 1)
                                                .withOptimizer(
                                                        Side.GENERATOR,
                                                        adam.withLearningRate(1e-5)
                                                                .withSchedule(
                                                                        Schedule.CONSTANT.withKind(
                                                                                Schedule.Kind
                                                                                        .LINEAR))));
        List<Edit> edits = LiveSettings.between(500, digits, other);

        assertThat(edits)
                .extracting(
                        e ->
                                SettingText.name(Words.english(), e.setting())
                                        + ": "
                                        + e.before()
                                        + ", "
                                        + e.after())
                .containsExactly(
                        "label smoothing: 0, 0.1",
                        "D’s updates in a step: 1, 5",
                        "G’s learning rate: 0.004, 0.00001",
                        "G’s schedule: constant, linear");
        assertThat(edits).allMatch(e -> e.step() == 500);
        var checkpoint =
                new Checkpoint(
                        other,
                        600,
                        1,
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new Interventions(edits, List.of()),
                        OptionalInt.of(1));
        assertThat(checkpoint.beginning()).isEqualTo(digits);
    }

    @Test
    void aNameIsNoChange() {
        assertThat(LiveSettings.canBecome(digits, digits.withName("Other"))).isTrue();
        assertThat(LiveSettings.between(1, digits, digits.withName("Other"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "objective.kind | hinge | Objective must be non-saturating or minimax, not"
                        + " \"hinge\"",
                "objective.r1 | much | R1’s gamma must be a number, not \"much\"",
                "objective.r1 | -1 | R1’s gamma must be between 0 and 1000",
                "objective.r1 | NaN | R1’s gamma must be between 0 and 1000",
                "training.generatorSteps | 1.5 | G’s updates in a step must be a whole number, not"
                        + " \"1.5\"",
                "training.generatorSteps | 5000000000 | G’s updates in a step must be between 1"
                        + " and 10",
                "training.generatorOptimizer.schedule.kind | steep | G’s schedule must be constant"
                        + " or linear or cosine, not \"steep\"",
            })
    void aValueThatCannotBeIsRefusedInASentence(String path, String value, String sentence) {
        LiveSetting setting = LiveSettings.at(path).orElseThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> setting.set(digits, value))
                .satisfies(
                        wrong ->
                                assertThat(ValueText.say(Words.english(), wrong))
                                        .isEqualTo(sentence));
    }
}
