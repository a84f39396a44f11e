package org.ganatelier.spark;

import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.CellResultJson;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectJson;
import org.ganatelier.sweep.Cell;
import org.ganatelier.sweep.CellTask;
import org.ganatelier.train.Goal;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What an executor is told to do: texts, numbers and bytes alone, so that no class of ours need be
 * the same on both sides for long.
 *
 * @param experiment its JSON
 * @param steps whether the goal is steps, or else seconds
 * @param amount of the goal
 * @param score how many images to score; 0 for none
 * @param before the result so far as JSON; empty where the cell begins
 * @param files of the cell so far
 */
record Order(
        String cell,
        String base,
        String experiment,
        boolean steps,
        double amount,
        int score,
        String before,
        CellFiles files)
        implements Serializable {
    private static final long serialVersionUID = 1;

    /** Of a task, whose files so far are in a folder. */
    static Order of(CellTask task, Path folder) throws IOException {
        Cell cell = task.cell();
        return new Order(
                cell.name(),
                cell.base(),
                ProjectJson.write(cell.plan().experiment()),
                task.goal() instanceof Goal.Steps,
                task.goal().amount(),
                task.score().orElse(0),
                task.before().map(CellResultJson::text).orElse(""),
                task.before().isPresent() ? CellFiles.in(folder) : CellFiles.NONE);
    }

    /** The task again. */
    CellTask task() throws ProjectException {
        Plan plan =
                switch (Planner.check(ProjectJson.read(experiment))) {
                    case Outcome.Ready(Plan ready, _) -> ready;
                    case Outcome.Rejected _ ->
                            throw new IllegalStateException("It was planned before it was sent");
                };
        return new CellTask(
                new Cell(cell, base, Map.of(), plan),
                steps ? new Goal.Steps((long) amount) : new Goal.Seconds(amount),
                score == 0 ? OptionalInt.empty() : OptionalInt.of(score),
                CellResultJson.of(before));
    }
}
