package org.ganatelier.ui.coach;

import org.ganatelier.coach.fact.Finding;
import org.ganatelier.text.CoachText;
import org.ganatelier.text.Words;
import org.ganatelier.train.RunRecord;

import java.util.List;

/**
 * What the coach says now.
 *
 * @param finding with figures as they are now
 * @param step when it was said
 * @param newest whether nothing was said since
 * @param holds whether it is still so
 * @param others what else was said, newest first
 * @param record that it is of
 */
record Statement(
        Finding finding,
        long step,
        boolean newest,
        boolean holds,
        List<Finding> others,
        RunRecord record) {
    Statement {
        others = List.copyOf(others);
    }

    String title(Words words) {
        return CoachText.title(words, finding);
    }

    String text(Words words) {
        return CoachText.text(words, finding, record.beginning().data());
    }

    /** When it was said, and whether it has passed since. */
    String when(Words words) {
        String said = words.say("coach.step", "step", step);
        return newest && !holds ? said + " · " + words.say("coach.over") : said;
    }
}
