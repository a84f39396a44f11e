package org.ganatelier.project;

import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.CheckpointMark;
import org.ganatelier.train.CheckpointMark.Reason;
import org.ganatelier.train.History;
import org.ganatelier.train.History.Curve;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.RunPast;
import org.ganatelier.train.quality.ScorePoint;
import org.ganatelier.train.quality.VarietyPoint;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run told, in an archive: {@code past.json} with the newest figures, scores and marks, and
 * an entry of floats for each curve. Edits and steps of one player are in the run's state.
 */
final class PastArchive {
    private static final String FIRST_STEP = "firstStep";
    private static final String LATEST = "latest";
    private static final String SCORES = "scores";
    private static final String VARIETIES = "varieties";
    private static final String MARKS = "marks";
    private static final String STEP = "step";
    private static final String REASON = "reason";

    private PastArchive() {}

    static void write(ArchiveWriter archive, RunPast past) throws IOException {
        History history = past.history();
        long first = firstKept(history);
        ObjectNode tree = ProjectJson.MAPPER.createObjectNode();
        history.latest()
                .ifPresent(
                        latest -> {
                            tree.put(FIRST_STEP, first);
                            tree.set(LATEST, MetricsJson.write(latest));
                        });
        var scores = tree.putArray(SCORES);
        newest(past.scores(), ArchiveLimits.MOST_SCORES).stream()
                .sorted(Comparator.comparingLong(ScorePoint::step))
                .map(ScoreJson::write)
                // A distance that could not be computed says nothing later either.
                .filter(score -> ScoreJson.read(score).isPresent())
                .forEach(scores::add);
        if (!past.varieties().isEmpty()) {
            var varieties = tree.putArray(VARIETIES);
            newest(past.varieties(), ArchiveLimits.MOST_SCORES).stream()
                    .sorted(Comparator.comparingLong(VarietyPoint::step))
                    .map(VarietyJson::write)
                    .forEach(varieties::add);
        }
        var marks = tree.putArray(MARKS);
        newest(past.checkpoints(), ArchiveLimits.MOST_MARKS).stream()
                .sorted(Comparator.comparingLong(CheckpointMark::step))
                .forEach(
                        mark ->
                                marks.addObject()
                                        .put(STEP, mark.step())
                                        .put(REASON, id(mark.reason())));
        archive.text(ProjectFile.PAST, ProjectJson.MAPPER.writeValueAsString(tree) + "\n");
        for (Curve curve : Curve.values()) {
            long length = history.firstStep() + history.length(curve) - first;
            if (length > 0) {
                archive.floats(
                        entry(curve),
                        (int) length,
                        index -> (float) history.value(curve, first + index));
            }
        }
    }

    /** Of a very long run the newest steps are kept. */
    private static long firstKept(History history) {
        return Math.max(history.firstStep(), history.lastStep() - ArchiveLimits.MOST_STEPS + 1);
    }

    private static <T> List<T> newest(List<T> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String entry(Curve curve) {
        return "past/" + id(curve) + ".f32";
    }

    /**
     * What an archive tells of the run before a state.
     *
     * @throws ProjectException where it contradicts the state or itself
     */
    static RunPast read(ArchiveReader archive, Checkpoint state) throws ProjectException {
        JsonNode tree = parse(archive.text(ProjectFile.PAST));
        History history = history(archive, tree, state);
        state.edits().forEach(history::mark);
        var past =
                new RunPast(
                        history,
                        state.interventions().halfSteps(),
                        scores(tree.path(SCORES)),
                        varieties(tree.path(VARIETIES)),
                        marks(tree.path(MARKS)));
        if (!past.until(state).equals(past)) {
            throw impossible();
        }
        return past;
    }

    private static JsonNode parse(String json) throws ProjectException {
        try {
            return ProjectJson.MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new ProjectException(
                    new FileProblem.Damaged(
                            new Damage.InEntry(ProjectFile.PAST, new Damage.NotJson())),
                    e);
        }
    }

    private static History history(ArchiveReader archive, JsonNode tree, Checkpoint state)
            throws ProjectException {
        if (!tree.has(LATEST)) {
            return new History(state.beginning());
        }
        Metrics latest = MetricsJson.read(tree.path(LATEST));
        long first = tree.path(FIRST_STEP).longValue(0);
        long steps = latest.step() - first + 1;
        if (first < 1 || steps < 1 || steps > ArchiveLimits.MOST_STEPS) {
            throw impossible();
        }
        Map<Curve, float[]> curves = new EnumMap<>(Curve.class);
        for (Curve curve : Curve.values()) {
            String entry = entry(curve);
            if (archive.has(entry)) {
                long length = archive.length(entry);
                if (length > steps) {
                    throw impossible();
                }
                curves.put(curve, archive.floats(entry, entry, (int) length));
            }
        }
        return History.restored(state.beginning(), first, latest, curves);
    }

    /** A score that this program does not understand is as if it had not been taken. */
    private static List<ScorePoint> scores(JsonNode list) throws ProjectException {
        var scores = new ArrayList<ScorePoint>();
        for (JsonNode node : list) {
            ScoreJson.read(node).ifPresent(scores::add);
        }
        requireOrder(scores.stream().mapToLong(ScorePoint::step).toArray());
        return scores;
    }

    private static List<VarietyPoint> varieties(JsonNode list) throws ProjectException {
        var varieties = new ArrayList<VarietyPoint>();
        for (JsonNode node : list) {
            VarietyJson.read(node).ifPresent(varieties::add);
        }
        requireOrder(varieties.stream().mapToLong(VarietyPoint::step).toArray());
        return varieties;
    }

    private static List<CheckpointMark> marks(JsonNode list) throws ProjectException {
        var marks = new ArrayList<CheckpointMark>();
        for (JsonNode node : list) {
            String reason = node.path(REASON).stringValue("");
            Arrays.stream(Reason.values())
                    .filter(known -> id(known).equals(reason))
                    .map(known -> new CheckpointMark(node.path(STEP).longValue(-1), known))
                    .forEach(marks::add);
        }
        requireOrder(marks.stream().mapToLong(CheckpointMark::step).toArray());
        return marks;
    }

    private static void requireOrder(long... steps) throws ProjectException {
        long before = 0;
        for (long step : steps) {
            if (step < before) {
                throw impossible();
            }
            before = step;
        }
    }

    private static ProjectException impossible() {
        return new ProjectException(new FileProblem.Damaged(new Damage.ImpossiblePast()));
    }
}
