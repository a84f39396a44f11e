package org.ganatelier.sweep;

import org.ganatelier.project.sweep.CellResult;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A line of a sweep's table.
 *
 * @param cell the name of its folder; empty where it was rejected
 * @param base what the sweep file calls the experiment
 * @param settings that differ from it, by path
 * @param seed empty where it was rejected, whatever the seed
 * @param problem why it failed or was rejected, in words; empty where it did not
 */
public record Row(
        Optional<Cell> cell,
        String base,
        Map<String, String> settings,
        OptionalLong seed,
        State state,
        Optional<CellResult> result,
        String problem) {
    /** How far a cell is. */
    public enum State {
        /** It has not begun, or goes on. */
        UNFINISHED,
        /** It reached the goal. */
        COMPLETED,
        /** It was among the weak ones at a rung. */
        ENDED_EARLY,
        DIVERGED,
        OVERFLOWED,
        /** It could not be trained for a reason that may not be there at the next start. */
        FAILED,
        /** It cannot be trained. */
        REJECTED
    }

    /** The distance by which rows are compared; infinite where there is none. */
    public double distance() {
        return result.flatMap(CellResult::score)
                .map(score -> score.images().frechet().value())
                .orElse(Double.POSITIVE_INFINITY);
    }
}
