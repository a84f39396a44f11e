package org.ganatelier.coach.rule;

import org.ganatelier.coach.fact.Figure;
import org.ganatelier.coach.fact.Finding;
import org.ganatelier.coach.fact.Picture;
import org.ganatelier.coach.fact.Remedy;
import org.ganatelier.coach.fact.Severity;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.train.History.Curve;

import java.util.Optional;

/**
 * A loss stands still at a bound, from batch to batch: nothing can be learnt from a constant. With
 * weights that are clipped it is the clip (Gulrajani et al. 2017, arXiv:1704.00028, section 3).
 */
final class Saturation implements Rule {
    /** A loss of batches always scatters; this is less than any batch of real images gives. */
    private static final double STILL = 1e-3;

    private static final int STEPS = 200;

    @Override
    public String id() {
        return "saturation";
    }

    @Override
    public Optional<Finding> look(Moment moment) {
        Optional<Finding> ofD = look(moment, Side.DISCRIMINATOR, Curve.DISCRIMINATOR_LOSS);
        return ofD.isPresent() ? ofD : look(moment, Side.GENERATOR, Curve.GENERATOR_LOSS);
    }

    private Optional<Finding> look(Moment moment, Side side, Curve curve) {
        Window window = moment.newest(curve, STEPS);
        if (window.count() < STEPS / 2 || window.spread() > STILL) {
            return Optional.empty();
        }
        boolean clipped = moment.objective().weightLimit().isPresent();
        var found =
                new Finding(id(), Severity.WARNING, moment.step(), Picture.LOSSES)
                        .saying(clipped ? "clip" : side.id())
                        .with(Figure.LEVEL, window.mean())
                        .with(Figure.STEPS, window.count());
        return Optional.of(clipped ? found.helpedBy(wider(moment)) : found);
    }

    private static Optional<Remedy> wider(Moment moment) {
        double limit = moment.objective().weightLimit().orElseThrow();
        return Optional.of(
                Remedy.of(
                        Rates.setting("objective.weightClip"),
                        moment.experiment(),
                        Float.toString((float) Math.min(1, limit * 10))));
    }
}
