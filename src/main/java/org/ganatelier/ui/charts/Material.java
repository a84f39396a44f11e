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
 * @param others what is drawn beside this run
 */
record Material(History history, List<ScorePoint> scores, List<Other> others) {
    /**
     * Another run, drawn beside this one, or several as a band.
     *
     * @param color which of the colours of other runs it has, from 0
     * @param name of the run or of all
     * @param runs at least one
     */
    record Other(int color, String name, List<Material> runs) {
        Other {
            runs = List.copyOf(runs);
        }
    }

    Material {
        others = List.copyOf(others);
    }

    /** Of one run alone. */
    Material(History history, List<ScorePoint> scores) {
        this(history, scores, List.of());
    }

    /** The objective that the newest losses are values of. */
    Objective objective() {
        return history.objective();
    }

    /** The histories of all runs that are drawn beside this one. */
    List<History> otherHistories() {
        return others.stream()
                .flatMap(other -> other.runs().stream())
                .map(Material::history)
                .toList();
    }
}
