package org.ganatelier.project;

import org.ganatelier.project.sweep.Axis;
import org.ganatelier.project.sweep.Halving;
import org.ganatelier.project.sweep.SweepFile;
import org.ganatelier.project.sweep.SweepRule;
import org.ganatelier.train.Goal;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.LongStream;

/** Sweep files: JSON for people to write. All that is wrong with one is found at once. */
public final class SweepJson {
    /** Fewer images say nothing; more take a third of the memory. */
    private static final int FEWEST_SCORED = 100;

    private static final int MOST_SCORED = 100_000;

    /** More seeds than anybody can wait for. */
    private static final int MOST_SEEDS = 100_000;

    private static final String STEPS = "steps";
    private static final String SECONDS = "seconds";
    private static final String COUNT = "count";
    private static final Set<String> FIELDS =
            Set.of("format", "experiments", "settings", "seeds", "goal", "score", "halving");

    private final SweepFields fields;

    private SweepJson(SweepFields fields) {
        this.fields = fields;
    }

    /**
     * Reads a sweep file.
     *
     * @throws SweepException with all that is wrong with it
     */
    public static SweepFile readFile(Path file) throws SweepException {
        try {
            return read(ProjectJson.textOf(file));
        } catch (ProjectException e) {
            throw new SweepException(List.of(e.problem()));
        }
    }

    /**
     * Reads the text of a sweep file.
     *
     * @throws SweepException with all that is wrong with it
     */
    public static SweepFile read(String json) throws SweepException {
        ObjectNode tree;
        try {
            tree = ProjectJson.parse(json);
        } catch (ProjectException e) {
            throw new SweepException(List.of(e.problem()));
        }
        var fields = new SweepFields();
        SweepFile file = new SweepJson(fields).file(tree);
        fields.requireNone();
        return file;
    }

    /** The text of a sweep file. */
    public static String write(SweepFile file) {
        return ProjectJson.MAPPER.writeValueAsString(new SweepTree(file).tree()) + "\n";
    }

    private SweepFile file(ObjectNode tree) {
        fields.allow(tree, "", FIELDS);
        format(tree.path("format"));
        List<String> experiments = experiments(tree.path("experiments"));
        List<Axis> axes = axes(tree.path("settings"));
        List<Long> seeds = seeds(tree.path("seeds"));
        Goal goal = goal(tree.path("goal"));
        OptionalInt score = score(tree.path("score"));
        Optional<Halving> halving = halving(tree.path("halving"), goal);
        if (halving.isPresent() && score.isEmpty()) {
            fields.refuse("halving", SweepRule.HALVING_NEEDS_SCORE);
        }
        return new SweepFile(experiments, axes, seeds, goal, score, halving);
    }

    private void format(JsonNode node) {
        long format = fields.whole(node, "format");
        if (node.isInt() && format > ProjectJson.FORMAT) {
            fields.add(new FileProblem.TooNew((int) format, ProjectJson.FORMAT));
        } else if (node.isInt() && format < 1) {
            fields.refuse("format", SweepRule.AT_LEAST_ONE);
        }
    }

    private List<String> experiments(JsonNode node) {
        List<String> names = fields.texts(node, "experiments");
        fields.requireOnce(names, "experiments");
        return names;
    }

    private List<Axis> axes(JsonNode node) {
        var axes = new ArrayList<Axis>();
        if (node.isMissingNode()) {
            return axes;
        }
        if (!fields.isObject(node, "settings")) {
            return axes;
        }
        node.forEachEntry((path, values) -> axes.add(axis(path, values)));
        if (axes.stream().map(SweepJson::drawn).flatMap(Optional::stream).distinct().count() > 1) {
            fields.refuse("settings", SweepRule.SAME_COUNT);
        }
        return axes;
    }

    /** Of how many points a range is a part. */
    private static Optional<Integer> drawn(Axis axis) {
        return axis.values() instanceof Axis.Range range && range.draw() != Axis.Draw.GRID
                ? Optional.of(range.count())
                : Optional.empty();
    }

    private Axis axis(String path, JsonNode values) {
        String place = "settings." + path;
        if (values.isObject()) {
            return new Axis(path, range(values, place));
        }
        var texts = new ArrayList<String>();
        if (fields.isFilledList(values, place)) {
            values.forEach(value -> texts.add(SweepFields.text(value)));
            fields.requireOnce(texts, place);
        }
        return new Axis(path, new Axis.Listed(texts));
    }

    private Axis.Range range(JsonNode node, String place) {
        fields.allow(node, place, Set.of("from", "to", COUNT, "scale", "draw"));
        double from = fields.number(node.path("from"), place + ".from");
        double to = fields.number(node.path("to"), place + ".to");
        Axis.Scale scale = fields.choice(node, "scale", place, Axis.Scale.LINEAR);
        Axis.Draw draw = fields.choice(node, "draw", place, Axis.Draw.GRID);
        long count = fields.whole(node.path(COUNT), place + "." + COUNT);
        if (to <= from) {
            fields.refuse(place + ".to", SweepRule.ABOVE_FROM);
        }
        if (scale == Axis.Scale.LOG && from <= 0) {
            fields.refuse(place + ".from", SweepRule.ABOVE_ZERO);
        }
        if (count < 2) {
            fields.refuse(place + "." + COUNT, SweepRule.AT_LEAST_TWO);
        }
        return new Axis.Range(from, to, (int) Math.min(count, MOST_SEEDS), scale, draw);
    }

    private List<Long> seeds(JsonNode node) {
        if (node.isMissingNode()) {
            return List.of();
        }
        if (node.isObject()) {
            fields.allow(node, "seeds", Set.of("from", COUNT));
            long from = node.has("from") ? fields.whole(node.path("from"), "seeds.from") : 0;
            long count = fields.whole(node.path(COUNT), "seeds." + COUNT);
            if (count < 1) {
                fields.refuse("seeds." + COUNT, SweepRule.AT_LEAST_ONE);
            }
            return LongStream.range(0, Math.min(count, MOST_SEEDS))
                    .map(i -> from + i)
                    .boxed()
                    .toList();
        }
        var seeds = new ArrayList<Long>();
        if (fields.isFilledList(node, "seeds")) {
            for (int i = 0; i < node.size(); i++) {
                seeds.add(fields.whole(node.get(i), "seeds." + i));
            }
            fields.requireOnce(seeds.stream().map(String::valueOf).toList(), "seeds");
        }
        return seeds;
    }

    private Goal goal(JsonNode node) {
        if (!fields.isObject(node, "goal")) {
            return new Goal.Steps(1);
        }
        fields.allow(node, "goal", Set.of(STEPS, SECONDS));
        if (node.has(STEPS) == node.has(SECONDS)) {
            fields.refuse("goal", SweepRule.STEPS_OR_SECONDS);
            return new Goal.Steps(1);
        }
        return node.has(STEPS)
                ? steps(node.path(STEPS), "goal.steps")
                : seconds(node.path(SECONDS), "goal.seconds");
    }

    private Goal steps(JsonNode node, String place) {
        long steps = fields.whole(node, place);
        if (steps < 1) {
            fields.refuse(place, SweepRule.AT_LEAST_ONE);
        }
        return new Goal.Steps(steps);
    }

    private Goal seconds(JsonNode node, String place) {
        double seconds = fields.number(node, place);
        if (!(seconds > 0)) {
            fields.refuse(place, SweepRule.ABOVE_ZERO);
        }
        return new Goal.Seconds(seconds);
    }

    private OptionalInt score(JsonNode node) {
        if (node.isMissingNode()) {
            return OptionalInt.empty();
        }
        long count = fields.whole(node, "score");
        if (count < FEWEST_SCORED || count > MOST_SCORED) {
            fields.refuse("score", SweepRule.SCORABLE);
            return OptionalInt.of(FEWEST_SCORED);
        }
        return OptionalInt.of((int) count);
    }

    private Optional<Halving> halving(JsonNode node, Goal goal) {
        if (node.isMissingNode() || !fields.isObject(node, "halving")) {
            return Optional.empty();
        }
        fields.allow(node, "halving", Set.of("rungs", "keep"));
        double keep = fields.number(node.path("keep"), "halving.keep");
        if (!(keep > 0 && keep < 1)) {
            fields.refuse("halving.keep", SweepRule.SHARE);
        }
        var rungs = new ArrayList<Goal>();
        JsonNode list = node.path("rungs");
        if (fields.isFilledList(list, "halving.rungs")) {
            for (int i = 0; i < list.size(); i++) {
                String place = "halving.rungs." + i;
                rungs.add(
                        switch (goal) {
                            case Goal.Steps _ -> steps(list.get(i), place);
                            case Goal.Seconds _ -> seconds(list.get(i), place);
                        });
            }
            requireRising(rungs, goal);
        }
        return Optional.of(new Halving(rungs, keep));
    }

    private void requireRising(List<Goal> rungs, Goal goal) {
        var all = new ArrayList<>(rungs);
        all.add(goal);
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).amount() <= all.get(i - 1).amount()) {
                fields.refuse("halving.rungs", SweepRule.RUNGS_RISE);
                return;
            }
        }
    }
}
