package org.ganatelier.train.dissection;

import org.ganatelier.experiment.Experiment;

import java.util.List;

/**
 * One real step of a run taken apart. It never changes and may be read on any thread.
 *
 * @param step how many steps were done after it
 * @param experiment as it was played
 * @param turns of the players, in order; of a player with more than two updates in a step, the
 *     first and the last
 */
public record StepRecording(long step, Experiment experiment, List<PlayerTurn> turns) {
    public StepRecording {
        turns = List.copyOf(turns);
    }
}
