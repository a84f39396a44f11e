package org.ganatelier.ui.objective;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.Schedule;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.InstanceNoise;
import org.ganatelier.experiment.objective.LeastSquares;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.experiment.objective.Wasserstein;
import org.ganatelier.experiment.objective.WassersteinGp;
import org.ganatelier.experiment.objective.ZeroCentredPenalty;
import org.ganatelier.text.Words;
import org.ganatelier.ui.networks.Experiments;
import org.ganatelier.ui.widget.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

final class ExperimentFieldsTest {
    private static final Words WORDS = Words.english();

    private final Experiment classroom = Experiments.classroom();

    @Test
    void eachFieldOfTheTrainingChangesWhatItsEditIsCalled() {
        assertThat(edited(classroom, "Change D steps", "3"))
                .isEqualTo(classroom.withTraining(t -> t.withTurns(3, 1)));
        assertThat(edited(classroom, "Change G steps", "2"))
                .isEqualTo(classroom.withTraining(t -> t.withTurns(1, 2)));
        assertThat(edited(classroom, "Change batch size", "32"))
                .isEqualTo(classroom.withTraining(t -> t.withBatchSize(32)));
        assertThat(edited(classroom, "Change G’s EMA decay", "0.999"))
                .isEqualTo(classroom.withTraining(t -> t.withAverageDecay(0.999)));
        for (Side side : Side.values()) {
            String of = "Change " + side.letter() + "’s ";
            assertThat(edited(classroom, of + "learning rate", "2e-4"))
                    .isEqualTo(optimizer(side, o -> o.withLearningRate(2e-4)));
            assertThat(edited(classroom, of + "beta1", "0"))
                    .isEqualTo(optimizer(side, o -> o.withBeta1(0)));
            assertThat(edited(classroom, of + "beta2", "0.9"))
                    .isEqualTo(optimizer(side, o -> o.withBeta2(0.9)));
            assertThat(edited(classroom, of + "weight decay", "1e-4"))
                    .isEqualTo(optimizer(side, o -> o.withWeightDecay(1e-4)));
            assertThat(edited(classroom, of + "clip norm", "5"))
                    .isEqualTo(optimizer(side, o -> o.withClipNorm(5)));
        }
    }

    @Test
    void decaysHaveTheNameThatTheirRuleGivesThem() {
        Side g = Side.GENERATOR;
        Experiment sgd = optimizer(g, o -> o.withKind(OptimizerSpec.Kind.SGD));
        assertThat(
                        edited(sgd, "Change G’s momentum", "0.9")
                                .training()
                                .generatorOptimizer()
                                .beta1())
                .isEqualTo(0.9);
        assertThat(names(sgd)).doesNotContain("G’s beta1", "G’s beta2").contains("D’s beta1");
        Experiment rms = optimizer(g, o -> o.withKind(OptimizerSpec.Kind.RMSPROP));
        assertThat(edited(rms, "Change G’s memory", "0.9").training().generatorOptimizer().beta2())
                .isEqualTo(0.9);
        assertThat(names(rms)).doesNotContain("G’s beta1", "G’s beta2", "G’s momentum");
    }

    @Test
    void aRuleBringsItsUsualValues() {
        Experiment adamW = chosen(classroom, "D’s optimizer", "AdamW");
        assertThat(adamW.training().discriminatorOptimizer())
                .isEqualTo(
                        classroom
                                .training()
                                .discriminatorOptimizer()
                                .withKind(OptimizerSpec.Kind.ADAMW))
                .returns(0.004, OptimizerSpec::weightDecay);
        assertThat(
                        chosen(classroom, "D’s optimizer", "RMSProp")
                                .training()
                                .discriminatorOptimizer()
                                .beta2())
                .isEqualTo(0.9);
        assertThat(field(adamW, "Change D’s weight decay").caption().hint())
                .contains("makes AdamW plain Adam");
        assertThat(field(classroom, "Change D’s weight decay").caption().hint())
                .doesNotContain("AdamW");
    }

    @Test
    void aScheduleBringsItsNumbers() {
        Side d = Side.DISCRIMINATOR;
        assertThat(names(classroom)).doesNotContain("D’s schedule’s steps");
        Experiment cosine =
                optimizer(d, o -> o.withSchedule(o.schedule().withKind(Schedule.Kind.COSINE)));
        assertThat(chosen(classroom, "D’s schedule", "Cosine")).isEqualTo(cosine);
        assertThat(names(cosine)).doesNotContain("G’s schedule’s steps");
        Schedule steps =
                edited(cosine, "Change D’s schedule’s steps", "2000")
                        .training()
                        .discriminatorOptimizer()
                        .schedule();
        assertThat(steps.steps()).isEqualTo(2000);
        Schedule share =
                edited(cosine, "Change D’s schedule’s final share", "0.2")
                        .training()
                        .discriminatorOptimizer()
                        .schedule();
        assertThat(share.finalShare()).isEqualTo(0.2);
    }

    @ParameterizedTest
    @MethodSource("org.ganatelier.experiment.objective.Loss#all")
    void onlyWhatMeansSomethingCanBeAdded(Loss kind) {
        Experiment plain = classroom.withObjective(new Objective(kind).withR1(0).withR2(0));
        assertThat(names(plain).contains("label smoothing"))
                .isEqualTo(kind.smoothing().isPresent());
        assertThat(names(plain).contains("weight clip")).isEqualTo(kind instanceof Wasserstein);
        assertThat(names(plain).contains("penalty weight"))
                .isEqualTo(kind instanceof WassersteinGp);
        assertThat(names(plain)).contains("R1 penalty", "R2 penalty", "instance noise");
        assertThat(names(plain))
                .doesNotContain("R1 interval", "R2 interval", "instance noise steps");
    }

    @Test
    void anAdditionBringsWhatBelongsToIt() {
        Experiment both =
                edited(edited(classroom, "Change R1 penalty", "2"), "Change instance noise", ".1");
        Objective plain = classroom.objective();
        assertThat(both.objective()).isEqualTo(plain.withR1(2).withInstanceNoise(0.1));
        assertThat(edited(both, "Change R1 interval", "8").objective())
                .isEqualTo(both.objective().withR1(new ZeroCentredPenalty(2, 8)));
        assertThat(edited(both, "Change instance noise steps", "5,000").objective())
                .isEqualTo(both.objective().withInstanceNoise(new InstanceNoise(0.1, 5000)));
        assertThat(edited(classroom, "Change label smoothing", "0.1").objective())
                .isEqualTo(plain.withLabelSmoothing(0.1));
        Experiment clipped = classroom.withObjective(plain.withLoss(new Wasserstein()));
        assertThat(
                        edited(clipped, "Change weight clip", "0.05")
                                .objective()
                                .numbers()
                                .of(Wasserstein.CLIP))
                .isEqualTo(0.05);
        Experiment gp = classroom.withObjective(plain.withLoss(new WassersteinGp()));
        assertThat(
                        edited(gp, "Change penalty weight", "1")
                                .objective()
                                .numbers()
                                .of(WassersteinGp.LAMBDA))
                .isEqualTo(1);
    }

    @Test
    void everyAdditionHasItsFormulaAndItsPaper() {
        assertThat(notes(classroom))
                .containsExactly(
                        "−(1 − α) log σ(s(x)) − α log(1 − σ(s(x))) in place of −log σ(s(x))\n"
                                + "Salimans et al. 2016, arXiv:1606.03498",
                        "Adds ½ γ |∂s/∂x|² to D’s loss\nMescheder et al. 2018, arXiv:1801.04406",
                        "Adds ½ γ₂ |∂s/∂G(z)|² to D’s loss\nMescheder et al. 2018,"
                                + " arXiv:1801.04406",
                        "D sees x + τ ε and G(z) + τ ε, ε ~ N(0, 1)\nSønderby et al. 2016,"
                                + " arXiv:1610.04490; Arjovsky and Bottou 2017, arXiv:1701.04862");
        Objective squares = new Objective(new LeastSquares());
        assertThat(notes(classroom.withObjective(squares)).getFirst())
                .startsWith("½ (s(x) − (1 − α))² in place of ½ (s(x) − 1)²\n");
    }

    @Test
    void theNoiseSaysAtWhichStepOfTheRunItEnds() {
        Objective noisy = classroom.objective().withInstanceNoise(new InstanceNoise(0.1, 10_000));
        assertThat(notes(classroom.withObjective(noisy)).getLast())
                .contains("τ falls from 0.1 at step 0 and fades to nothing at step 10,000\n");
        assertThat(noisy.instanceNoise().at(0)).isEqualTo(0.1);
        assertThat(noisy.instanceNoise().at(9_999)).isPositive();
        assertThat(noisy.instanceNoise().at(10_000)).isZero();
    }

    @ParameterizedTest
    @MethodSource("org.ganatelier.experiment.objective.Loss#all")
    void theFormulaOfDFollowsWhatIsAdded(Loss kind) {
        Objective plain = new Objective(kind).withR1(0).withR2(0);
        Objective added = plain.withLabelSmoothing(0.1).withR1(2);
        String formula = added.formula(Side.DISCRIMINATOR);
        assertThat(formula).endsWith(" + ½ γ |∂s/∂x|²");
        assertThat(formula.contains("α")).isEqualTo(kind.smoothing().isPresent());
        assertThat(plain.formula(Side.DISCRIMINATOR))
                .doesNotContain("α", "γ")
                .startsWith(kind.formulaOfDiscriminator(false));
        assertThat(added.formula(Side.GENERATOR)).isEqualTo(plain.formula(Side.GENERATOR));
    }

    @Test
    void theCardSumsTheTrainingUp() {
        assertThat(summary(classroom)).isEqualTo("D 1 : G 1 · Adam G 0.001, D 0.0005 · batch 64");
    }

    @Test
    void theCardNamesWhatIsAddedWhereItMeansSomething() {
        Objective added = classroom.objective().withLabelSmoothing(0.1).withInstanceNoise(0.2);
        Experiment averaged = classroom.withTraining(t -> t.withAverageDecay(0.999));
        assertThat(summary(averaged.withObjective(added)))
                .endsWith(" · batch 64 · smoothing 0.1 · noise 0.2 · EMA 0.999");
        assertThat(summary(classroom.withObjective(added.withLoss(new Wasserstein()))))
                .endsWith(" · batch 64 · c 0.01 · noise 0.2");
        assertThat(summary(optimizer(Side.DISCRIMINATOR, o -> o.withKind(OptimizerSpec.Kind.SGD))))
                .contains("Adam G 0.001, SGD D 0.0005");
    }

    private Experiment optimizer(Side side, UnaryOperator<OptimizerSpec> change) {
        return classroom.withTraining(t -> t.withOptimizer(side, change.apply(t.optimizer(side))));
    }

    private static String summary(Experiment experiment) {
        return ObjectiveTexts.summary(experiment, WORDS).replace('\u00a0', ' ');
    }

    private static List<Field<Experiment>> fields(Experiment experiment) {
        return Stream.of(
                        ObjectiveFields.of(experiment, WORDS).stream()
                                .flatMap(section -> section.fields().stream())
                                .toList(),
                        List.of(ExperimentFields.batchSize(experiment, WORDS)),
                        OptimizerFields.of(Side.GENERATOR, experiment, WORDS),
                        OptimizerFields.of(Side.DISCRIMINATOR, experiment, WORDS))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> notes(Experiment experiment) {
        return ObjectiveFields.of(experiment, WORDS).stream()
                .map(section -> section.note().replace('\u00a0', ' '))
                .filter(note -> !note.isEmpty())
                .toList();
    }

    private static List<String> names(Experiment experiment) {
        return fields(experiment).stream().map(field -> field.caption().name()).toList();
    }

    private static Field<Experiment> field(Experiment experiment, String editName) {
        return fields(experiment).stream()
                .filter(f -> ("Change " + f.caption().name()).equals(editName))
                .findFirst()
                .orElseThrow();
    }

    private static Experiment edited(Experiment experiment, String editName, String typed) {
        return ((Field.Text<Experiment>) field(experiment, editName)).parse().apply(typed);
    }

    private static Experiment chosen(Experiment experiment, String name, String title) {
        return ((Field.Choice<Experiment>) field(experiment, "Change " + name))
                .options().stream()
                        .filter(option -> option.title().equals(title))
                        .findFirst()
                        .orElseThrow()
                        .result();
    }
}
