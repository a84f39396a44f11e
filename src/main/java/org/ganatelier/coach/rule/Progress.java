package org.ganatelier.coach.rule;

import org.ganatelier.train.quality.Quality;
import org.ganatelier.train.quality.ScorePoint;

import java.util.List;

/** Whether a run's images get better, by the scores since the newest edit. */
final class Progress {
    /** A distance that has fallen to this share of what it was counts as progress. */
    private static final double BETTER = 0.8;

    /** Where the distance is within so many times that of real images, they are good. */
    private static final double NEAR = 30;

    /** Scores that must tell the same before it is believed. */
    static final int FEW = 3;

    private Progress() {}

    /** The images have got better, or are good already. */
    static boolean isGood(Moment moment) {
        List<ScorePoint> scores = moment.scores();
        if (scores.isEmpty()) {
            return false;
        }
        Quality newest = scores.getLast().score().images();
        if (!newest.coverage().showsSomething()) {
            return false;
        }
        double real = scores.getLast().score().baseline().frechet().value();
        return distance(scores.getLast()) <= NEAR * real
                || distance(scores.getLast()) <= BETTER * BETTER * distance(scores.getFirst());
    }

    /** There are scores enough to see that the images do not get better. */
    static boolean isBad(Moment moment) {
        List<ScorePoint> scores = moment.scores();
        return scores.size() >= FEW
                && !isGood(moment)
                && distance(scores.getLast()) > BETTER * distance(scores.getFirst());
    }

    static double distance(ScorePoint score) {
        return score.score().images().frechet().value();
    }
}
