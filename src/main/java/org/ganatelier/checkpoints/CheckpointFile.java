package org.ganatelier.checkpoints;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A checkpoint on the disk. Its name says all that is needed to choose among many: no list of them
 * can be lost, and none can contradict the files.
 *
 * @param file a project file
 * @param step how many steps were done
 * @param marked whether the user wants to keep it
 * @param bytes that it takes
 */
public record CheckpointFile(Path file, long step, boolean marked, long bytes) {
    private static final Pattern NAME =
            Pattern.compile("step-(\\d{1,18})(-marked)?\\.atelier", Pattern.CASE_INSENSITIVE);

    /**
     * How the file of a step is called; names in the order of the alphabet are in that of steps.
     */
    static String name(long step, boolean marked) {
        return String.format(Locale.ROOT, "step-%09d%s.atelier", step, marked ? "-marked" : "");
    }

    /** What a file is by its name; empty where that is of no checkpoint. */
    static Optional<CheckpointFile> of(Path file, long bytes) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        return name.matches()
                ? Optional.of(
                        new CheckpointFile(
                                file, Long.parseLong(name.group(1)), name.group(2) != null, bytes))
                : Optional.empty();
    }
}
