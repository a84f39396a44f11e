package org.ganatelier.coach.rule;

import org.ganatelier.coach.fact.Figure;
import org.ganatelier.coach.fact.Finding;
import org.ganatelier.coach.fact.Picture;
import org.ganatelier.coach.fact.Severity;
import org.ganatelier.experiment.objective.ScoreMeaning;
import org.ganatelier.train.History.Curve;
import org.ganatelier.train.quality.Coverage;
import org.ganatelier.train.quality.ScorePoint;
import org.ganatelier.train.quality.VarietyPoint;

import java.util.List;
import java.util.Optional;

/** The images get better, most classes are there, and samples are as different as real ones. */
final class Healthy implements Rule {
    /** Of the classes. */
    private static final double MOST = 0.8;

    /** Of the length between real samples. */
    private static final double WIDE = 0.75;

    /**
     * Where there are no scores, D is not sure: real and generated samples lie no further apart.
     */
    private static final double UNSURE = 0.6;

    private static final int LEAST_STEPS = 300;
    private static final int STEPS = 200;

    @Override
    public String id() {
        return "healthy";
    }

    @Override
    public int patience() {
        return 150;
    }

    @Override
    public Optional<Finding> look(Moment moment) {
        Optional<VarietyPoint> variety = moment.variety();
        if (moment.stepsSinceEdit() < LEAST_STEPS
                || variety.filter(point -> point.ofReal() >= WIDE).isEmpty()) {
            return Optional.empty();
        }
        return moment.isScored()
                ? byScores(moment, variety.get())
                : byOutputs(moment, variety.get());
    }

    private Optional<Finding> byScores(Moment moment, VarietyPoint variety) {
        List<ScorePoint> scores = moment.scores();
        if (scores.isEmpty() || !Progress.isGood(moment)) {
            return Optional.empty();
        }
        ScorePoint newest = scores.getLast();
        Coverage coverage = newest.score().images().coverage();
        if (coverage.seen() < MOST * coverage.shares().size()) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(id(), Severity.GOOD, moment.step(), Picture.DISTANCE)
                        .saying("scores")
                        .with(Figure.FRECHET, Progress.distance(newest))
                        .with(Figure.FRECHET_BEFORE, Progress.distance(scores.getFirst()))
                        .with(Figure.FRECHET_REAL, newest.score().baseline().frechet().value())
                        .with(Figure.CLASSES_SEEN, coverage.seen())
                        .with(Figure.CLASSES, coverage.shares().size())
                        .with(Figure.VARIETY, variety.ofReal()));
    }

    private Optional<Finding> byOutputs(Moment moment, VarietyPoint variety) {
        Window real = moment.newest(Curve.D_REAL, STEPS);
        Window fake = moment.newest(Curve.D_FAKE, STEPS);
        double gap = real.mean() - fake.mean();
        return moment.meaning() == ScoreMeaning.CHANCE && real.count() > 0 && gap < UNSURE
                ? Optional.of(
                        new Finding(id(), Severity.GOOD, moment.step(), Picture.OUTPUTS)
                                .saying("outputs")
                                .with(Figure.GAP, gap)
                                .with(Figure.D_REAL, real.mean())
                                .with(Figure.D_FAKE, fake.mean())
                                .with(Figure.VARIETY, variety.ofReal()))
                : Optional.empty();
    }
}
