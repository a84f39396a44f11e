package org.ganatelier.cli.training;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What goes wrong while a training goes on all the same: each thing is said once. For any thread.
 */
final class Complaints {
    private final Consumer<String> listener;
    private final Set<String> said = new HashSet<>();

    /**
     * @param listener takes a sentence
     */
    Complaints(Consumer<String> listener) {
        this.listener = listener;
    }

    /** Says a sentence, unless it was said before. */
    synchronized void say(String sentence) {
        if (said.add(sentence)) {
            listener.accept(sentence);
        }
    }
}
