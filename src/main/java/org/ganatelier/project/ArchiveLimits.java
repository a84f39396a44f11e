package org.ganatelier.project;

/** What an archive may hold: the writer keeps to it, and the reader relies on nothing else. */
final class ArchiveLimits {
    /** Entries: some thousand arrays at most, and a few texts. */
    static final int MOST_ENTRIES = 20_000;

    /** Bytes of the table of contents, about a hundred for each entry. */
    static final int MOST_CONTENTS = 4 << 20;

    /**
     * Objects in one text, for each takes some hundred bytes of memory. An edit, the shortest of
     * those that there may be many of, takes more than 70 bytes of text.
     */
    static final int MOST_OBJECTS = 250_000;

    /** Steps whose figures are kept: the newest. Three days at thirty steps a second. */
    static final int MOST_STEPS = 8 << 20;

    /**
     * Scores that are kept, the newest: one every two seconds for four hours. Each takes at most
     * 2,100 bytes, usually half of that.
     */
    static final int MOST_SCORES = 7_000;

    /** Marks that are kept: the newest. */
    static final int MOST_MARKS = 10_000;

    // An experiment takes a few thousand bytes: a megabyte is none.
    private static final int MOST_TEXT = 1 << 20;

    // More than 100,000 edits, or 7,000 scores.
    private static final int MOST_STORY = 16 << 20;

    private ArchiveLimits() {}

    /** Bytes that the text of an entry may have. */
    static int mostBytes(String entry) {
        return switch (entry) {
            case ProjectFile.STATE, ProjectFile.PAST -> MOST_STORY;
            default -> MOST_TEXT;
        };
    }

    /** Whether a text may stand in an archive. */
    static boolean holds(String entry, byte[] bytes, String text) {
        return bytes.length <= mostBytes(entry) && hasFewObjects(text);
    }

    /** Whether a text may be taken apart: it begins no more objects than a sound one has. */
    static boolean hasFewObjects(String json) {
        return json.chars().filter(c -> c == '{').limit(MOST_OBJECTS + 1L).count() <= MOST_OBJECTS;
    }
}
