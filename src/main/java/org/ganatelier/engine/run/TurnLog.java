package org.ganatelier.engine.run;

import org.ganatelier.train.PlayerStep;
import org.ganatelier.train.Run.Turn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whose turn it is in each step, and whose it was. The training thread only. */
final class TurnLog {
    private final Map<Long, Turn> replay;
    private final List<PlayerStep> taken = new ArrayList<>();

    /**
     * @param replay steps to take by halves
     */
    TurnLog(List<PlayerStep> replay) {
        this.replay = replay.stream().collect(Collectors.toMap(PlayerStep::step, PlayerStep::turn));
    }

    /** Takes over the half-steps of the run that this one goes on from. */
    void goOnFrom(List<PlayerStep> earlier) {
        taken.addAll(earlier);
    }

    /**
     * Whose turn the next step is where nobody orders another.
     *
     * @param step steps done
     */
    Turn due(long step) {
        return replay.getOrDefault(step, Turn.BOTH);
    }

    /**
     * Notes a step.
     *
     * @param step steps done before it
     */
    void took(long step, Turn turn) {
        if (turn != Turn.BOTH) {
            taken.add(new PlayerStep(step, turn));
        }
    }

    /** All half-steps so far, in order. */
    List<PlayerStep> taken() {
        return Collections.unmodifiableList(taken);
    }
}
