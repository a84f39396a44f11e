package org.ganatelier.project;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Edit;
import org.ganatelier.train.Interventions;
import org.ganatelier.train.RunOptions;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The {@code state.json} of a project: how far the run is, and which arrays the file holds.
 *
 * @param format version, as in {@link ProjectJson}
 * @param threads of the engine, in every step; 0 where that changed on the way
 */
record ProjectState(
        int format,
        long step,
        double seconds,
        Map<String, Long> counters,
        List<StateEdit> edits,
        HalfSteps halfSteps,
        int threads,
        List<Array> arrays) {
    private static final String EDITS = "edits";
    private static final String HALF_STEPS = "halfSteps";
    private static final String THREADS = "threads";

    /** What every run has unless told otherwise; a file does not say so. */
    private static final int USUAL_THREADS = 1;

    private static final int CHANGED_THREADS = 0;

    /**
     * An array of floats.
     *
     * @param length in values
     */
    record Array(String name, int length) {}

    static ProjectState of(Checkpoint checkpoint) {
        return new ProjectState(
                ProjectJson.FORMAT,
                checkpoint.step(),
                checkpoint.seconds(),
                checkpoint.counters(),
                checkpoint.edits().stream().map(StateEdit::of).toList(),
                HalfSteps.of(checkpoint.interventions().halfSteps()),
                checkpoint.threads().orElse(CHANGED_THREADS),
                checkpoint.arrays().entrySet().stream()
                        .map(array -> new Array(array.getKey(), array.getValue().length))
                        .toList());
    }

    /** With what else the file holds. */
    Checkpoint checkpoint(Experiment experiment, Map<String, float[]> values)
            throws ProjectException {
        var made = new ArrayList<Edit>();
        long earliest = 0;
        for (StateEdit change : edits) {
            if (change.step() < earliest || change.step() > step) {
                throw damaged(new Damage.MisplacedEdit());
            }
            earliest = change.step();
            made.add(change.edit());
        }
        var interventions = new Interventions(made, halfSteps.taken(step));
        var checkpoint =
                new Checkpoint(
                        experiment,
                        step,
                        seconds,
                        values,
                        counters,
                        interventions,
                        threads == CHANGED_THREADS ? OptionalInt.empty() : OptionalInt.of(threads));
        try {
            // Every value that the file names must be one that can be.
            made.forEach(edit -> edit.applyTo(experiment));
            checkpoint.beginning();
        } catch (IllegalArgumentException e) {
            throw damaged(new Damage.ImpossibleEdit());
        }
        return checkpoint;
    }

    String write() {
        ObjectNode tree = ProjectJson.MAPPER.valueToTree(this);
        // What is as usual is left out: programs from before it was written down read it too.
        if (halfSteps.none()) {
            tree.remove(HALF_STEPS);
        }
        if (threads == USUAL_THREADS) {
            tree.remove(THREADS);
        }
        return ProjectJson.MAPPER.writeValueAsString(tree) + "\n";
    }

    /** The name of an array's entry: arrays may be called what they like, entries not. */
    static String entry(int index) {
        return "arrays/" + index + ".f32";
    }

    /**
     * Reads a state and checks what it says of itself.
     *
     * @param experiment that it is a state of
     */
    static ProjectState read(String json, Experiment experiment) throws ProjectException {
        ProjectState state = parse(json);
        StateChecks.requireWanted(StateChecks.valuesOf(state.arrays), experiment);
        if (state.format < 1
                || state.step < 0
                || !(state.seconds >= 0 && state.seconds <= StateChecks.MOST_SECONDS)) {
            throw damaged(new Damage.ImpossibleState());
        }
        if (state.threads < CHANGED_THREADS || state.threads > RunOptions.MOST_THREADS) {
            throw damaged(new Damage.ImpossibleThreads());
        }
        StateChecks.requireCounters(state.counters);
        return state;
    }

    private static ProjectState parse(String json) throws ProjectException {
        JsonNode tree = null;
        try {
            tree = ProjectJson.MAPPER.readTree(json);
            if (!(tree instanceof ObjectNode state)) {
                throw damaged(new Damage.InEntry(ProjectFile.STATE, new Damage.NotAnObject()));
            }
            int format = state.path("format").intValue(0);
            if (format > ProjectJson.FORMAT) {
                throw ProjectJson.tooNew(format);
            }
            complete(state);
            return ProjectJson.MAPPER.treeToValue(state, ProjectState.class);
        } catch (JacksonException e) {
            Damage reason =
                    tree == null
                            ? new Damage.NotJson()
                            : new Damage.WrongJson(JsonProblems.of(e, tree));
            throw new ProjectException(
                    new FileProblem.Damaged(new Damage.InEntry(ProjectFile.STATE, reason)), e);
        }
    }

    /** Adds what files from before it was written down lack: what is usual. */
    private static void complete(ObjectNode state) {
        if (!state.has(EDITS)) {
            state.putArray(EDITS);
        }
        if (!state.has(HALF_STEPS)) {
            state.set(HALF_STEPS, ProjectJson.MAPPER.valueToTree(HalfSteps.of(List.of())));
        }
        if (!state.has(THREADS)) {
            state.put(THREADS, USUAL_THREADS);
        }
    }

    private static ProjectException damaged(Damage damage) {
        return StateChecks.damaged(damage);
    }
}
