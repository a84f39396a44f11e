package org.ganatelier.experiment.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/** Values and gradients of the losses as functions of D's scores. */
class LossTest {
    /** On both sides of every kink and target, none within a step of one. */
    private static final float[] SCORES = {-3, -1.5f, -0.5f, 0.1f, 0.6f, 0.95f, 1.5f, 4};

    /** Central differences in float64; the values compared are float32. */
    private static final double STEP = 1e-5;

    private static final double ROUNDING = 1e-6;

    static Stream<Arguments> separable() {
        return separableLosses().stream()
                .flatMap(loss -> Stream.of(Arguments.of(loss, 1), Arguments.of(loss, 0.8)));
    }

    static List<SeparableLoss> separableLosses() {
        return Loss.all().stream()
                .filter(SeparableLoss.class::isInstance)
                .map(SeparableLoss.class::cast)
                .toList();
    }

    @Test
    void everyLossIsListedOnceAndHasANameOfItsOwn() {
        List<String> classes =
                new ClassFileImporter()
                        .importPackagesOf(Loss.class).stream()
                                .filter(type -> type.isAssignableTo(Loss.class))
                                .filter(type -> !type.isInterface())
                                .filter(
                                        type ->
                                                !type.getSource()
                                                        .toString()
                                                        .contains("test-classes"))
                                .map(JavaClass::getName)
                                .toList();
        assertThat(Loss.all())
                .extracting(loss -> loss.getClass().getName())
                .containsExactlyInAnyOrderElementsOf(classes);
        assertThat(Loss.all()).extracting(Loss::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("separable")
    void lossesAreThoseOfThePapersAndGradientsAreTheirs(SeparableLoss loss, double target) {
        int n = SCORES.length;
        var gradients = new float[n];
        var batch = new ScoreBatch(SCORES, 0, n, gradients);

        check(loss.onReal(batch, target), gradients, ReferenceLosses.real(loss, target));
        check(loss.onFake(batch), gradients, ReferenceLosses.fake(loss));
        check(loss.ofGenerator(batch), gradients, ReferenceLosses.generator(loss));
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
    @MethodSource("separableLosses")
    void bothHalvesTogetherAreTheSumOfBoth(SeparableLoss loss) {
        int half = SCORES.length / 2;
        var apart = new float[SCORES.length];
        double sum = loss.onReal(new ScoreBatch(SCORES, 0, half, apart), 1);
        sum += loss.onFake(new ScoreBatch(SCORES, half, half, apart));
        var together = new float[SCORES.length];
        double both =
                loss.ofDiscriminator(
                        new ScoreBatch(SCORES, 0, half, together),
                        new ScoreBatch(SCORES, half, half, together),
                        1);
        assertThat(both).isEqualTo(sum);
        assertThat(together).isEqualTo(apart);
    }

    /** Against differences of the formula, written down as in the paper, by each of both scores. */
    @Test
    void pairsRaiseOneScoreAboveTheOtherByTheGradientsOfTheFormula() {
        int half = SCORES.length / 2;
        var gradients = new float[SCORES.length];
        var real = new ScoreBatch(SCORES, 0, half, gradients);
        var fake = new ScoreBatch(SCORES, half, half, gradients);
        var loss = new Relativistic();

        assertThat(loss.ofDiscriminator(real, fake, 1))
                .isEqualTo(pairs(doubles(), 1), within(ROUNDING));
        checkPairs(gradients, 1);
        assertThat(loss.ofGenerator(real, fake)).isEqualTo(pairs(doubles(), -1), within(ROUNDING));
        checkPairs(gradients, -1);
    }

    private static void checkPairs(float[] gradients, int sign) {
        for (int i = 0; i < SCORES.length; i++) {
            double[] above = doubles();
            double[] below = doubles();
            above[i] += STEP;
            below[i] -= STEP;
            assertThat((double) gradients[i])
                    .as("by score %d", i)
                    .isEqualTo(
                            (pairs(above, sign) - pairs(below, sign)) / (2 * STEP),
                            within(ROUNDING));
        }
    }

    /**
     * The first half against the second.
     *
     * @param sign 1 for D's loss, -1 for G's
     */
    private static double pairs(double[] scores, int sign) {
        int half = scores.length / 2;
        double sum = 0;
        for (int i = 0; i < half; i++) {
            sum -= Math.log(ReferenceLosses.sigmoid(sign * (scores[i] - scores[half + i])));
        }
        return sum / half;
    }

    private static double[] doubles() {
        var values = new double[SCORES.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = SCORES[i];
        }
        return values;
    }

    @Test
    void pairsFarApartNeitherOverflowNorLoseTheirGradient() {
        var gradients = new float[2];
        float[] wrong = {-200, 200};
        double loss =
                new Relativistic()
                        .ofDiscriminator(
                                new ScoreBatch(wrong, 0, 1, gradients),
                                new ScoreBatch(wrong, 1, 1, gradients),
                                1);
        assertThat(loss).isEqualTo(400, within(ROUNDING));
        assertThat(gradients).containsExactly(-1, 1);
    }

    @Test
    void aLossBringsItsUsualPenaltiesAndTakesThemAwayAgain() {
        var plain = new Objective(new NonSaturating());
        Objective pairs = plain.withLoss(new Relativistic());
        assertThat(pairs.r1().isOn() && pairs.r2().isOn()).isTrue();
        assertThat(pairs).isEqualTo(new Objective(new Relativistic()));
        assertThat(pairs.withLoss(new NonSaturating())).isEqualTo(plain);
        assertThat(plain.withR1(5).withLoss(new Relativistic()).r1().gamma()).isEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("separableLosses")
    void theDiscriminatorRaisesRealAndLowersGeneratedAndTheGeneratorRaisesItsOwn(
            SeparableLoss loss) {
        var gradient = new float[1];
        var undecided = new ScoreBatch(new float[] {0}, 0, 1, gradient);

        double unused = loss.onReal(undecided, 1);
        assertThat(gradient[0]).isNegative();
        unused += loss.onFake(new ScoreBatch(new float[] {0.5f}, 0, 1, gradient));
        assertThat(gradient[0]).isPositive();
        unused += loss.ofGenerator(undecided);
        assertThat(gradient[0]).isNegative();
        assertThat(unused).isFinite();
    }

    static Stream<Arguments> whereDiscriminatorIsSure() {
        return Stream.of(Arguments.of(new NonSaturating(), -1), Arguments.of(new Minimax(), 0));
    }

    @ParameterizedTest
    @MethodSource("whereDiscriminatorIsSure")
    void whereTheDiscriminatorIsSureOnlyTheNonSaturatingGeneratorStillLearns(
            SeparableLoss loss, float slope) {
        var gradient = new float[1];
        double value = loss.ofGenerator(new ScoreBatch(new float[] {-200}, 0, 1, gradient));
        assertThat((double) gradient[0]).isEqualTo(slope, within(ROUNDING));
        assertThat(value).isEqualTo(-200 * slope, within(ROUNDING));
    }

    @Test
    void smoothedLabelsMakeTheDiscriminatorContentBeforeItIsSure() {
        double target = new Objective(new NonSaturating()).withLabelSmoothing(0.1).realTarget();
        // sigma(s) = 0.9 at s = ln 9.
        float[] content = {(float) Math.log(9)};
        var gradient = new float[1];
        double loss = new NonSaturating().onReal(new ScoreBatch(content, 0, 1, gradient), target);
        assertThat((double) gradient[0]).isEqualTo(0, within(ROUNDING));
        assertThat(loss).isEqualTo(-0.9 * Math.log(0.9) - 0.1 * Math.log(0.1), within(ROUNDING));
    }

    @ParameterizedTest
    @CsvSource({
        "CHANCE, 0, 0.5",
        "CHANCE, 200, 1",
        "MARK, 1.5, 1.5",
        "MARGIN, -3, -3",
        "GAP, 40, 40"
    })
    void onlyAChanceIsASigmoid(ScoreMeaning meaning, float score, double output) {
        assertThat(meaning.output(score)).isEqualTo(output);
    }
}
