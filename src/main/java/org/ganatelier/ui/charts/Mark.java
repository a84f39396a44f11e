package org.ganatelier.ui.charts;

import org.ganatelier.text.Words;
import org.ganatelier.train.History;

import java.util.List;

/**
 * Something worth knowing that happened after a step, drawn as a line through all plots.
 *
 * @param text a few words
 */
record Mark(long step, String text) {
    /** What the user changed while the run went on, oldest first. */
    static List<Mark> ofEdits(History history, Words words) {
        return history.edits().stream()
                .map(edit -> new Mark(edit.step(), EditTexts.say(edit, words)))
                .toList();
    }
}
