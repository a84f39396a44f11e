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
        return switch (failure) {
            case RunFailure.Diverged(long step, OptionalLong kept) ->
                    withKept(words, words.say("train.failure.diverged", "step", step), kept);
            case RunFailure.Overflowed(long step, String array, OptionalLong kept) ->
                    withKept(
                            words,
                            words.say("train.failure.overflowed", "step", step, "array", array),
                            kept);
            case RunFailure.OutOfMemory(OptionalLong kept) ->
                    withKept(words, words.say("train.failure.out-of-memory"), kept);
            case RunFailure.BrokenOff(long step, String cause, OptionalLong kept) ->
                    withKept(
                            words,
                            words.say("train.failure.broken-off", "step", step, "cause", cause),
                            kept);
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

    private static String withKept(Words words, String what, OptionalLong kept) {
        return kept.isEmpty()
                ? what
                : what + " " + words.say("train.failure.kept", "step", kept.getAsLong());
    }
}
