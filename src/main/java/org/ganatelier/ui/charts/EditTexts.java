package org.ganatelier.ui.charts;

import org.ganatelier.train.Edit;
import org.ganatelier.ui.widget.Numbers;

/** Changes of values in words. */
final class EditTexts {
    private EditTexts() {}

    /** "D's learning rate 0.001 → 0.0005". */
    static String words(Edit edit) {
        return "%s %s → %s"
                .formatted(edit.setting().title(), shown(edit.before()), shown(edit.after()));
    }

    /** Numbers as people read them, other values as they are. */
    private static String shown(String value) {
        try {
            return Numbers.text(Numbers.parseDecimal(value));
        } catch (IllegalArgumentException noNumber) {
            return value;
        }
    }
}
