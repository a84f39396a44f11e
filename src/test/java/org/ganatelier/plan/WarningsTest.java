package org.ganatelier.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ganatelier.plan.Examples.FLATTEN;
import static org.ganatelier.plan.Examples.RELU;
import static org.ganatelier.plan.Examples.SIGMOID;
import static org.ganatelier.plan.Examples.TANH;
import static org.ganatelier.plan.Examples.batchNorm;
import static org.ganatelier.plan.Examples.conv;
import static org.ganatelier.plan.Examples.deconv;
import static org.ganatelier.plan.Examples.dense;
import static org.ganatelier.plan.Examples.discriminator;
import static org.ganatelier.plan.Examples.generator;
import static org.ganatelier.plan.Examples.reshape;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.DepthwiseConv2D;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.SeparableConv2D;
import org.ganatelier.plan.model.Change;
import org.ganatelier.plan.model.Concern;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.Warning;
import org.ganatelier.project.Presets;
import org.junit.jupiter.api.Test;

import java.util.List;

/** What is worth a second look, and what is not. */
final class WarningsTest {
    private static List<Warning> warnings(Experiment experiment) {
        Outcome outcome = Planner.suggest(experiment);
        assertThat(outcome).isInstanceOf(Outcome.Ready.class);
        return outcome.warnings();
    }

    private static List<Concern> concerns(Experiment experiment) {
        return warnings(experiment).stream().map(Warning::concern).toList();
    }

    /** The experiment after the first fix of its only warning, which leaves none. */
    private static Experiment calmed(Experiment experiment) {
        assertThat(warnings(experiment)).hasSize(1);
        List<Fix> fixes = warnings(experiment).getFirst().fixes();
        assertThat(fixes).isNotEmpty();
        for (Fix fix : fixes) {
            assertThat(warnings(fix.apply(experiment))).as("%s", fix).isEmpty();
        }
        return fixes.getFirst().apply(experiment);
    }

    /** The same of its only warning, where the two rates differ. */
    @Test
    void convolutionsWithoutNormalizationWantSmallRates() throws Exception {
        Experiment article =
                Presets.load("article")
                        .withNetwork(
                                Side.GENERATOR,
                                n ->
                                        n.withReplaced(0, dense(784))
                                                .withReplaced(1, reshape(7, 7, 16)))
                        .withNetwork(
                                Side.DISCRIMINATOR,
                                n -> n.withReplaced(n.layers().size() - 1, dense(1)));
        assertThat(concerns(article)).contains(new Concern.FastWithoutNormalization(0.001, 0.0002));
        Experiment calm = new Change.LowerLearningRates(0.0002).apply(article);
        assertThat(concerns(calm)).noneMatch(Concern.FastWithoutNormalization.class::isInstance);
        for (Side side : Side.values()) {
            assertThat(calm.training().optimizer(side).learningRate()).isEqualTo(0.0002);
        }
        assertThat(warnings(article))
                .flatExtracting(Warning::fixes)
                .contains(Fix.of(new Change.LowerLearningRates(0.0002)));
        Experiment normalized =
                article.withNetwork(
                        Side.GENERATOR, n -> n.withInserted(3, new BatchNorm(0.9, 1e-5, RELU)));
        assertThat(concerns(normalized))
                .noneMatch(Concern.FastWithoutNormalization.class::isInstance);
    }

    private static Experiment normalized(double momentum, double epsilon) {
        return generator(dense(784), new BatchNorm(momentum, epsilon, TANH), reshape(28, 28, 1));
    }

    @Test
    void aSoundExperimentHasNone() {
        assertThat(warnings(Examples.ready())).isEmpty();
    }

    @Test
    void aCheckWarnsWithoutFixes() {
        assertThat(Planner.check(normalized(0.9, 0.8)).warnings())
                .containsExactly(
                        new Warning(
                                new Place.Layer(Side.GENERATOR, 1),
                                new Concern.LargeEpsilon(0.8),
                                List.of()));
    }

    @Test
    void aLargeEpsilonWasMeantAsMomentum() {
        assertThat(concerns(normalized(0.9, 0.05))).isEmpty();
        assertThat(concerns(normalized(0.9, 0.051)))
                .containsExactly(new Concern.LargeEpsilon(0.051));
        assertThat(calmed(normalized(0.9, 0.8)).generator().layers().get(1))
                .isEqualTo(new BatchNorm(0.8, 1e-3, TANH));
        assertThat(calmed(normalized(1e-5, 0.8)).generator().layers().get(1))
                .isEqualTo(new BatchNorm(0.8, 1e-5, TANH));
    }

    @Test
    void aSigmoidGivesNoBlackButCanBeTrained() {
        Experiment experiment = generator(dense(784, SIGMOID), reshape(28, 28, 1));
        assertThat(warnings(experiment).getFirst().place())
                .isEqualTo(new Place.Layer(Side.GENERATOR, 0));
        assertThat(calmed(experiment)).isEqualTo(generator(dense(784, TANH), reshape(28, 28, 1)));
        assertThat(warnings(generator(dense(784, TANH), reshape(28, 28, 1)))).isEmpty();
        assertThat(warnings(generator(dense(9, SIGMOID), dense(784, TANH), reshape(28, 28, 1))))
                .isEmpty();
    }

    private static Experiment enlarging(int kernel, int stride) {
        int start = 28 / stride;
        return generator(
                dense(start * start),
                reshape(start, start, 1),
                deconv(1, kernel, stride, Padding.SAME, TANH));
    }

    @Test
    void aKernelThatIsNotDivisibleByTheStrideDrawsCheckerboards() {
        assertThat(concerns(enlarging(5, 2))).containsExactly(new Concern.UnevenOverlap(5, 2));
        for (int kernel : List.of(2, 4, 6)) {
            assertThat(concerns(enlarging(kernel, 2))).isEmpty();
        }
        assertThat(concerns(enlarging(3, 1))).isEmpty();
        assertThat(calmed(enlarging(5, 2))).isEqualTo(enlarging(4, 2));
    }

    @Test
    void noFixOfAWarningMakesAProblem() {
        // With valid padding another kernel makes images of another size.
        var valid = generator(dense(169), reshape(13, 13, 1), deconv(1, 4, 2, Padding.VALID, TANH));
        assertThat(warnings(valid)).isEmpty();
        var uneven = generator(dense(81), reshape(9, 9, 1), deconv(1, 4, 3, Padding.VALID, TANH));
        assertThat(warnings(uneven))
                .containsExactly(
                        new Warning(
                                new Place.Layer(Side.GENERATOR, 2),
                                new Concern.UnevenOverlap(4, 3),
                                List.of()));
    }

    @Test
    void fewSamplesHaveNoStatistics() {
        Experiment experiment = normalized(0.9, 1e-5);
        assertThat(concerns(experiment.withTraining(t -> t.withBatchSize(8)))).isEmpty();
        assertThat(concerns(experiment.withTraining(t -> t.withBatchSize(7))))
                .containsExactly(new Concern.SmallBatch(7));
        assertThat(calmed(experiment.withTraining(t -> t.withBatchSize(7))).training().batchSize())
                .isEqualTo(64);
        assertThat(concerns(Examples.ready().withTraining(t -> t.withBatchSize(7)))).isEmpty();
    }

    @Test
    void multiplyAddsAreCountedAtEachPixelThatAKernelVisits() {
        var plan =
                Planner.check(
                                Examples.experiment(
                                        NetworkSpec.of(
                                                dense(49),
                                                reshape(7, 7, 1),
                                                deconv(2, 4, 4, Padding.SAME),
                                                conv(1, 3, 1, Padding.SAME)),
                                        NetworkSpec.of(
                                                conv(8, 4, 2, Padding.SAME),
                                                batchNorm(RELU),
                                                FLATTEN,
                                                dense(1))))
                        .plan();
        assertThat(plan.generator().multiplyAdds())
                .isEqualTo(100 * 49 + 7 * 7 * 4 * 4 * 2 + 28 * 28 * 3 * 3 * 2);
        assertThat(plan.discriminator().multiplyAdds())
                .isEqualTo(14 * 14 * 4 * 4 * 8 + 14 * 14 * 8);
    }

    @Test
    void multiplyAddsOfADepthwiseConvolutionAreThoseOfOneChannelEach() {
        var plan =
                Planner.check(
                                discriminator(
                                        new DepthwiseConv2D(4, 3, 2, Padding.SAME, true, RELU),
                                        FLATTEN))
                        .plan();
        assertThat(plan.discriminator().multiplyAdds()).isEqualTo(14 * 14 * 4 * 3 * 3);
    }

    @Test
    void multiplyAddsOfASeparableConvolutionAreThoseOfBothParts() {
        var plan =
                Planner.check(
                                discriminator(
                                        new SeparableConv2D(8, 2, 3, 2, Padding.SAME, true, RELU),
                                        FLATTEN))
                        .plan();
        assertThat(plan.discriminator().multiplyAdds()).isEqualTo(14 * 14 * (2 * 3 * 3 + 8 * 2));
    }

    @Test
    void multiplyAddsFollowTheOutputThatPaddingMakesLarger() {
        var plan =
                Planner.check(discriminator(conv(2, 3, 1, new Padding.Explicit(2)), FLATTEN))
                        .plan();
        assertThat(plan.discriminator().multiplyAdds()).isEqualTo(30 * 30 * 3 * 3 * 2);
    }

    @Test
    void aDiscriminatorOfManyTimesTheWorkIsTold() {
        // 78,400 multiply-adds in G.
        LayerSpec[] large = {FLATTEN, dense(1000, RELU), dense(1)};
        assertThat(concerns(discriminator(large)))
                .containsExactly(new Concern.LargeDiscriminator(78_400, 785_000));
        assertThat(warnings(discriminator(large)).getFirst().fixes()).isEmpty();
        assertThat(concerns(discriminator(FLATTEN, dense(900, RELU), dense(1)))).isEmpty();
    }

    @Test
    void weightDecayHardlyHoldsWhatIsNormalized() {
        Experiment experiment = normalized(0.9, 1e-5);
        Experiment decaying =
                experiment.withTraining(
                        t ->
                                t.withOptimizer(
                                        Side.GENERATOR,
                                        t.optimizer(Side.GENERATOR).withWeightDecay(0.01)));
        assertThat(concerns(decaying))
                .containsExactly(new Concern.DecayBeforeNormalization(Side.GENERATOR));
        assertThat(calmed(decaying)).isEqualTo(experiment);
        assertThat(
                        concerns(
                                experiment.withTraining(
                                        t ->
                                                t.withOptimizer(
                                                        Side.DISCRIMINATOR,
                                                        t.optimizer(Side.DISCRIMINATOR)
                                                                .withWeightDecay(0.01)))))
                .isEmpty();
    }

    @Test
    void warningsStandBesideProblems() {
        Outcome outcome = Planner.suggest(normalized(0.9, 0.8).withLatentSize(3000));
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        assertThat(outcome.warnings())
                .singleElement()
                .satisfies(w -> assertThat(w.fixes()).isNotEmpty());
    }
}
