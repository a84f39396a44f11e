package org.ganatelier.sweep;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.FileProblem;
import org.ganatelier.project.JsonProblem;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectJson;
import org.ganatelier.project.SweepException;
import org.ganatelier.project.sweep.SweepFile;
import org.ganatelier.project.sweep.SweepRule;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From a sweep file to its cells: all are planned before the first begins. */
final class SweepPlanner {
    /** More trainings than anybody can wait for. */
    private static final int MOST_CELLS = 100_000;

    private final Bases bases;
    private final Set<FileProblem> problems = new LinkedHashSet<>();
    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final List<Rejected> rejected = new ArrayList<>();

    /** Knows the experiments that a sweep file names. */
    @FunctionalInterface
    interface Bases {
        Experiment open(String base) throws ProjectException;
    }

    SweepPlanner(Bases bases) {
        this.bases = bases;
    }

    /**
     * Presets, and files.
     *
     * @param folder where files are looked for
     */
    static Bases in(Path folder) {
        return base ->
                Presets.names().contains(base)
                        ? Presets.load(base)
                        : Presets.open(folder.resolve(base).normalize().toString());
    }

    /** Used once. */
    Sweep plan(SweepFile file) throws SweepException {
        long seeds = Math.max(1, file.seeds().size());
        double all = (double) file.experiments().size() * seeds * Combinations.count(file.axes());
        if (all > MOST_CELLS) {
            problems.add(against("settings", SweepRule.NOT_TOO_MANY));
        } else {
            file.experiments().forEach(base -> plan(base, file));
        }
        if (!problems.isEmpty()) {
            throw new SweepException(List.copyOf(problems));
        }
        return new Sweep(file, List.copyOf(cells.values()), rejected);
    }

    private static FileProblem against(String place, SweepRule rule) {
        return new FileProblem.WrongJson(
                new JsonProblem.At(place, new JsonProblem.AgainstRule(rule)));
    }

    private void plan(String base, SweepFile file) {
        try {
            Experiment experiment = bases.open(base);
            var combinations =
                    new Combinations(file.axes(), path -> ProjectJson.isWhole(experiment, path));
            boolean sound = true;
            for (Map<String, String> settings : combinations.all()) {
                sound &= plan(base, experiment, settings, file);
            }
            if (!sound) {
                // In a combination the first wrong value hides the others.
                combinations.singles().forEach(one -> changed(experiment, one));
            }
        } catch (ProjectException e) {
            problems.add(e.problem());
        }
    }

    /** Whether the settings are those of an experiment, be it one that can be trained or not. */
    private boolean plan(
            String base, Experiment experiment, Map<String, String> settings, SweepFile file) {
        Optional<Experiment> possible = changed(experiment, settings);
        if (possible.isEmpty()) {
            return false;
        }
        Experiment changed = possible.get();
        if (file.halving().isPresent() && changed.data().bundled().isEmpty()) {
            problems.add(against("halving", SweepRule.HALVING_NEEDS_CLASSIFIER));
        }
        switch (Planner.check(changed)) {
            case Outcome.Ready(Plan plan, _) -> addCells(base, settings, plan, file);
            case Outcome.Rejected outcome -> rejected.add(new Rejected(base, settings, outcome));
        }
        return true;
    }

    private Optional<Experiment> changed(Experiment experiment, Map<String, String> settings) {
        try {
            return Optional.of(ProjectJson.withOverrides(experiment, settings));
        } catch (ProjectException e) {
            // The same wrong value is in many combinations, and told once.
            problems.add(e.problem());
            return Optional.empty();
        }
    }

    /** A seed shapes no layer. */
    private void addCells(String base, Map<String, String> settings, Plan plan, SweepFile file) {
        List<Long> seeds =
                file.seeds().isEmpty() ? List.of(plan.experiment().seed()) : file.seeds();
        for (long seed : seeds) {
            var seeded =
                    new Plan(
                            plan.experiment().withSeed(seed),
                            plan.generator(),
                            plan.discriminator());
            String name = CellNames.of(base, seeded.experiment(), file);
            cells.putIfAbsent(name, new Cell(name, base, settings, seeded));
        }
    }
}
