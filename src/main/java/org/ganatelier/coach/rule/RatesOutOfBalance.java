package org.ganatelier.coach.rule;

import org.ganatelier.coach.fact.Figure;
import org.ganatelier.coach.fact.Finding;
import org.ganatelier.coach.fact.Picture;
import org.ganatelier.coach.fact.Remedy;
import org.ganatelier.coach.fact.Severity;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.ScoreMeaning;
import org.ganatelier.train.History.Curve;

import java.util.Optional;

/**
 * One network moves many times as far in a step as the other, and it shows: D outruns G, or G
 * outruns a D that has nothing to say (Heusel et al. 2017, arXiv:1706.08500, on two time scales).
 */
final class RatesOutOfBalance implements Rule {
    /** Presets that work keep to a fourth and four times. */
    private static final double MANY = 30;

    private static final double APART = 0.85;
    private static final double TOGETHER = 0.1;
    private static final int STEPS = 100;

    @Override
    public String id() {
        return "rates-out-of-balance";
    }

    @Override
    public Optional<Finding> look(Moment moment) {
        Experiment experiment = moment.experiment();
        double ratio = Rates.ratio(experiment);
        boolean ofD = ratio >= MANY;
        if (moment.meaning() != ScoreMeaning.CHANCE
                || !Rates.comparable(experiment)
                || !(ofD || ratio <= 1 / MANY)
                || Progress.isGood(moment)) {
            return Optional.empty();
        }
        Window real = moment.newest(Curve.D_REAL, STEPS);
        Window fake = moment.newest(Curve.D_FAKE, STEPS);
        double gap = real.mean() - fake.mean();
        if (real.count() < STEPS / 2 || (ofD ? gap < APART : gap > TOGETHER)) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(id(), Severity.WARNING, moment.step(), Picture.OUTPUTS)
                        .saying(ofD ? "discriminator" : "generator")
                        .with(Figure.RATIO, Math.rint(ofD ? ratio : 1 / ratio))
                        .with(Figure.GENERATOR_RATE, Rates.of(experiment, Side.GENERATOR))
                        .with(Figure.DISCRIMINATOR_RATE, Rates.of(experiment, Side.DISCRIMINATOR))
                        .with(Figure.GAP, gap)
                        .helpedBy(Optional.of(remedy(experiment, ofD, ratio))));
    }

    /** The slower one as fast as the other. */
    private static Remedy remedy(Experiment experiment, boolean ofD, double ratio) {
        return ofD
                ? Rates.scale(experiment, Side.GENERATOR, ratio)
                : Rates.scale(experiment, Side.DISCRIMINATOR, 1 / ratio);
    }
}
