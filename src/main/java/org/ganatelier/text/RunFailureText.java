package org.ganatelier.text;

import org.ganatelier.experiment.layer.Kind;
import org.ganatelier.train.RunFailure;
import org.ganatelier.train.RunFailure.UnsupportedByStock.Lack;

import java.util.OptionalLong;

/** Says why a run cannot go on, or what the engine cannot do. */
public final class RunFailureText {
    private RunFailureText() {}

    /** What happened, what to do next, and what can still be saved. */
    public static String say(Words words, RunFailure failure) {
        return what(words, failure) + kept(words, failure);
    }

    /** What happened, and what to do next. */
    public static String what(Words words, RunFailure failure) {
        return switch (failure) {
            case RunFailure.Diverged(long step, _) ->
                    words.say("train.failure.diverged", "step", step);
            case RunFailure.Overflowed(long step, String array, _) ->
                    words.say("train.failure.overflowed", "step", step, "array", array);
            case RunFailure.OutOfMemory _ -> words.say("train.failure.out-of-memory");
            case RunFailure.BrokenOff(long step, String cause, _) ->
                    words.say("train.failure.broken-off", "step", step, "cause", cause);
            case RunFailure.NothingToSave() -> words.say("train.failure.nothing-to-save");
            case RunFailure.NativesMissing() -> words.say("train.failure.natives-missing");
            case RunFailure.NoFolderForNatives(String folder) ->
                    words.say("train.failure.no-folder-for-natives", "folder", folder);
            case RunFailure.UnpackingFailed(String cause) ->
                    words.say("train.failure.unpacking-failed", "cause", cause);
            case RunFailure.EngineBroken(String cause) ->
                    words.say("train.failure.engine-broken", "cause", cause);
            case RunFailure.LabelsMissing(int classes) ->
                    words.say("train.failure.labels-missing", "n", classes);
            case RunFailure.UnfitState(String array) ->
                    words.say("train.failure.unfit-state", "array", array);
            case RunFailure.ClassifierDiverged() -> words.say("train.failure.classifier-diverged");
            case RunFailure.UnfitClassifier(String array) ->
                    words.say("train.failure.unfit-classifier", "array", array);
            case RunFailure.UnsupportedByStock(Lack lack) -> say(words, lack);
        };
    }

    private static String say(Words words, Lack lack) {
        return switch (lack) {
            case Lack.Layer(var layer) ->
                    words.say("train.failure.stock.layer", "layer", layer.title());
            case Lack.Setting(var layer, String field) ->
                    words.say(
                            "train.failure.stock.setting",
                            "layer",
                            layer.title(),
                            "setting",
                            words.say("layer.field." + Kind.kebab(field) + ".name"));
            case Lack.Optimizer(var kind) ->
                    words.say("train.failure.stock.optimizer", "optimizer", kind.title());
            case Lack.Pairs() -> words.say("train.failure.stock.pairs");
        };
    }

    private static String kept(Words words, RunFailure failure) {
        OptionalLong kept =
                switch (failure) {
                    case RunFailure.Diverged diverged -> diverged.kept();
                    case RunFailure.Overflowed overflowed -> overflowed.kept();
                    case RunFailure.OutOfMemory outOfMemory -> outOfMemory.kept();
                    case RunFailure.BrokenOff brokenOff -> brokenOff.kept();
                    case RunFailure.NothingToSave _,
                            RunFailure.NativesMissing _,
                            RunFailure.NoFolderForNatives _,
                            RunFailure.UnpackingFailed _,
                            RunFailure.EngineBroken _,
                            RunFailure.LabelsMissing _,
                            RunFailure.UnfitState _,
                            RunFailure.ClassifierDiverged _,
                            RunFailure.UnfitClassifier _,
                            RunFailure.UnsupportedByStock _ ->
                            OptionalLong.empty();
                };
        return kept.isEmpty()
                ? ""
                : " " + words.say("train.failure.kept", "step", kept.getAsLong());
    }
}
