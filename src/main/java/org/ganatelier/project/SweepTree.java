package org.ganatelier.project;

import org.ganatelier.project.sweep.Axis;
import org.ganatelier.project.sweep.Halving;
import org.ganatelier.project.sweep.SweepFile;
import org.ganatelier.train.Goal;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;

/** The JSON tree of a sweep file, as {@link SweepJson} reads it. */
final class SweepTree {
    private final SweepFile file;

    SweepTree(SweepFile file) {
        this.file = file;
    }

    ObjectNode tree() {
        ObjectNode tree = ProjectJson.MAPPER.createObjectNode().put("format", ProjectJson.FORMAT);
        ArrayNode experiments = tree.putArray("experiments");
        file.experiments().forEach(experiments::add);
        ObjectNode settings = tree.putObject("settings");
        file.axes().forEach(axis -> put(settings, axis));
        if (!file.seeds().isEmpty()) {
            ArrayNode seeds = tree.putArray("seeds");
            file.seeds().forEach(seeds::add);
        }
        put(tree.putObject("goal"), file.goal());
        file.score().ifPresent(count -> tree.put("score", count));
        file.halving().ifPresent(halving -> put(tree.putObject("halving"), halving));
        return tree;
    }

    private static void put(ObjectNode settings, Axis axis) {
        switch (axis.values()) {
            case Axis.Listed(var texts) -> {
                ArrayNode list = settings.putArray(axis.path());
                texts.forEach(list::add);
            }
            case Axis.Range range ->
                    settings.putObject(axis.path())
                            .put("from", range.from())
                            .put("to", range.to())
                            .put("count", range.count())
                            .put("scale", id(range.scale()))
                            .put("draw", id(range.draw()));
        }
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void put(ObjectNode node, Goal goal) {
        switch (goal) {
            case Goal.Steps(long steps) -> node.put("steps", steps);
            case Goal.Seconds(double seconds) -> node.put("seconds", seconds);
        }
    }

    private static void put(ObjectNode node, Halving halving) {
        ArrayNode rungs = node.putArray("rungs");
        for (Goal rung : halving.rungs()) {
            switch (rung) {
                case Goal.Steps(long steps) -> rungs.add(steps);
                case Goal.Seconds(double seconds) -> rungs.add(seconds);
            }
        }
        node.put("keep", halving.keep());
    }
}
