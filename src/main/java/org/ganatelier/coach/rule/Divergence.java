package org.ganatelier.coach.rule;

import org.ganatelier.coach.fact.Figure;
import org.ganatelier.coach.fact.Finding;
import org.ganatelier.coach.fact.Picture;
import org.ganatelier.coach.fact.Remedy;
import org.ganatelier.coach.fact.Severity;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.ScoreMeaning;
import org.ganatelier.train.Buckets;
import org.ganatelier.train.Edit;
import org.ganatelier.train.History.Curve;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunFailure;

import java.util.Optional;

/**
 * A loss grows beyond all bounds, or is no number any more. Under losses of chances nothing sound
 * comes near to {@link #MOST_OF_CHANCES}: D would have to be wrong with a certainty of one in
 * millions, on average.
 */
final class Divergence implements Rule {
    /** -ln of 3e-7. */
    private static final double MOST_OF_CHANCES = 15;

    /** Of scores of any size, which grow with the weights of D. */
    private static final double MOST_OF_SCORES = 5_000;

    private static final int STEPS = 60;
    private static final int LEAST_STEPS = 20;
    private static final int BUCKETS = 128;

    /** An edit within so many steps before it began may have led to it. */
    private static final long SHORTLY = 300;

    /** What lessens a rate that is far too high. */
    private static final double FACTOR = 0.02;

    @Override
    public String id() {
        return "divergence";
    }

    @Override
    public int patience() {
        return 40;
    }

    @Override
    public Optional<Finding> look(Moment moment) {
        Window ofG = moment.newest(Curve.GENERATOR_LOSS, STEPS);
        Window ofD = moment.newest(Curve.DISCRIMINATOR_LOSS, STEPS);
        double most = moment.meaning() == ScoreMeaning.CHANCE ? MOST_OF_CHANCES : MOST_OF_SCORES;
        boolean failed = failed(moment);
        boolean grown =
                ofG.count() >= LEAST_STEPS
                        && (Math.abs(ofG.mean()) > most || Math.abs(ofD.mean()) > most);
        if (!failed && !grown) {
            return Optional.empty();
        }
        long ofGFrom = first(moment, Curve.GENERATOR_LOSS, most);
        long ofDFrom = first(moment, Curve.DISCRIMINATOR_LOSS, most);
        Side first = ofDFrom < ofGFrom ? Side.DISCRIMINATOR : Side.GENERATOR;
        long since = Math.min(Math.min(ofGFrom, ofDFrom), moment.step());
        return Optional.of(
                new Finding(id(), Severity.FAILURE, moment.step(), Picture.LOSSES)
                        .saying(failed ? "ended" : first.id())
                        .with(Figure.SINCE, (double) since)
                        .with(Figure.GENERATOR_LOSS, ofG.mean())
                        .with(Figure.DISCRIMINATOR_LOSS, ofD.mean())
                        .with(Figure.GENERATOR_RATE, rate(moment, Side.GENERATOR))
                        .with(Figure.DISCRIMINATOR_RATE, rate(moment, Side.DISCRIMINATOR))
                        .after(cause(moment, since))
                        .helpedBy(Optional.of(remedy(moment, since)))
                        .shownBy("too-fast"));
    }

    private static boolean failed(Moment moment) {
        return moment.end()
                .filter(
                        end ->
                                end instanceof RunEvent.End.Failed(RunFailure failure, _)
                                        && (failure instanceof RunFailure.Diverged
                                                || failure instanceof RunFailure.Overflowed))
                .isPresent();
    }

    private static double rate(Moment moment, Side side) {
        return Rates.of(moment.experiment(), side);
    }

    /**
     * The step at which a curve first went out of all bounds; the greatest number if it did not.
     */
    private static long first(Moment moment, Curve curve, double most) {
        Buckets all = moment.history().thin(curve, moment.since() + 1, moment.step(), BUCKETS);
        for (int i = 0; i < all.size(); i++) {
            if (all.max()[i] > most || all.min()[i] < -most) {
                return all.firstStep() + (long) i * all.width();
            }
        }
        return Long.MAX_VALUE;
    }

    private static Optional<Edit> cause(Moment moment, long since) {
        return moment.edits().stream()
                .filter(edit -> edit.step() <= since && edit.step() > since - SHORTLY)
                .reduce((_, later) -> later);
    }

    /** Takes back the edit that led to it, or lessens both rates. */
    private static Remedy remedy(Moment moment, long since) {
        return cause(moment, since)
                .map(edit -> Remedy.of(edit.setting(), moment.experiment(), edit.before()))
                .orElseGet(
                        () ->
                                Rates.scale(moment.experiment(), Side.GENERATOR, FACTOR)
                                        .and(
                                                Rates.scale(
                                                        moment.experiment(),
                                                        Side.DISCRIMINATOR,
                                                        FACTOR)));
    }
}
