package org.ganatelier.project;

import org.ganatelier.train.Checkpoint;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The {@code state.json} of a project: how far the run is, and which arrays the file holds.
 *
 * @param format version, as in {@link ProjectJson}
 */
record ProjectState(
        int format, long step, double seconds, Map<String, Long> counters, List<Array> arrays) {
    // Weights, Adam's two averages and running statistics of two networks at their limit stay
    // below 50 million numbers, 200 MB.
    private static final long MOST_VALUES = 50_000_000;

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
                checkpoint.arrays().entrySet().stream()
                        .map(array -> new Array(array.getKey(), array.getValue().length))
                        .toList());
    }

    String write() {
        return ProjectJson.MAPPER.writeValueAsString(this) + "\n";
    }

    /** The name of an array's entry: arrays may be called what they like, entries not. */
    static String entry(int index) {
        return "arrays/" + index + ".f32";
    }

    static ProjectState read(String json) throws ProjectException {
        ProjectState state = parse(json);
        var names = new HashSet<String>();
        long values = 0;
        for (Array array : state.arrays) {
            if (array.length < 0 || !names.add(array.name)) {
                throw damaged("\"" + array.name + "\" is listed wrongly");
            }
            values += array.length;
        }
        if (values > MOST_VALUES) {
            throw damaged("it claims to hold %,d values".formatted(values));
        }
        if (state.format < 1
                || state.step < 0
                || !(state.seconds >= 0)
                || Double.isInfinite(state.seconds)) {
            throw damaged("its version, step or time is impossible");
        }
        return state;
    }

    private static ProjectState parse(String json) throws ProjectException {
        JsonNode tree = null;
        try {
            tree = ProjectJson.MAPPER.readTree(json);
            int format = tree.path("format").intValue(0);
            if (format > ProjectJson.FORMAT) {
                throw ProjectJson.tooNew(format);
            }
            return ProjectJson.MAPPER.treeToValue(tree, ProjectState.class);
        } catch (JacksonException e) {
            String reason = tree == null ? "it is not JSON" : JsonSentence.of(e, tree);
            throw new ProjectException(
                    "This file is damaged: " + ProjectFile.STATE + ": " + reason, e);
        }
    }

    private static ProjectException damaged(String reason) {
        return new ProjectException("This file is damaged: " + reason + ".");
    }
}
