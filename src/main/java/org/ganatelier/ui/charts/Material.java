package org.ganatelier.ui.charts;

import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.train.History;
import org.ganatelier.train.quality.ScorePoint;

import java.util.List;

/**
 * What curves are made of.
 *
 * @param history the figures of every step
 * @param scores how good the images were, oldest first
 */
record Material(History history, List<ScorePoint> scores) {
    /** The objective that the newest losses are values of. */
    Objective objective() {
        return history.objective();
    }
}
