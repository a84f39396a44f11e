package org.ganatelier.text;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.session.EditName;

/** Says what undo and redo would do. */
public final class EditNameText {
    private EditNameText() {}

    /** An order, as in a menu: "Change batch size". */
    public static String say(Words words, EditName name) {
        return switch (name) {
            case EditName.ChangeField(var field, var arguments) ->
                    words.say("session.edit.change", "what", words.say(field + ".name", arguments));
            case EditName.ChangeSeed() -> words.say("session.edit.change-seed");
            case EditName.ChangeInitialWeights(Side side) ->
                    words.say("session.edit.change-initial-weights", "side", side.letter());
            case EditName.AddLayer(String layer) ->
                    words.say("session.edit.add-layer", "layer", layer);
            case EditName.RemoveLayer(String layer) ->
                    words.say("session.edit.remove-layer", "layer", layer);
            case EditName.DuplicateLayer(String layer) ->
                    words.say("session.edit.duplicate-layer", "layer", layer);
            case EditName.MoveLayer(String layer) ->
                    words.say("session.edit.move-layer", "layer", layer);
            case EditName.MoveLayerAcross(String layer, Side to) ->
                    words.say(
                            switch (to) {
                                case GENERATOR -> "session.edit.move-layer-to-generator";
                                case DISCRIMINATOR -> "session.edit.move-layer-to-discriminator";
                            },
                            "layer",
                            layer);
            case EditName.UseData(var data) ->
                    words.say("session.edit.use-data", "title", DataTitle.of(words, data));
            case EditName.LoadPreset(String preset) ->
                    words.say("session.edit.load-preset", "title", PresetText.title(words, preset));
            case EditName.NewExperiment() -> words.say("session.edit.new-experiment");
            case EditName.FollowLesson() -> words.say("session.edit.follow-lesson");
            case EditName.BringBackRun() -> words.say("session.edit.bring-back-run");
            case EditName.OpenFile(String file) ->
                    words.say("session.edit.open-file", "file", file);
            case EditName.FollowCoach(var remedy) ->
                    words.say("coach.change.edit", "what", CoachText.remedy(words, remedy));
            case EditName.ApplyFix(var fix, var place, var before) ->
                    FixText.label(words, fix, place, before);
        };
    }
}
