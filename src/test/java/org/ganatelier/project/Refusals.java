package org.ganatelier.project;

import org.ganatelier.text.FileText;
import org.ganatelier.text.Words;

/** What is said of files that are refused. */
final class Refusals {
    private Refusals() {}

    /** In English. */
    static String sentence(ProjectException refusal) {
        return FileText.say(Words.english(), refusal.problem());
    }
}
