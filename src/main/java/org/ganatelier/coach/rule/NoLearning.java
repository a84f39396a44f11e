package org.ganatelier.coach.rule;

import org.ganatelier.coach.fact.Figure;
import org.ganatelier.coach.fact.Finding;
import org.ganatelier.coach.fact.Picture;
import org.ganatelier.coach.fact.Remedy;
import org.ganatelier.coach.fact.Severity;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.train.History.Curve;
import org.ganatelier.train.quality.VarietyPoint;

import java.util.Optional;

/**
 * Neither the losses nor the images change: what is learnt in a step is too little to be seen. Told
 * from D, which learns first: its outputs on real and generated samples do not come apart.
 */
final class NoLearning implements Rule {
    private static final int LEAST_STEPS = 300;
    private static final int STEPS = 100;

    /** The mean of D's loss moves by less than this share of itself. */
    private static final double LITTLE = 0.1;

    /** What is measured of the samples moves by less. */
    private static final double LITTLE_OF_SAMPLES = 0.01;

    /** Rates below this are lower than any that is in use. */
    private static final double USUAL_RATE = 2e-4;

    @Override
    public String id() {
        return "no-learning";
    }

    @Override
    public Optional<Finding> look(Moment moment) {
        if (moment.stepsSinceEdit() < LEAST_STEPS) {
            return Optional.empty();
        }
        long begin = moment.since();
        Window before = moment.window(Curve.DISCRIMINATOR_LOSS, begin + 1, begin + STEPS);
        Window now = moment.newest(Curve.DISCRIMINATOR_LOSS, STEPS);
        boolean still =
                before.count() > 0
                        && Math.abs(now.mean() - before.mean()) <= LITTLE * Math.abs(before.mean());
        if (!still || !samplesStandStill(moment)) {
            return Optional.empty();
        }
        var found =
                new Finding(id(), Severity.WARNING, moment.step(), Picture.LOSSES)
                        .with(Figure.DISCRIMINATOR_LOSS, now.mean())
                        .with(
                                Figure.GENERATOR_LOSS,
                                moment.newest(Curve.GENERATOR_LOSS, STEPS).mean())
                        .with(Figure.GENERATOR_RATE, rate(moment, Side.GENERATOR))
                        .with(Figure.DISCRIMINATOR_RATE, rate(moment, Side.DISCRIMINATOR));
        return Optional.of(found.helpedBy(remedy(moment)));
    }

    /** By their distance from real ones, or where there is no classifier by their variety. */
    private static boolean samplesStandStill(Moment moment) {
        double[] measured =
                moment.isScored()
                        ? moment.scores().stream().mapToDouble(Progress::distance).toArray()
                        : moment.varieties().stream().mapToDouble(VarietyPoint::ofReal).toArray();
        return measured.length >= Progress.FEW
                && Math.abs(measured[measured.length - 1] - measured[0])
                        <= LITTLE_OF_SAMPLES * measured[0];
    }

    private static double rate(Moment moment, Side side) {
        return Rates.of(moment.experiment(), side);
    }

    private static Optional<Remedy> remedy(Moment moment) {
        boolean low =
                rate(moment, Side.GENERATOR) < USUAL_RATE
                        && rate(moment, Side.DISCRIMINATOR) < USUAL_RATE;
        return low
                ? Optional.of(
                        Rates.set(moment.experiment(), Side.GENERATOR, USUAL_RATE)
                                .and(
                                        Rates.set(
                                                moment.experiment(),
                                                Side.DISCRIMINATOR,
                                                USUAL_RATE)))
                : Optional.empty();
    }
}
