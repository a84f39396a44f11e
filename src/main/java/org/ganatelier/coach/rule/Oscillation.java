package org.ganatelier.coach.rule;

import org.ganatelier.coach.fact.Figure;
import org.ganatelier.coach.fact.Finding;
import org.ganatelier.coach.fact.Picture;
import org.ganatelier.coach.fact.Remedy;
import org.ganatelier.coach.fact.Severity;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.ScoreMeaning;
import org.ganatelier.train.Buckets;
import org.ganatelier.train.History.Curve;

import java.util.Optional;

/**
 * The players go round in circles: D's output on generated samples swings far up and down again and
 * again, longer than chance from batch to batch could (Mescheder et al. 2018, arXiv:1801.04406).
 */
final class Oscillation implements Rule {
    /** Between peak and trough: of a chance, from 0 to 1. */
    private static final double FAR = 0.35;

    /** Ups and downs that no single event makes; runs that work have one at most. */
    private static final int MANY = 5;

    private static final int STEPS = 640;
    private static final int BUCKETS = 64;

    @Override
    public String id() {
        return "oscillation";
    }

    @Override
    public int patience() {
        return 120;
    }

    @Override
    public Optional<Finding> look(Moment moment) {
        if (moment.meaning() != ScoreMeaning.CHANCE || moment.stepsSinceEdit() < STEPS) {
            return Optional.empty();
        }
        Buckets curve = moment.thinned(Curve.D_FAKE, STEPS, BUCKETS);
        int swings = swings(curve.mean());
        if (swings < MANY) {
            return Optional.empty();
        }
        long steps = (long) curve.size() * curve.width();
        return Optional.of(
                new Finding(id(), Severity.WARNING, moment.step(), Picture.OUTPUTS)
                        .with(Figure.SWINGS, swings)
                        .with(Figure.SWING, spread(curve.mean()))
                        .with(Figure.PERIOD, Math.rint(2.0 * steps / swings))
                        .helpedBy(Optional.of(remedy(moment.experiment()))));
    }

    /** How often a curve went from a peak to a trough, or back, at least so far. */
    static int swings(float... curve) {
        int swings = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int direction = 0;
        for (float value : curve) {
            if (Float.isNaN(value)) {
                continue;
            }
            low = Math.min(low, value);
            high = Math.max(high, value);
            if (direction >= 0 && high - value >= FAR) {
                swings++;
                direction = -1;
                low = value;
            } else if (direction <= 0 && value - low >= FAR) {
                swings++;
                direction = 1;
                high = value;
            }
        }
        return swings;
    }

    private static double spread(float... curve) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float value : curve) {
            if (!Float.isNaN(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return high - low;
    }

    /** Less memory of old directions, or smaller steps of both. */
    private static Remedy remedy(Experiment experiment) {
        return Rates.scale(experiment, Side.GENERATOR, 1.0 / 4)
                .and(Rates.scale(experiment, Side.DISCRIMINATOR, 1.0 / 4));
    }
}
