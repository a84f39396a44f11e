package org.ganatelier.text;

import org.ganatelier.session.Difference;
import org.ganatelier.session.RunEntry;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says which run this is, and in what its experiment differs from another. */
public final class RunText {
    /** More names are not read at a glance. */
    private static final int MOST_NAMES = 3;

    private RunText() {}

    /** A run and how far it is: "Run 2: Digits, step 1,240". */
    public static String say(Words words, RunEntry run, boolean current) {
        return words.say(
                current ? "session.run" : "session.run.earlier",
                Map.of(
                        "number",
                        run.number(),
                        "experiment",
                        nameOf(words, run),
                        "step",
                        run.history().lastStep()));
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
