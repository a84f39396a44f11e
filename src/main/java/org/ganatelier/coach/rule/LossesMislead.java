package org.ganatelier.coach.rule;

import org.ganatelier.coach.fact.Figure;
import org.ganatelier.coach.fact.Finding;
import org.ganatelier.coach.fact.Picture;
import org.ganatelier.coach.fact.Severity;
import org.ganatelier.experiment.objective.ScoreMeaning;
import org.ganatelier.train.History.Curve;
import org.ganatelier.train.quality.Coverage;
import org.ganatelier.train.quality.ScorePoint;

import java.util.List;
import java.util.Optional;

/**
 * The losses say one thing and the images another: G's loss rises while its images get better, or
 * both losses look balanced while the images stay bad. Each loss is measured against the other
 * player, who learns too (Goodfellow 2016, arXiv:1701.00160, section 3.2).
 */
final class LossesMislead implements Rule {
    /** So many times what it was is a rise that everybody sees. */
    private static final double RISE = 1.3;

    /** The distance has fallen to this share. */
    private static final double BETTER = 0.5;

    /** D(x) of real and generated samples lie no further apart. */
    private static final double BALANCED = 0.25;

    /** Of the classes. */
    private static final double HALF = 0.5;

    /** It has not fallen to this share within the newest scores. */
    private static final double WORSE = 0.8;

    private static final int LEAST_STEPS = 400;

    /** Before so many steps images need not be good. */
    private static final int LONG = 1000;

    @Override
    public String id() {
        return "losses-mislead";
    }

    @Override
    public int patience() {
        return 200;
    }

    @Override
    public Optional<Finding> look(Moment moment) {
        List<ScorePoint> scores = moment.scores();
        if (moment.stepsSinceEdit() < LEAST_STEPS || scores.size() < Progress.FEW) {
            return Optional.empty();
        }
        Optional<Finding> bad = badLosses(moment, scores);
        return bad.isPresent() ? bad : goodLosses(moment, scores);
    }

    private Optional<Finding> badLosses(Moment moment, List<ScorePoint> scores) {
        long quarter = moment.stepsSinceEdit() / 4;
        long begin = moment.since();
        double before =
                moment.window(Curve.GENERATOR_LOSS, begin + quarter / 2, begin + quarter).mean();
        double now = moment.newest(Curve.GENERATOR_LOSS, quarter).mean();
        ScorePoint then =
                scores.stream()
                        .filter(score -> score.step() >= begin + quarter / 2)
                        .findFirst()
                        .orElse(scores.getFirst());
        double distance = Progress.distance(scores.getLast());
        boolean found =
                before > 0
                        && now > RISE * before
                        && distance < BETTER * Progress.distance(then)
                        && Progress.isGood(moment);
        return found
                ? Optional.of(
                        finding(moment)
                                .saying("bad")
                                .with(Figure.GENERATOR_LOSS_BEFORE, before)
                                .with(Figure.GENERATOR_LOSS, now)
                                .with(Figure.FRECHET_BEFORE, Progress.distance(then))
                                .with(Figure.FRECHET, distance))
                : Optional.empty();
    }

    private Optional<Finding> goodLosses(Moment moment, List<ScorePoint> scores) {
        Window real = moment.newest(Curve.D_REAL, LEAST_STEPS / 2);
        Window fake = moment.newest(Curve.D_FAKE, LEAST_STEPS / 2);
        double gap = real.mean() - fake.mean();
        Coverage coverage = scores.getLast().score().images().coverage();
        ScorePoint before = scores.get(scores.size() - Progress.FEW);
        boolean found =
                moment.meaning() == ScoreMeaning.CHANCE
                        && moment.stepsSinceEdit() >= LONG
                        && Progress.distance(scores.getLast()) > WORSE * Progress.distance(before)
                        && Math.abs(gap) < BALANCED
                        && coverage.showsSomething()
                        && coverage.seen() < HALF * coverage.shares().size();
        return found
                ? Optional.of(
                        finding(moment)
                                .saying("good")
                                .with(Figure.D_REAL, real.mean())
                                .with(Figure.D_FAKE, fake.mean())
                                .with(Figure.CLASSES_SEEN, coverage.seen())
                                .with(Figure.CLASSES, coverage.shares().size()))
                : Optional.empty();
    }

    private Finding finding(Moment moment) {
        return new Finding(id(), Severity.NOTE, moment.step(), Picture.DISTANCE);
    }
}
