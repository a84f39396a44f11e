package org.ganatelier.train;

import java.util.List;

/** Edits in the order in which they were made, as few as lead to the same bits. */
public final class Edits {
    /**
     * An average that is switched off and on again begins anew, even where no step lies between.
     */
    private static final String LEAVES_A_TRACE = "training.averageDecay";

    private Edits() {}

    /**
     * Appends an edit. Another value for the same setting, with no step and no other edit between,
     * becomes one with the edit before: no step has seen the value in the middle.
     *
     * @param edits in order; the last of them may be replaced, or removed where the new edit takes
     *     it back
     */
    public static void append(List<Edit> edits, Edit next) {
        Edit last = edits.isEmpty() ? null : edits.getLast();
        if (last == null
                || last.step() != next.step()
                || !last.setting().equals(next.setting())
                || next.setting().path().equals(LEAVES_A_TRACE)) {
            edits.add(next);
            return;
        }
        edits.removeLast();
        if (!last.before().equals(next.after())) {
            edits.add(new Edit(next.step(), next.setting(), last.before(), next.after()));
        }
    }
}
