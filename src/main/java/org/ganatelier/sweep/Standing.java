package org.ganatelier.sweep;

import org.ganatelier.project.sweep.CellResult;
import org.ganatelier.sweep.Row.State;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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
        Set<String> weak = weak();
        var rows = new ArrayList<Row>();
        sweep.cells().forEach(cell -> rows.add(row(cell, weak)));
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

    /** The row of a cell. */
    Row row(Cell cell) {
        return row(cell, weak());
    }

    private Row row(Cell cell, Set<String> weak) {
        Optional<CellResult> result = Optional.ofNullable(results.get(cell.name()));
        return new Row(
                Optional.of(cell),
                cell.base(),
                cell.settings(),
                OptionalLong.of(cell.seed()),
                state(cell, result, weak),
                result,
                failures.getOrDefault(cell.name(), ""));
    }

    /** The rows, those with the least distance first. */
    public List<Row> best() {
        return rows().stream().sorted(Comparator.comparingDouble(Row::distance)).toList();
    }

    /**
     * What each combination reached over its seeds, the least median first; of combinations that
     * have a distance.
     */
    public List<SeedGroup> groups() {
        return rows().stream()
                .collect(
                        Collectors.groupingBy(
                                row -> Map.entry(row.base(), row.settings()),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .values()
                .stream()
                .map(SeedGroup::of)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(SeedGroup::median))
                .toList();
    }

    private State state(Cell cell, Optional<CellResult> result, Set<String> weak) {
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
                yield weak.contains(cell.name()) ? State.ENDED_EARLY : State.UNFINISHED;
            }
        };
    }

    /** The names of those that did not go on at a rung. */
    private Set<String> weak() {
        var rungs = new Rungs(sweep.file().halving(), results);
        var weak = new HashSet<String>();
        List<Cell> alive = sweep.cells();
        for (int rung = 0; rung < sweep.file().goals().size() - 1; rung++) {
            if (!rungs.isDecided(rung, alive)) {
                break;
            }
            List<Cell> goingOn = rungs.after(rung, alive);
            alive.forEach(cell -> weak.add(cell.name()));
            goingOn.forEach(cell -> weak.remove(cell.name()));
            alive = goingOn;
        }
        return weak;
    }
}
