package org.ganatelier.text;

import org.ganatelier.data.DataProblem;
import org.ganatelier.project.FileProblem;
import org.ganatelier.session.Happening;
import org.ganatelier.train.RunFailure;

import java.nio.file.Path;
import java.util.Optional;

/** Says what the user has to be told. */
public final class NoticeText {
    private NoticeText() {}

    /** What happened and, where something can be done about it, what. */
    public static String say(Words words, Happening what) {
        return switch (what) {
            case Happening.RunSaved(Path file, long step) ->
                    words.say("session.notice.run-saved", "file", file, "step", step);
            case Happening.ExperimentSaved(Path file) ->
                    words.say("session.notice.experiment-saved", "file", file);
            case Happening.FileHeld(Path file) ->
                    words.say("session.notice.file-held", "file", file);
            case Happening.RunPutAway(_, int number, long step) ->
                    words.say("session.notice.run-put-away", "number", number, "step", step);
            case Happening.ImagesSaved(Path file) ->
                    words.say("session.notice.images-saved", "file", file);
            case Happening.CurvesSaved(Path file) -> words.say("charts.export.saved", "file", file);
            case Happening.UnknownFile(String file) ->
                    words.say("session.notice.unknown-file", "file", file);
            case Happening.OneFileAtATime(String file) ->
                    words.say("session.notice.one-file-at-a-time", "file", file);
            case Happening.EndedBadly(Optional<Path> report) -> RecoveryText.ended(words, report);
            case Happening.AutosaveFailed(FileProblem problem) ->
                    words.say(
                            "session.notice.autosave-failed",
                            "problem",
                            FileText.say(words, problem));
            case Happening.CheckpointFailed(FileProblem problem) ->
                    words.say(
                            "session.notice.checkpoint-failed",
                            "problem",
                            FileText.say(words, problem));
            case Happening.FilmSaved(Path file) ->
                    words.say("session.notice.film-saved", "file", file);
            case Happening.ImportRefused(String source, var refusal) ->
                    words.say(
                            "session.notice.import-refused",
                            "file",
                            source,
                            "problem",
                            ImportText.say(words, refusal));
            case Happening.FileFailed(FileProblem problem) -> FileText.say(words, problem);
            case Happening.WeightsNotLoaded(String file) ->
                    words.say("session.notice.weights-not-loaded", "file", file);
            case Happening.RunFailed(RunFailure failure) -> RunFailureText.say(words, failure);
            case Happening.EngineMissing(RunFailure failure) -> RunFailureText.say(words, failure);
            case Happening.DataRefused(DataProblem problem) -> DataText.say(words, problem);
            case Happening.ActionFailed(String cause) ->
                    words.say("session.notice.action-failed", "cause", cause);
            case Happening.ProgramError(String cause) ->
                    words.say("session.notice.internal-error", "cause", cause);
        };
    }
}
