package org.ganatelier.cli.training;

import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.cli.support.LayerChoice;
import org.ganatelier.files.RegularFile;
import org.ganatelier.files.SafeFile;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Goal;
import org.ganatelier.train.Interventions;
import org.ganatelier.train.PlayerStep;
import org.ganatelier.train.Run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.function.Function;

/**
 * What a training was told to do, written down so that it can go on later as if it had never
 * stopped.
 *
 * @param goal how long in all
 * @param threads of the engine, where they were asked for
 * @param layers that compute it
 * @param edits in the order of their steps, such as {@code 500:objective.r1=1}
 * @param halfSteps steps of one player alone
 */
record Orders(
        Goal goal,
        OptionalInt threads,
        LayerChoice layers,
        List<String> edits,
        List<PlayerStep> halfSteps) {
    private static final int MOST_BYTES = 16 << 20;

    private static final String STEPS = "goal.steps";
    private static final String SECONDS = "goal.seconds";
    private static final String THREADS = "threads";
    private static final String LAYERS = "engine";
    private static final String EDIT = "edit.";
    private static final String HALF = "half.";

    Orders {
        edits = List.copyOf(edits);
        halfSteps = List.copyOf(halfSteps);
    }

    /** Of a training that is made of these. */
    static Orders of(Goal goal, OptionalInt threads, LayerChoice layers, Interventions script) {
        List<String> edits =
                script.edits().stream()
                        .map(
                                edit ->
                                        "%d:%s=%s"
                                                .formatted(
                                                        edit.step(),
                                                        edit.setting().path(),
                                                        edit.after()))
                        .toList();
        return new Orders(goal, threads, layers, edits, script.halfSteps());
    }

    /**
     * The edits that are not made yet: those due at the very step of a state are made all together,
     * before the step that follows.
     */
    List<String> editsAfter(Checkpoint state) {
        boolean made = state.edits().stream().anyMatch(edit -> edit.step() == state.step());
        long first = made ? state.step() + 1 : state.step();
        return edits.stream().filter(edit -> step(edit) >= first).toList();
    }

    private static long step(String edit) {
        return Long.parseLong(edit.substring(0, edit.indexOf(':')));
    }

    void write(Path file) throws IOException {
        var lines = new Properties();
        switch (goal) {
            case Goal.Steps(long steps) -> lines.setProperty(STEPS, Long.toString(steps));
            case Goal.Seconds(double seconds) ->
                    lines.setProperty(SECONDS, Double.toString(seconds));
        }
        threads.ifPresent(count -> lines.setProperty(THREADS, Integer.toString(count)));
        lines.setProperty(LAYERS, layers.name());
        for (int i = 0; i < edits.size(); i++) {
            lines.setProperty(EDIT + i, edits.get(i));
        }
        for (int i = 0; i < halfSteps.size(); i++) {
            PlayerStep half = halfSteps.get(i);
            lines.setProperty(HALF + i, half.step() + ":" + half.turn());
        }
        SafeFile.write(file, out -> lines.store(out, null));
    }

    /**
     * What is written down, where anything is.
     *
     * @throws CommandFailure where it makes no sense
     */
    static Optional<Orders> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = new Properties();
        try {
            lines.load(new ByteArrayInputStream(RegularFile.bytes(file, MOST_BYTES)));
            return Optional.of(of(lines));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new CommandFailure(
                    file
                            + " is damaged, so nobody knows what the training was to do: remove it,"
                            + " and say --steps or --seconds.");
        }
    }

    private static Orders of(Properties lines) {
        String steps = lines.getProperty(STEPS);
        Goal goal =
                steps == null
                        ? new Goal.Seconds(Double.parseDouble(lines.getProperty(SECONDS, "")))
                        : new Goal.Steps(Long.parseLong(steps));
        String threads = lines.getProperty(THREADS);
        List<String> edits = numbered(lines, EDIT, Function.identity());
        edits.forEach(Orders::step);
        return new Orders(
                goal,
                threads == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(threads)),
                // Orders from before there was a choice do not name it.
                LayerChoice.valueOf(lines.getProperty(LAYERS, LayerChoice.OWN.name())),
                edits,
                numbered(lines, HALF, Orders::half));
    }

    private static <T> List<T> numbered(Properties lines, String key, Function<String, T> of) {
        var found = new ArrayList<T>();
        for (int i = 0; lines.getProperty(key + i) != null; i++) {
            found.add(of.apply(lines.getProperty(key + i, "")));
        }
        return found;
    }

    private static PlayerStep half(String text) {
        return new PlayerStep(step(text), Run.Turn.valueOf(text.substring(text.indexOf(':') + 1)));
    }
}
