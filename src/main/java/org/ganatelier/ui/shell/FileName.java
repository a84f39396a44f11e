package org.ganatelier.ui.shell;

import java.util.Locale;

/** Names of files. */
final class FileName {
    private FileName() {}

    /** A name with nothing in it that a file system could object to. */
    static String of(String title) {
        String plain =
                title.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "-")
                        .replaceAll("^-|-$", "");
        return plain.isEmpty() ? "run" : plain;
    }
}
