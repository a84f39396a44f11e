package org.ganatelier.experiment.objective;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.experiment.basics.Require;
import org.ganatelier.experiment.basics.Side;

import java.util.ArrayList;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The losses that the two networks minimise, and what is added to D's.
 *
 * @param numbers of all losses
 * @param r1 on D's gradients at real images
 * @param r2 on D's gradients at generated images
 * @param labelSmoothing what is taken off D's target for real images, which is otherwise 1
 *     (one-sided: Salimans et al. 2016, arXiv:1606.03498); 0 to 0.5; losses without targets pass it
 *     over
 * @param instanceNoise on all that D sees
 */
public record Objective(
        Loss loss,
        LossNumbers numbers,
        ZeroCentredPenalty r1,
        ZeroCentredPenalty r2,
        double labelSmoothing,
        InstanceNoise instanceNoise) {
    private static final double MOST_SMOOTHING = 0.5;

    private static final String FORMULA_OF_R1 = "½ γ |∂s/∂x|²";
    private static final String FORMULA_OF_R2 = "½ γ₂ |∂s/∂G(z)|²";

    public Objective {
        ZeroCentredPenalty.check("R1", r1);
        ZeroCentredPenalty.check("R2", r2);
        Require.within(Range.between(0, MOST_SMOOTHING), labelSmoothing, Quantity.LABEL_SMOOTHING);
    }

    /** A loss with usual numbers and penalties, and nothing else added. */
    public Objective(Loss loss) {
        this(
                loss,
                new LossNumbers(Map.of()),
                ZeroCentredPenalty.OFF.withGamma(loss.usualGamma()),
                ZeroCentredPenalty.OFF.withGamma(loss.usualGamma()),
                0,
                InstanceNoise.OFF);
    }

    /**
     * With another loss. Penalties of the old loss's {@link Loss#usualGamma usual} weight get the
     * new one's; what else was chosen stays.
     */
    public Objective withLoss(Loss other) {
        return new Objective(
                other, numbers, moved(r1, other), moved(r2, other), labelSmoothing, instanceNoise);
    }

    private ZeroCentredPenalty moved(ZeroCentredPenalty penalty, Loss other) {
        return penalty.gamma() == loss.usualGamma()
                ? penalty.withGamma(other.usualGamma())
                : penalty;
    }

    public Objective withNumber(LossNumber number, double value) {
        return new Objective(
                loss, numbers.with(number, value), r1, r2, labelSmoothing, instanceNoise);
    }

    public Objective withR1(ZeroCentredPenalty penalty) {
        return new Objective(loss, numbers, penalty, r2, labelSmoothing, instanceNoise);
    }

    public Objective withR1(double gamma) {
        return withR1(r1.withGamma(gamma));
    }

    public Objective withR2(ZeroCentredPenalty penalty) {
        return new Objective(loss, numbers, r1, penalty, labelSmoothing, instanceNoise);
    }

    public Objective withR2(double gamma) {
        return withR2(r2.withGamma(gamma));
    }

    public Objective withLabelSmoothing(double share) {
        return new Objective(loss, numbers, r1, r2, share, instanceNoise);
    }

    public Objective withInstanceNoise(InstanceNoise noise) {
        return new Objective(loss, numbers, r1, r2, labelSmoothing, noise);
    }

    public Objective withInstanceNoise(double deviation) {
        return withInstanceNoise(instanceNoise.withDeviation(deviation));
    }

    /**
     * What a player minimises, in clear text, with what is added to the plain game: label smoothing
     * alpha, R1's gamma and R2's where they are on.
     */
    public String formula(Side side) {
        return switch (side) {
            case GENERATOR -> loss.formulaOfGenerator();
            case DISCRIMINATOR ->
                    loss.formulaOfDiscriminator(labelSmoothing > 0)
                            + (r1.isOn() ? " + " + FORMULA_OF_R1 : "")
                            + (r2.isOn() ? " + " + FORMULA_OF_R2 : "");
        };
    }

    /** All penalties on gradients that are on, as one formula; empty where there are none. */
    public String formulaOfPenalties() {
        var all = new ArrayList<String>();
        if (slopePenalty() > 0) {
            all.add(loss.formulaOfSlopePenalty());
        }
        if (r1.isOn()) {
            all.add(FORMULA_OF_R1);
        }
        if (r2.isOn()) {
            all.add(FORMULA_OF_R2);
        }
        return String.join(" + ", all);
    }

    /** D's target for real images. */
    public double realTarget() {
        return 1 - labelSmoothing;
    }

    /** All of D's weights are kept within plus and minus this after each of its updates. */
    public OptionalDouble weightLimit() {
        return loss.weightLimit(numbers);
    }

    /** The weight λ of a penalty on D's slope between real and generated images; 0 for none. */
    public double slopePenalty() {
        return loss.slopePenalty(numbers);
    }

    /** Whether D's loss has a part that depends on the gradient of its score. */
    public boolean penalisesGradients() {
        return r1.isOn() || r2.isOn() || slopePenalty() > 0;
    }
}
