package org.ganatelier.project;

import org.ganatelier.files.RegularFile;
import org.ganatelier.files.SafeFile;
import org.ganatelier.project.sweep.CellResult;
import org.ganatelier.project.sweep.CellResult.Leg;
import org.ganatelier.train.quality.Score;
import org.ganatelier.train.quality.ScorePoint;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What came of one training of a sweep, as JSON. */
public final class CellResultJson {
    private static final int FORMAT = 1;
    private static final int MOST_BYTES = 1 << 20;

    private static final String CELL = "cell";
    private static final String OUTCOME = "outcome";
    private static final String LEGS = "legs";
    private static final String STEP = "step";
    private static final String SECONDS = "seconds";
    private static final String SCORE = "score";
    private static final String HOST = "host";
    private static final String PROCESSOR = "processor";
    private static final String ATTEMPT = "attempt";
    private static final String SHA256 = "sha256";

    private CellResultJson() {}

    /** Writes it, whole or not at all. */
    public static void write(Path file, CellResult result) throws IOException {
        write(file, tree(result));
    }

    /** The text of the file that {@link #write(Path, CellResult)} writes. */
    public static String text(CellResult result) {
        return text(tree(result));
    }

    private static String text(ObjectNode tree) {
        return ProjectJson.MAPPER.writeValueAsString(tree) + "\n";
    }

    /** Writes how good images are, whole or not at all. */
    public static void write(Path file, ScorePoint score) throws IOException {
        write(file, ScoreJson.write(score));
    }

    private static void write(Path file, ObjectNode tree) throws IOException {
        byte[] bytes = text(tree).getBytes(StandardCharsets.UTF_8);
        SafeFile.write(file, out -> out.write(bytes));
    }

    private static ObjectNode tree(CellResult result) {
        ObjectNode tree =
                ProjectJson.MAPPER
                        .createObjectNode()
                        .put("format", FORMAT)
                        .put(CELL, result.cell())
                        .put(OUTCOME, id(result.outcome()));
        var legs = tree.putArray(LEGS);
        for (Leg leg : result.legs()) {
            ObjectNode node = legs.addObject().put(STEP, leg.step()).put(SECONDS, leg.seconds());
            leg.score().ifPresent(score -> node.set(SCORE, ScoreJson.write(point(leg, score))));
        }
        return tree.put(HOST, result.place().host())
                .put(PROCESSOR, result.place().processor())
                .put(ATTEMPT, result.attempt())
                .put(SHA256, result.sha256());
    }

    private static ScorePoint point(Leg leg, Score score) {
        return new ScorePoint(leg.step(), score);
    }

    /** Empty where there is none, or none that this program wrote: then it counts as not done. */
    public static Optional<CellResult> read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        return of(new String(RegularFile.bytes(file, MOST_BYTES), StandardCharsets.UTF_8));
    }

    /** What {@link #text} says; empty where it was not this program that said it. */
    public static Optional<CellResult> of(String text) {
        try {
            return of(ProjectJson.MAPPER.readTree(text));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static Optional<CellResult> of(JsonNode tree) {
        Optional<CellResult.Outcome> outcome =
                Arrays.stream(CellResult.Outcome.values())
                        .filter(value -> id(value).equals(tree.path(OUTCOME).stringValue("")))
                        .findFirst();
        List<Leg> legs = legs(tree.path(LEGS));
        if (tree.path("format").intValue(0) != FORMAT || outcome.isEmpty() || legs.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new CellResult(
                        tree.path(CELL).stringValue(""),
                        outcome.get(),
                        legs,
                        new CellResult.Place(
                                tree.path(HOST).stringValue(""),
                                tree.path(PROCESSOR).stringValue("")),
                        tree.path(ATTEMPT).intValue(1),
                        tree.path(SHA256).stringValue("")));
    }

    private static List<Leg> legs(JsonNode list) {
        var legs = new ArrayList<Leg>();
        for (JsonNode node : list) {
            legs.add(
                    new Leg(
                            node.path(STEP).longValue(0),
                            node.path(SECONDS).doubleValue(0),
                            ScoreJson.read(node.path(SCORE)).map(ScorePoint::score)));
        }
        return legs;
    }

    private static String id(CellResult.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
