package org.ganatelier.text;

import org.ganatelier.experiment.contrast.Contrast;
import org.ganatelier.experiment.contrast.Contrasts;
import org.ganatelier.session.Batch;
import org.ganatelier.session.Difference;
import org.ganatelier.session.Drawn;
import org.ganatelier.session.RunEntry;
import org.ganatelier.session.RunOrigin;
import org.ganatelier.session.RunStanding;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says which run this is, and in what its experiment differs from another. */
public final class RunText {
    /** More names are not read at a glance. */
    private static final int MOST_NAMES = 3;

    /** In a minute, and minutes in an hour. */
    private static final int SECONDS = 60;

    private RunText() {}

    /** A run and how far it is: "Run 2: Digits, step 1,240". */
    public static String say(Words words, RunEntry run, boolean current) {
        return words.say(
                current ? "session.run" : "session.run.earlier",
                Map.of(
                        "number",
                        run.number(),
                        "experiment",
                        run.name().isBlank() ? nameOf(words, run) : name(words, run),
                        "step",
                        run.history().lastStep()));
    }

    /** What it is called: as the user named it, or "Run 2". */
    public static String name(Words words, RunEntry run) {
        String chosen = run.name();
        return chosen.isBlank()
                ? words.say("runs.name", "number", run.number())
                : Foreign.shown(chosen);
    }

    /** The same; of a batch: "Runs 3 to 7". */
    public static String name(Words words, Drawn of) {
        return switch (of) {
            case RunEntry run -> name(words, run);
            case Batch batch -> name(words, batch);
        };
    }

    private static String name(Words words, Batch batch) {
        List<RunEntry> all = batch.runs();
        return all.isEmpty()
                ? words.say("runs.repeats")
                : words.say(
                        "runs.repeats.of",
                        "from",
                        all.getFirst().number(),
                        "to",
                        all.getLast().number());
    }

    /** How far a batch is: "repeat 2 of 5", "twin". */
    public static String progress(Words words, Batch batch) {
        return switch (batch.kind()) {
            case REPEATS ->
                    words.say(
                            "runs.queue.repeats", "n", batch.runs().size(), "of", batch.planned());
            case TWIN -> words.say("runs.queue.twin", "step", batch.steps());
        };
    }

    /**
     * What it differs in from the run that it goes on from or that was before it: "Batch size 64 →
     * 32", "From run 2, step 700: Seed 1 → 2"; of the first, what is trained.
     */
    public static String differs(Words words, RunEntry run) {
        RunOrigin origin = run.origin();
        List<Contrast> contrasts = Contrasts.between(origin.experiment(), run.experiment());
        String edits = contrasts.isEmpty() ? "" : ContrastText.say(words, contrasts);
        if (origin.before().isEmpty() && origin.step().isEmpty()) {
            return joined(words, nameOf(words, run), edits);
        }
        if (origin.step().isEmpty()) {
            return edits.isEmpty()
                    ? words.say(
                            "runs.differs.same", "number", origin.before().orElseThrow().number())
                    : edits;
        }
        long step = origin.step().getAsLong();
        return joined(
                words,
                origin.before()
                        .map(
                                before ->
                                        words.say(
                                                "runs.differs.from",
                                                "number",
                                                before.number(),
                                                "step",
                                                step))
                        .orElseGet(() -> words.say("runs.differs.from-file", "step", step)),
                edits);
    }

    /** The same in full, a line for each difference, with what it is compared with. */
    public static String difference(Words words, RunEntry run) {
        RunOrigin origin = run.origin();
        List<Contrast> contrasts = Contrasts.between(origin.experiment(), run.experiment());
        String first =
                origin.before()
                        .map(
                                before ->
                                        words.say(
                                                "runs.differs.compared", "number", before.number()))
                        .orElseGet(() -> nameOf(words, run));
        return Stream.concat(
                        Stream.of(first),
                        contrasts.isEmpty()
                                ? Stream.of(words.say("contrast.none"))
                                : contrasts.stream().map(each -> ContrastText.say(words, each)))
                .collect(Collectors.joining("\n"));
    }

    private static String joined(Words words, String from, String edits) {
        return edits.isEmpty() ? from : words.say("runs.differs.and", "first", from, "edit", edits);
    }

    /** How it stands: "training", "put away". */
    public static String say(Words words, RunStanding standing) {
        return words.say(
                switch (standing) {
                    case TRAINING -> "runs.standing.training";
                    case PAUSED -> "runs.standing.paused";
                    case DONE -> "runs.standing.done";
                    case FAILED -> "runs.standing.failed";
                    case PUT_AWAY -> "runs.standing.put-away";
                    case TOLD -> "runs.standing.told";
                });
    }

    /** What that means, in a sentence. */
    public static String meaning(Words words, RunStanding standing) {
        return words.say(
                switch (standing) {
                    case TRAINING -> "runs.standing.training.meaning";
                    case PAUSED -> "runs.standing.paused.meaning";
                    case DONE -> "runs.standing.done.meaning";
                    case FAILED -> "runs.standing.failed.meaning";
                    case PUT_AWAY -> "runs.standing.put-away.meaning";
                    case TOLD -> "runs.standing.told.meaning";
                });
    }

    /** Seconds of training as a clock shows them: "1:05", "2:10:07". */
    public static String time(double seconds) {
        long whole = (long) seconds;
        long minutes = whole / SECONDS % SECONDS;
        long hours = whole / (SECONDS * SECONDS);
        return hours == 0
                ? "%d:%02d".formatted(minutes, whole % SECONDS)
                : "%d:%02d:%02d".formatted(hours, minutes, whole % SECONDS);
    }

    /** What its experiment is called. */
    public static String nameOf(Words words, RunEntry run) {
        return PresetText.nameOf(words, run.start().experiment().name());
    }

    /** What differs, the first few by name: "generator, seed and 2 more". */
    public static String say(Words words, Set<Difference> what) {
        List<String> names = what.stream().map(RunText::key).map(words::say).toList();
        return names.size() <= MOST_NAMES
                ? words.list(names)
                : words.say(
                        "session.difference.more",
                        "names",
                        String.join(", ", names.subList(0, MOST_NAMES - 1)),
                        "n",
                        names.size() - MOST_NAMES + 1);
    }

    private static String key(Difference difference) {
        return switch (difference) {
            case DATA -> "session.difference.data";
            case NOISE -> "session.difference.noise";
            case GENERATOR -> "session.difference.generator";
            case DISCRIMINATOR -> "session.difference.discriminator";
            case OBJECTIVE -> "session.difference.objective";
            case LABELS -> "session.difference.labels";
            case BATCH_SIZE -> "session.difference.batch-size";
            case OPTIMIZERS -> "session.difference.optimizers";
            case SEED -> "session.difference.seed";
        };
    }
}
