package org.ganatelier.engine.run;

import org.ganatelier.train.PlayerStep;
import org.ganatelier.train.Run.Turn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
     * @param voice tells a step of one player alone
     */
    void took(long step, Turn turn, Consumer<PlayerStep> voice) {
        if (turn != Turn.BOTH) {
            var half = new PlayerStep(step, turn);
            taken.add(half);
            voice.accept(half);
        }
    }

    /** All half-steps so far, in order. */
    List<PlayerStep> taken() {
        return Collections.unmodifiableList(taken);
    }
}
