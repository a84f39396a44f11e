package org.ganatelier.sweep;

import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.project.sweep.CellResult;
import org.ganatelier.project.sweep.Halving;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which cells go on after a rung: a function of results alone, so that a sweep that is stopped and
 * started again decides the same.
 */
final class Rungs {
    private final Optional<Halving> halving;
    private final Map<String, CellResult> results;

    /**
     * @param results by the names of cells
     */
    Rungs(Optional<Halving> halving, Map<String, CellResult> results) {
        this.halving = halving;
        this.results = results;
    }

    /**
     * Those of some cells that go on, in the same order. Distances from different data say nothing
     * of each other, so the best of each data set go on.
     *
     * @param cells that reached a rung, or should have
     */
    List<Cell> after(int rung, List<Cell> cells) {
        if (halving.isEmpty()) {
            return cells;
        }
        Map<Optional<DataSpec.Bundled>, List<Cell>> groups =
                cells.stream()
                        .collect(
                                Collectors.groupingBy(
                                        cell -> cell.plan().experiment().data().bundled(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        Set<String> best = new HashSet<>();
        for (List<Cell> group : groups.values()) {
            // The sort is stable: of equals the first of the file goes on.
            group.stream()
                    .filter(cell -> Double.isFinite(distance(cell, rung)))
                    .sorted(Comparator.comparingDouble(cell -> distance(cell, rung)))
                    .limit(halving.get().kept(group.size()))
                    .forEach(cell -> best.add(cell.name()));
        }
        return cells.stream().filter(cell -> best.contains(cell.name())).toList();
    }

    private double distance(Cell cell, int rung) {
        return Optional.ofNullable(results.get(cell.name()))
                .flatMap(result -> result.scoreAt(rung))
                .map(score -> score.images().frechet().value())
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Whether all that could come to a rung did, so that it is known who goes on. */
    boolean isDecided(int rung, List<Cell> cells) {
        return cells.stream()
                .allMatch(
                        cell -> {
                            CellResult result = results.get(cell.name());
                            return result != null
                                    && (result.failedToLearn() || result.legs().size() > rung);
                        });
    }
}
