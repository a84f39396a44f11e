package org.ganatelier.engine.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.experiment.objective.Objective.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/** Values and gradients of the losses as functions of D's scores. */
class ObjectivesTest {
    /** On both sides of every kink and target, none within a step of one. */
    private static final float[] SCORES = {-3, -1.5f, -0.5f, 0.1f, 0.6f, 0.95f, 1.5f, 4};

    /** Central differences in float64; the values compared are float32. */
    private static final double STEP = 1e-5;

    private static final double ROUNDING = 1e-6;

    static Stream<Objective> objectives() {
        return Arrays.stream(Kind.values())
                .map(Objective::new)
                .flatMap(plain -> Stream.of(plain, plain.withLabelSmoothing(0.2)));
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void lossesAreThoseOfThePapersAndGradientsAreTheirs(Objective objective) {
        int n = SCORES.length;
        var gradients = new float[n];

        double loss = Objectives.real(objective, SCORES, 0, n, gradients);
        check(loss, gradients, ReferenceLosses.real(objective));
        loss = Objectives.fake(objective, SCORES, 0, n, gradients);
        check(loss, gradients, ReferenceLosses.fake(objective));
        loss = Objectives.generator(objective, SCORES, n, gradients);
        check(loss, gradients, ReferenceLosses.generator(objective));
    }

    private static void check(double loss, float[] gradients, DoubleUnaryOperator reference) {
        int n = SCORES.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += reference.applyAsDouble(SCORES[i]);
            double above = reference.applyAsDouble(SCORES[i] + STEP);
            double below = reference.applyAsDouble(SCORES[i] - STEP);
            assertThat((double) gradients[i])
                    .as("at score %s", SCORES[i])
                    .isEqualTo((above - below) / (2 * STEP) / n, within(ROUNDING));
        }
        assertThat(loss).isEqualTo(sum / n, within(ROUNDING));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theDiscriminatorRaisesRealAndLowersGeneratedAndTheGeneratorRaisesItsOwn(Kind kind) {
        var objective = new Objective(kind);
        float[] undecided = {0};
        var gradient = new float[1];

        double unused = Objectives.real(objective, undecided, 0, 1, gradient);
        assertThat(gradient[0]).isNegative();
        unused += Objectives.fake(objective, new float[] {0.5f}, 0, 1, gradient);
        assertThat(gradient[0]).isPositive();
        unused += Objectives.generator(objective, undecided, 1, gradient);
        assertThat(gradient[0]).isNegative();
        assertThat(unused).isFinite();
    }

    @ParameterizedTest
    @CsvSource({"NON_SATURATING, -1", "MINIMAX, 0"})
    void whereTheDiscriminatorIsSureOnlyTheNonSaturatingGeneratorStillLearns(
            Kind kind, float slope) {
        var gradient = new float[1];
        double loss = Objectives.generator(new Objective(kind), new float[] {-200}, 1, gradient);
        assertThat((double) gradient[0]).isEqualTo(slope, within(ROUNDING));
        assertThat(loss).isEqualTo(-200 * slope, within(ROUNDING));
    }

    @Test
    void smoothedLabelsMakeTheDiscriminatorContentBeforeItIsSure() {
        var smoothed = new Objective(Kind.NON_SATURATING).withLabelSmoothing(0.1);
        // sigma(s) = 0.9 at s = ln 9.
        float[] content = {(float) Math.log(9)};
        var gradient = new float[1];
        double loss = Objectives.real(smoothed, content, 0, 1, gradient);
        assertThat((double) gradient[0]).isEqualTo(0, within(ROUNDING));
        assertThat(loss).isEqualTo(-0.9 * Math.log(0.9) - 0.1 * Math.log(0.1), within(ROUNDING));
    }

    @ParameterizedTest
    @CsvSource({"HINGE, 0.5", "LEAST_SQUARES, 0", "WASSERSTEIN, 0.5"})
    void aScoreOfZeroIsHalfABeliefButOfMarksItIsNone(Kind kind, double belief) {
        assertThat(Objectives.belief(new Objective(kind), new float[] {0}, 0, 1)).isEqualTo(belief);
    }
}
