package org.ganatelier.project.sweep;

import org.ganatelier.train.Goal;

import java.util.List;

/**
 * Successive halving (Jamieson and Talwalkar 2016, arXiv:1502.07943): at each rung only the best
 * trainings go on.
 *
 * @param rungs how far, rising, all below the goal and of its kind
 * @param keep the share that goes on, between 0 and 1
 */
public record Halving(List<Goal> rungs, double keep) {
    public Halving {
        rungs = List.copyOf(rungs);
    }

    /** How many of so many go on: at least one. */
    public int kept(int of) {
        return Math.max(1, (int) Math.ceil(keep * of));
    }
}
