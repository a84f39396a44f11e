package org.ganatelier.sweep;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.project.SweepException;
import org.ganatelier.project.SweepJson;
import org.ganatelier.project.sweep.SweepFile;

import java.nio.file.Path;
import java.util.List;

/**
 * A sweep that can begin: every combination of what a file varies is planned.
 *
 * @param cells in the order of the file
 * @param rejected combinations that cannot be trained, once for all seeds
 */
public record Sweep(SweepFile file, List<Cell> cells, List<Rejected> rejected) {
    public Sweep {
        cells = List.copyOf(cells);
        rejected = List.copyOf(rejected);
    }

    /**
     * Reads and plans a sweep.
     *
     * @throws SweepException with all that is wrong with it
     */
    public static Sweep open(Path file) throws SweepException {
        return new SweepPlanner(SweepPlanner.in(file.resolveSibling(".")))
                .plan(SweepJson.readFile(file));
    }

    /**
     * Plans a sweep of one experiment that need not be in a file yet.
     *
     * @param file whose experiments all mean this one
     * @throws SweepException with all that is wrong with it
     */
    public static Sweep of(Experiment base, SweepFile file) throws SweepException {
        return new SweepPlanner(_ -> base).plan(file);
    }
}
