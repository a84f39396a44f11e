package org.ganatelier.project;

import org.ganatelier.train.Edit;
import org.ganatelier.train.LiveSetting;
import org.ganatelier.train.LiveSettings;

/**
 * A value that was changed while the run went on.
 *
 * @param step how many steps were done before
 * @param setting path of the value in the experiment
 */
record StateEdit(long step, String setting, String before, String after) {
    // Far above any number written out: 1e-324 takes 326 digits.
    private static final int LONGEST_VALUE = 400;

    static StateEdit of(Edit edit) {
        return new StateEdit(edit.step(), edit.setting().path(), edit.before(), edit.after());
    }

    Edit edit() throws ProjectException {
        if (before.length() > LONGEST_VALUE || after.length() > LONGEST_VALUE) {
            throw StateChecks.damaged(new Damage.ImpossibleEdit());
        }
        LiveSetting known =
                LiveSettings.at(setting)
                        .orElseThrow(() -> StateChecks.damaged(new Damage.UnknownEdit(setting)));
        return new Edit(step, known, before, after);
    }
}
