package org.ganatelier.experiment.objective;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;

import java.util.List;

/** As {@link Wasserstein}, but a penalty keeps D's slope near 1 and leaves its weights free. */
public record WassersteinGp() implements SeparableLoss {
    /** The penalty's weight; usual as in the paper. */
    public static final LossNumber LAMBDA =
            new LossNumber(
                    "gradientPenalty", "λ", 10, Range.between(0, 1000), Quantity.GRADIENT_PENALTY);

    private static final Wasserstein SCORES = new Wasserstein();

    @Override
    public String id() {
        return "wasserstein-gp";
    }

    @Override
    public String onReal() {
        return SCORES.onReal();
    }

    @Override
    public String onGenerated() {
        return SCORES.onGenerated();
    }

    @Override
    public String formulaOfSlopePenalty() {
        return "λ (|∂s/∂u| − 1)²";
    }

    @Override
    public String formulaOfDiscriminator(boolean smoothed) {
        return SeparableLoss.super.formulaOfDiscriminator(smoothed)
                + " + "
                + formulaOfSlopePenalty();
    }

    @Override
    public String formulaOfGenerator() {
        return SCORES.formulaOfGenerator();
    }

    @Override
    public String paper() {
        return "Gulrajani et al. 2017, arXiv:1704.00028";
    }

    @Override
    public ScoreMeaning scoreMeaning() {
        return ScoreMeaning.GAP;
    }

    @Override
    public List<LossGuide> guides() {
        return SCORES.guides();
    }

    @Override
    public List<LossNumber> numbers() {
        return List.of(LAMBDA);
    }

    @Override
    public double slopePenalty(LossNumbers numbers) {
        return numbers.of(LAMBDA);
    }

    /** D must follow the penalty (algorithm 1). */
    @Override
    public double usualBeta1() {
        return 0;
    }

    /** From the same place. */
    @Override
    public double usualBeta2() {
        return 0.9;
    }

    @Override
    public double onReal(ScoreBatch real, double target) {
        return SCORES.onReal(real, target);
    }

    @Override
    public double onFake(ScoreBatch fake) {
        return SCORES.onFake(fake);
    }

    @Override
    public double ofGenerator(ScoreBatch fake) {
        return SCORES.ofGenerator(fake);
    }
}
