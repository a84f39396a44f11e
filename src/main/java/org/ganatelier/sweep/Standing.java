package org.ganatelier.sweep;

import org.ganatelier.project.sweep.CellResult;
import org.ganatelier.sweep.Row.State;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * How far a sweep is, whoever asks: a sweep that goes on, or somebody who looks into its folder.
 *
 * @param results by the names of cells
 * @param failures why cells could not be trained, in words, by their names
 * @param reason says why a combination was rejected
 */
public record Standing(
        Sweep sweep,
        Map<String, CellResult> results,
        Map<String, String> failures,
        Function<Rejected, String> reason) {
    public Standing {
        results = Map.copyOf(results);
        failures = Map.copyOf(failures);
    }

    /** A row for each cell, in the order of the file, and for each rejected combination. */
    public List<Row> rows() {
        Set<Cell> weak = weak();
        var rows = new ArrayList<Row>();
        for (Cell cell : sweep.cells()) {
            Optional<CellResult> result = Optional.ofNullable(results.get(cell.name()));
            rows.add(
                    new Row(
                            Optional.of(cell),
                            cell.base(),
                            cell.settings(),
                            OptionalLong.of(cell.seed()),
                            state(cell, result, weak),
                            result,
                            failures.getOrDefault(cell.name(), "")));
        }
        for (Rejected one : sweep.rejected()) {
            rows.add(
                    new Row(
                            Optional.empty(),
                            one.base(),
                            one.settings(),
                            OptionalLong.empty(),
                            State.REJECTED,
                            Optional.empty(),
                            reason.apply(one)));
        }
        return rows;
    }

    /** The rows, those with the least distance first. */
    public List<Row> best() {
        return rows().stream().sorted(Comparator.comparingDouble(Row::distance)).toList();
    }

    private State state(Cell cell, Optional<CellResult> result, Set<Cell> weak) {
        if (failures.containsKey(cell.name())) {
            return State.FAILED;
        }
        if (result.isEmpty()) {
            return State.UNFINISHED;
        }
        return switch (result.get().outcome()) {
            case DIVERGED -> State.DIVERGED;
            case OVERFLOWED -> State.OVERFLOWED;
            case REACHED -> {
                if (result.get().legs().size() >= sweep.file().goals().size()) {
                    yield State.COMPLETED;
                }
                yield weak.contains(cell) ? State.ENDED_EARLY : State.UNFINISHED;
            }
        };
    }

    private Set<Cell> weak() {
        var rungs = new Rungs(sweep.file().halving(), results);
        var weak = new HashSet<Cell>();
        List<Cell> alive = sweep.cells();
        for (int rung = 0; rung < sweep.file().goals().size() - 1; rung++) {
            if (!rungs.isDecided(rung, alive)) {
                break;
            }
            List<Cell> goingOn = rungs.after(rung, alive);
            alive.stream().filter(cell -> !goingOn.contains(cell)).forEach(weak::add);
            alive = goingOn;
        }
        return weak;
    }
}
