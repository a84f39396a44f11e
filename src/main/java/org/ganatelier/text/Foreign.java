package org.ganatelier.text;

import java.nio.file.Path;
import java.util.Set;

/**
 * Texts that somebody else wrote: names in files, values of a JSON text, paths. They are shown in
 * one line and not at any length, so that no file can write to a terminal what it likes, or fill a
 * window.
 */
public final class Foreign {
    /** Characters of one text, the dots at its end included. */
    public static final int LONGEST = 200;

    /** The same where several stand in a sentence. */
    static final int BRIEF = 120;

    /** More of a text is never looked at: a path is as long as that at most. */
    private static final int MOST_READ = 1 << 16;

    private static final String DOTS = "…";
    private static final int UNKNOWN = 0xFFFD;

    /** Marks of direction that turn around what follows them, and isolate it (Unicode TR 9). */
    private static final Set<Integer> DIRECTIONS =
            Set.of(
                    0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067,
                    0x2068, 0x2069);

    private Foreign() {}

    /** The text in one line, without control characters and of at most {@link #LONGEST}. */
    public static String shown(String text) {
        return cut(line(text), LONGEST);
    }

    /** The same, shorter. */
    static String brief(String text) {
        return cut(line(text), BRIEF);
    }

    /** A path, of which the end tells most. */
    public static String shown(Path path) {
        String line = line(path.toString());
        int length = line.codePointCount(0, line.length());
        return length <= LONGEST
                ? line
                : DOTS + line.substring(line.offsetByCodePoints(0, length - LONGEST + 1));
    }

    /** Line breaks become spaces; what has no picture becomes the sign for that. */
    private static String line(String text) {
        return text.codePoints()
                .limit(MOST_READ)
                .map(Foreign::visible)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int visible(int character) {
        boolean separates =
                switch (Character.getType(character)) {
                    case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
                    default -> character == '\t' || character == '\n' || character == '\r';
                };
        if (separates) {
            return ' ';
        }
        boolean hidden =
                Character.isISOControl(character)
                        || Character.getType(character) == Character.SURROGATE
                        || DIRECTIONS.contains(character);
        return hidden ? UNKNOWN : character;
    }

    private static String cut(String line, int most) {
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)) + DOTS;
    }
}
