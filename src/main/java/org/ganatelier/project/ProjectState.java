package org.ganatelier.project;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Edit;
import org.ganatelier.train.Interventions;
import org.ganatelier.train.LiveSetting;
import org.ganatelier.train.LiveSettings;
import org.ganatelier.train.PlayerStep;
import org.ganatelier.train.Run.Turn;
import org.ganatelier.train.RunOptions;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

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
        List<Change> edits,
        HalfSteps halfSteps,
        int threads,
        List<Array> arrays) {
    // Weights, Adam's two averages and running statistics of two networks at their limit, and the
    // average of one's weights, stay below 60 million numbers, 240 MB.
    private static final long MOST_VALUES = 60_000_000;

    // Of each parameter: its value, Adam's two averages, and the average of values over steps.
    private static final int VALUES_OF_A_PARAMETER = 4;

    // A thousand years.
    private static final double MOST_SECONDS = 3.2e10;

    // Far above any number written out: 1e-324 takes 326 digits.
    private static final int LONGEST_VALUE = 400;

    private static final int LONGEST_NAME = 200;

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

    /**
     * A value that was changed while the run went on.
     *
     * @param step how many steps were done before
     * @param setting path of the value in the experiment
     */
    record Change(long step, String setting, String before, String after) {
        static Change of(Edit edit) {
            return new Change(edit.step(), edit.setting().path(), edit.before(), edit.after());
        }

        Edit edit() throws ProjectException {
            if (before.length() > LONGEST_VALUE || after.length() > LONGEST_VALUE) {
                throw damaged(new Damage.ImpossibleEdit());
            }
            LiveSetting known =
                    LiveSettings.at(setting)
                            .orElseThrow(() -> damaged(new Damage.UnknownEdit(setting)));
            return new Edit(step, known, before, after);
        }
    }

    /**
     * The steps in which only one player took its turn: by player, how many steps were done before
     * each of them.
     */
    record HalfSteps(List<Long> discriminator, List<Long> generator) {
        static HalfSteps of(List<PlayerStep> taken) {
            return new HalfSteps(
                    stepsOf(Turn.DISCRIMINATOR, taken), stepsOf(Turn.GENERATOR, taken));
        }

        private static List<Long> stepsOf(Turn turn, List<PlayerStep> taken) {
            return taken.stream().filter(h -> h.turn() == turn).map(PlayerStep::step).toList();
        }

        boolean none() {
            return discriminator.isEmpty() && generator.isEmpty();
        }

        /**
         * In the order in which they were taken.
         *
         * @param steps of the whole run
         */
        List<PlayerStep> taken(long steps) throws ProjectException {
            List<PlayerStep> taken =
                    Stream.concat(
                                    discriminator.stream()
                                            .map(s -> new PlayerStep(s, Turn.DISCRIMINATOR)),
                                    generator.stream().map(s -> new PlayerStep(s, Turn.GENERATOR)))
                            .sorted(Comparator.comparingLong(PlayerStep::step))
                            .toList();
            long earliest = 0;
            for (PlayerStep half : taken) {
                if (half.step() < earliest || half.step() >= steps) {
                    throw damaged(new Damage.MisplacedPlayerStep());
                }
                earliest = half.step() + 1;
            }
            return taken;
        }
    }

    static ProjectState of(Checkpoint checkpoint) {
        return new ProjectState(
                ProjectJson.FORMAT,
                checkpoint.step(),
                checkpoint.seconds(),
                checkpoint.counters(),
                checkpoint.edits().stream().map(Change::of).toList(),
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
        for (Change change : edits) {
            if (change.step < earliest || change.step > step) {
                throw damaged(new Damage.MisplacedEdit());
            }
            earliest = change.step;
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
        long values = valuesOf(state.arrays);
        if (values > MOST_VALUES) {
            throw damaged(new Damage.TooManyValues(values));
        }
        long wanted = mostValues(experiment);
        if (values > wanted) {
            throw damaged(new Damage.UnwantedValues(wanted, values));
        }
        if (state.format < 1
                || state.step < 0
                || !(state.seconds >= 0 && state.seconds <= MOST_SECONDS)) {
            throw damaged(new Damage.ImpossibleState());
        }
        if (state.threads < CHANGED_THREADS || state.threads > RunOptions.MOST_THREADS) {
            throw damaged(new Damage.ImpossibleThreads());
        }
        requireCounters(state.counters);
        return state;
    }

    /**
     * How many values are listed.
     *
     * @throws ProjectException where an array is listed wrongly
     */
    static long valuesOf(List<Array> arrays) throws ProjectException {
        var names = new HashSet<String>();
        long values = 0;
        for (Array array : arrays) {
            requireName(array.name);
            if (array.length < 0 || !names.add(array.name)) {
                throw damaged(new Damage.BadListing(array.name));
            }
            values += array.length;
        }
        return values;
    }

    private static void requireName(String name) throws ProjectException {
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw damaged(new Damage.BadName());
        }
    }

    private static void requireCounters(Map<String, Long> counters) throws ProjectException {
        for (var counter : counters.entrySet()) {
            requireName(counter.getKey());
            if (counter.getValue() < 0) {
                throw damaged(new Damage.ImpossibleCounter(counter.getKey()));
            }
        }
    }

    /** Nothing is read that no network of the experiment has a use for. */
    private static long mostValues(Experiment experiment) {
        Plan plan =
                switch (Planner.check(experiment)) {
                    case Outcome.Ready(Plan ready, _) -> ready;
                    case Outcome.Rejected rejected -> rejected.plan();
                };
        return VALUES_OF_A_PARAMETER
                * (plan.generator().parameterCount() + plan.discriminator().parameterCount());
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
        return new ProjectException(new FileProblem.Damaged(damage));
    }
}
