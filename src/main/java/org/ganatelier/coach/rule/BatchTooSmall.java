package org.ganatelier.coach.rule;

import org.ganatelier.coach.fact.Figure;
import org.ganatelier.coach.fact.Finding;
import org.ganatelier.coach.fact.Picture;
import org.ganatelier.coach.fact.Remedy;
import org.ganatelier.coach.fact.Severity;
import org.ganatelier.train.Buckets;
import org.ganatelier.train.History.Curve;

import java.util.List;
import java.util.Optional;

/**
 * The batch is so small that losses say more of the few samples in it than of the networks: they
 * scatter from step to step by a good part of their mean (Brock et al. 2019, arXiv:1809.11096,
 * section 3.1, for the other end).
 */
final class BatchTooSmall implements Rule {
    /** More than so many are no small batch, whatever scatters. */
    private static final int SMALL = 8;

    private static final int USUAL = 64;

    /** The standard deviation from step to step, as a share of the mean. */
    private static final double WILD = 0.15;

    private static final int STEPS = 64;

    @Override
    public String id() {
        return "batch-too-small";
    }

    @Override
    public int patience() {
        return 150;
    }

    @Override
    public Optional<Finding> look(Moment moment) {
        int size = moment.experiment().training().batchSize();
        if (size > SMALL || moment.stepsSinceEdit() < STEPS) {
            return Optional.empty();
        }
        // 64 steps in 64 buckets: every step.
        Buckets steps = moment.thinned(Curve.DISCRIMINATOR_LOSS, STEPS, STEPS);
        double mean = moment.newest(Curve.DISCRIMINATOR_LOSS, STEPS).mean();
        double scatter = scatter(steps.mean());
        if (!(scatter > WILD * Math.abs(mean))) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(id(), Severity.WARNING, moment.step(), Picture.LOSSES)
                        .with(Figure.BATCH_SIZE, size)
                        .with(Figure.SCATTER, scatter)
                        .with(Figure.DISCRIMINATOR_LOSS, mean)
                        .helpedBy(
                                Optional.of(
                                        new Remedy(
                                                List.of(
                                                        new Remedy.Change.BatchSize(
                                                                size, USUAL))))));
    }

    /**
     * From one step to the next, so that no trend counts: of independent values sqrt(2) deviations.
     */
    private static double scatter(float... values) {
        double squares = 0;
        int pairs = 0;
        for (int i = 1; i < values.length; i++) {
            double difference = values[i] - values[i - 1];
            if (Double.isFinite(difference)) {
                squares += difference * difference;
                pairs++;
            }
        }
        return pairs == 0 ? Double.NaN : Math.sqrt(squares / pairs / 2);
    }
}
