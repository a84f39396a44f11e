package org.ganatelier.project;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Edit;
import org.ganatelier.train.History;
import org.ganatelier.train.History.Curve;
import org.ganatelier.train.LiveSettings;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.RunPast;
import org.ganatelier.train.RunRecord;
import org.ganatelier.train.RunStart;
import org.ganatelier.train.RunStory;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The story of a real run without its weights, small enough to be kept beside tests: figures with
 * four digits. {@code packaging/bench/stories} records them.
 */
public final class StoryFile {
    private static final int DIGITS = 4;

    private StoryFile() {}

    /** Writes the story of a {@code run.atelier} to a {@code .json.gz}. */
    public static void main(String... names) throws Exception {
        Project project = ProjectFile.load(Path.of(names[0]));
        RunPast past = project.past().orElseThrow();
        Checkpoint state = project.run().orElseThrow();
        ObjectNode tree = ProjectJson.MAPPER.createObjectNode();
        tree.put("experiment", ProjectJson.write(state.beginning()));
        tree.put("firstStep", past.history().firstStep());
        tree.set("latest", MetricsJson.write(past.history().latest().orElseThrow()));
        for (Curve curve : Curve.values()) {
            int length = past.history().length(curve);
            if (length > 0) {
                tree.put(curve.name(), values(past.history(), curve, length));
            }
        }
        var edits = tree.putArray("edits");
        for (Edit edit : past.history().edits()) {
            edits.addObject()
                    .put("step", edit.step())
                    .put("setting", edit.setting().path())
                    .put("before", edit.before())
                    .put("after", edit.after());
        }
        var scores = tree.putArray("scores");
        past.scores().forEach(score -> scores.add(ScoreJson.write(score)));
        var varieties = tree.putArray("varieties");
        past.varieties().forEach(variety -> varieties.add(VarietyJson.write(variety)));
        try (var out = new GZIPOutputStream(Files.newOutputStream(Path.of(names[1])))) {
            out.write(ProjectJson.MAPPER.writeValueAsBytes(tree));
        }
    }

    private static String values(History history, Curve curve, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            double value = history.value(curve, history.firstStep() + i);
            text.append(i == 0 ? "" : " ")
                    .append(Double.isNaN(value) ? "" : String.format("%." + DIGITS + "g", value));
        }
        return text.toString();
    }

    /** A recorded story, by its name. */
    public static RunRecord read(String name) {
        try (InputStream file =
                Objects.requireNonNull(
                        StoryFile.class.getResourceAsStream(
                                "/org/ganatelier/coach/" + name + ".json.gz"),
                        name)) {
            String json =
                    new String(new GZIPInputStream(file).readAllBytes(), StandardCharsets.UTF_8);
            return record(ProjectJson.MAPPER.readTree(json));
        } catch (IOException | ProjectException e) {
            throw new AssertionError(name, e);
        }
    }

    private static RunRecord record(JsonNode tree) throws ProjectException {
        Experiment experiment = ProjectJson.read(tree.path("experiment").stringValue());
        Map<Curve, float[]> curves = new EnumMap<>(Curve.class);
        for (Curve curve : Curve.values()) {
            if (tree.has(curve.name())) {
                curves.put(curve, floats(tree.path(curve.name()).stringValue()));
            }
        }
        Metrics latest = MetricsJson.read(tree.path("latest"));
        History history =
                History.restored(experiment, tree.path("firstStep").longValue(), latest, curves);
        for (JsonNode edit : tree.path("edits")) {
            history.mark(
                    new Edit(
                            edit.path("step").longValue(),
                            LiveSettings.at(edit.path("setting").stringValue()).orElseThrow(),
                            edit.path("before").stringValue(),
                            edit.path("after").stringValue()));
        }
        Plan plan = ((Outcome.Ready) Planner.check(experiment)).plan();
        var start = new RunStart(1, plan, Optional.empty(), OptionalInt.empty());
        var past =
                new RunPast(
                        history,
                        List.of(),
                        all(tree.path("scores")).stream()
                                .flatMap(node -> ScoreJson.read(node).stream())
                                .toList(),
                        all(tree.path("varieties")).stream()
                                .flatMap(node -> VarietyJson.read(node).stream())
                                .toList(),
                        List.of());
        return new RunStory(start, past).record();
    }

    private static List<JsonNode> all(JsonNode list) {
        var nodes = new ArrayList<JsonNode>();
        list.forEach(nodes::add);
        return nodes;
    }

    private static float[] floats(String text) {
        String[] words = text.split(" ", -1);
        var values = new float[words.length];
        for (int i = 0; i < words.length; i++) {
            values[i] = words[i].isEmpty() ? Float.NaN : Float.parseFloat(words[i]);
        }
        return values;
    }
}
