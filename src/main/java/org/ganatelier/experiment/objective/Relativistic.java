package org.ganatelier.experiment.objective;

import static org.ganatelier.experiment.objective.Logistic.sigmoid;
import static org.ganatelier.experiment.objective.Logistic.softplus;

import java.util.List;

/**
 * D raises the score of each real image above that of the generated image it is paired with, G the
 * reverse. With {@link ZeroCentredPenalty penalties} at both it is known to converge (Huang et al.
 * 2024, "R3GAN", arXiv:2501.05441, equation 2 and theorem 1).
 */
public record Relativistic() implements PairedLoss {
    /** Of both penalties. Digits of 28x28 take shape within a thousand steps, without collapse. */
    private static final double USUAL_GAMMA = 1;

    @Override
    public String id() {
        return "relativistic";
    }

    @Override
    public String formulaOfDiscriminator(boolean smoothed) {
        return "−log σ(s(x) − s(G(z)))";
    }

    @Override
    public String formulaOfGenerator() {
        return "−log σ(s(G(z)) − s(x))";
    }

    @Override
    public String paper() {
        return "Huang et al. 2024, arXiv:2501.05441";
    }

    @Override
    public ScoreMeaning scoreMeaning() {
        return ScoreMeaning.GAP;
    }

    @Override
    public List<LossGuide> guides() {
        return List.of(
                new LossGuide("relativistic-d", Logistic.GUESSING / 2),
                new LossGuide("relativistic-g", Logistic.GUESSING));
    }

    /** The paper's R1 and R2. */
    @Override
    public double usualGamma() {
        return USUAL_GAMMA;
    }

    /** D must follow the penalties, as in the paper's appendix. */
    @Override
    public double usualBeta1() {
        return 0;
    }

    /** Where the paper's schedule of it ends. */
    @Override
    public double usualBeta2() {
        return 0.99;
    }

    @Override
    public double ofDiscriminator(ScoreBatch real, ScoreBatch fake, double target) {
        return firstAboveSecond(real, fake);
    }

    @Override
    public double ofGenerator(ScoreBatch real, ScoreBatch fake) {
        return firstAboveSecond(fake, real);
    }

    private static double firstAboveSecond(ScoreBatch first, ScoreBatch second) {
        int count = first.count();
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double gap = first.score(i) - second.score(i);
            sum += softplus(-gap);
            double slope = (sigmoid(gap) - 1) / count;
            first.setGradient(i, slope);
            second.setGradient(i, -slope);
        }
        return sum / count;
    }
}
