package org.ganatelier.files;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** What stands beside a file while it is saved, and how that is recognised later. */
final class Names {
    /** Of this process: its own drafts are no leftovers. */
    private static final String PROCESS = random();

    private static final String DRAFT = ".part";
    private static final String HEX = "[0-9a-f]{8}";

    /** How drafts were called in version 0.1.0. */
    private static final String OLD = HEX + "-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    /** File systems take names of 255 bytes; a letter may take four. */
    private static final int LONGEST = 40;

    private final Path target;
    private final String name;

    /**
     * @param target the file that is saved
     */
    Names(Path target) {
        this.target = target;
        name = String.valueOf(target.getFileName());
    }

    private static String random() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }

    /** The name, or what is recognised of a long one. */
    private String stem() {
        return name.length() <= LONGEST
                ? name
                : name.substring(0, LONGEST) + HexFormat.of().toHexDigits(name.hashCode());
    }

    /** A name for a draft that nothing has yet. */
    Path draft() {
        return target.resolveSibling(draftName());
    }

    /** The same in another folder. */
    Path draftIn(Path folder) {
        return folder.resolve(draftName());
    }

    private String draftName() {
        return stem() + "." + PROCESS + "-" + random() + DRAFT;
    }

    /** Whether this is the draft of another process. */
    boolean isForeignDraft(Path sibling) {
        String other = String.valueOf(sibling.getFileName());
        return matches(other, HEX + "-" + HEX + Pattern.quote(DRAFT))
                && !other.startsWith(stem() + "." + PROCESS);
    }

    /** Whether an earlier version of the program calls its drafts like this. */
    boolean isOldDraft(Path sibling) {
        String other = String.valueOf(sibling.getFileName());
        String start = name + ".";
        return other.startsWith(start) && other.substring(start.length()).matches(OLD);
    }

    private boolean matches(String other, String rest) {
        String start = stem() + ".";
        return other.startsWith(start) && other.substring(start.length()).matches(rest);
    }

    /** The last good file before the newest. */
    Path backup() {
        return target.resolveSibling(name + ".bak");
    }

    /**
     * A name for a finished file that could not take its place: it opens like any other.
     *
     * @param number from 1
     */
    Path kept(int number) {
        int dot = name.lastIndexOf('.');
        String start = dot > 0 ? name.substring(0, dot) : name;
        String end = dot > 0 ? name.substring(dot) : "";
        return target.resolveSibling(start + ".kept-" + number + end);
    }
}
