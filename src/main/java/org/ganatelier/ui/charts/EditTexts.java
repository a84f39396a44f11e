package org.ganatelier.ui.charts;

import org.ganatelier.text.SettingText;
import org.ganatelier.text.Words;
import org.ganatelier.train.Edit;
import org.ganatelier.train.LiveSetting;
import org.ganatelier.train.LiveSettings;
import org.ganatelier.ui.widget.Numbers;

import java.util.Map;

/** Changes of values in words. */
final class EditTexts {
    private EditTexts() {}

    /** "D's learning rate 0.001 → 0.0005". */
    static String say(Edit edit, Words words) {
        return words.say(
                "charts.edit",
                Map.of(
                        "what",
                        SettingText.name(words, edit.setting()),
                        "before",
                        shown(edit.setting(), edit.before(), words),
                        "after",
                        shown(edit.setting(), edit.after(), words)));
    }

    /** Numbers as people read them, objectives by their titles, other values as they are. */
    private static String shown(LiveSetting setting, String value, Words words) {
        if (setting.equals(LiveSettings.LOSS)) {
            return words.say("objective.loss." + value + ".title");
        }
        try {
            return Numbers.text(words, Numbers.parseDecimal(value));
        } catch (IllegalArgumentException noNumber) {
            return value;
        }
    }
}
