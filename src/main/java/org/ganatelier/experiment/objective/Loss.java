package org.ganatelier.experiment.objective;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The pair of losses that the two networks minimise, as functions of D's scores. In formulas s is
 * D's score, σ the logistic function, x a real image, G(z) a generated one; every loss is a mean
 * over the batch. Title, meaning and the words of the guides are messages under {@code
 * objective.loss.}{@link #id}.
 */
public sealed interface Loss permits SeparableLoss, PairedLoss {
    /** Every loss, in the order of a menu. */
    static List<Loss> all() {
        return List.of(
                new NonSaturating(),
                new Minimax(),
                new LeastSquares(),
                new Hinge(),
                new Wasserstein(),
                new WassersteinGp(),
                new Relativistic());
    }

    /** Its name in JSON and in the keys of its messages. */
    String id();

    /**
     * What D minimises.
     *
     * @param smoothed with a target of 1 - α for real images where it has targets
     */
    String formulaOfDiscriminator(boolean smoothed);

    /** What G minimises. */
    String formulaOfGenerator();

    /** Where it comes from: authors, year, arXiv number. */
    String paper();

    /** What a score says. */
    ScoreMeaning scoreMeaning();

    /** Levels of the losses' plot that have a meaning. */
    List<LossGuide> guides();

    /** D's loss on real images with a target of 1 and of 1 - α; empty where it has no targets. */
    default Optional<Smoothing> smoothing() {
        return Optional.empty();
    }

    /** Numbers of its own. */
    default List<LossNumber> numbers() {
        return List.of();
    }

    /** All of D's weights are kept within plus and minus this after each of its updates. */
    default OptionalDouble weightLimit(LossNumbers numbers) {
        return OptionalDouble.empty();
    }

    /** The weight λ of a penalty on D's slope between real and generated images; 0 for none. */
    default double slopePenalty(LossNumbers numbers) {
        return 0;
    }

    /** That penalty as a formula; empty where there is none. */
    default String formulaOfSlopePenalty() {
        return "";
    }

    /** The weight γ of R1 and of R2 that goes with it; 0 for none. */
    default double usualGamma() {
        return 0;
    }

    /** Adam's beta1 that goes with it (Radford et al. 2016, arXiv:1511.06434, section 4). */
    default double usualBeta1() {
        return 0.5;
    }

    /** Adam's beta2 that goes with it. */
    default double usualBeta2() {
        return 0.999;
    }

    /**
     * D's loss, mean over the batch, penalties left out; writes down its gradients by all scores.
     *
     * @param target for real images, 1 unless labels are smoothed
     */
    double ofDiscriminator(ScoreBatch real, ScoreBatch fake, double target);

    /**
     * The same formula under two targets.
     *
     * @param plain with a target of 1
     * @param smoothed with a target of 1 - α (Salimans et al. 2016, arXiv:1606.03498)
     */
    record Smoothing(String plain, String smoothed) {}
}
