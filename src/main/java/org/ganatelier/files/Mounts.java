package org.ganatelier.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Linux says of its file systems. */
final class Mounts {
    private static final Path TABLE = Path.of("/proc/self/mounts");

    /** The place, then the options, of a line; spaces in names are octal numbers. */
    private static final Pattern LINE = Pattern.compile("\\S+ (\\S+) \\S+ (\\S+) .*");

    private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");

    private Mounts() {}

    /** Whether no program may run from a folder; false where nobody can tell. */
    static boolean forbidPrograms(Path folder) {
        try {
            return Files.exists(TABLE)
                    && forbidPrograms(
                            folder, Files.readAllLines(TABLE, StandardCharsets.ISO_8859_1));
        } catch (IOException _) {
            return false;
        }
    }

    /**
     * @param table lines in the format of fstab, the newest last
     */
    static boolean forbidPrograms(Path folder, List<String> table) {
        int longest = -1;
        boolean forbidden = false;
        for (String line : table) {
            Matcher parts = LINE.matcher(line);
            if (parts.matches()) {
                // As a text: not every name is a path in every locale.
                String place = plain(parts.group(1));
                if (isUnder(place, folder.toString()) && place.length() >= longest) {
                    longest = place.length();
                    forbidden = List.of(parts.group(2).split(",", -1)).contains("noexec");
                }
            }
        }
        return forbidden;
    }

    private static boolean isUnder(String place, String folder) {
        return place.equals("/") || folder.equals(place) || folder.startsWith(place + "/");
    }

    private static String plain(String name) {
        String bytes =
                OCTAL.matcher(name)
                        .replaceAll(
                                code ->
                                        Matcher.quoteReplacement(
                                                String.valueOf(
                                                        (char)
                                                                Integer.parseInt(
                                                                        code.group(1), 8))));
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
