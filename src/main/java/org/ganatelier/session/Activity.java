package org.ganatelier.session;

/** What is being read or written in the background. */
public sealed interface Activity {
    /** A preset is loaded. */
    record LoadingPreset() implements Activity {}

    /** A file is read, by its name. */
    record Opening(String file) implements Activity {}

    /** A file is written, by its name. */
    record Saving(String file) implements Activity {}
}
