package org.ganatelier.text;

import org.ganatelier.sweep.ClusterException;

/** Says why a cluster does not do what it was asked for. */
public final class ClusterText {
    private ClusterText() {}

    /** What is wrong, and what to do. */
    public static String say(Words words, ClusterException problem) {
        return words.say(
                "sweep.cluster",
                "kind",
                problem.reason().name(),
                "detail",
                Foreign.brief(problem.detail()));
    }
}
