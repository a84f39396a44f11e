package org.ganatelier.text;

import org.ganatelier.data.DataProblem;
import org.ganatelier.exchange.model.ImportException.Refusal;
import org.ganatelier.project.FileProblem;
import org.ganatelier.session.Happening;
import org.ganatelier.train.RunFailure;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the user has to be told is said in the window's language. */
final class NoticeTextTest {
    private static final Path FILE = Path.of("run.atelier");

    @Test
    void everyHappeningIsSaidInEveryLanguage() {
        Facts.requireSaid(
                Happening.class,
                List.of(
                        new Happening.RunSaved(FILE, 1500),
                        new Happening.ExperimentSaved(FILE),
                        new Happening.FileHeld(FILE),
                        new Happening.RunPutAway(7, 2, 1500),
                        new Happening.ImagesSaved(FILE),
                        new Happening.CurvesSaved(FILE),
                        new Happening.UnknownFile("notes.docx"),
                        new Happening.OneFileAtATime("other.atelier"),
                        new Happening.EndedBadly(Optional.of(Path.of("hs_err_pid7.log"))),
                        new Happening.EndedBadly(Optional.empty()),
                        new Happening.AutosaveFailed(new FileProblem.NotOurs()),
                        new Happening.CheckpointFailed(new FileProblem.NotOurs()),
                        new Happening.FilmSaved(FILE),
                        new Happening.ImportRefused("net.onnx", new Refusal.Empty()),
                        new Happening.FileFailed(new FileProblem.NotOurs()),
                        new Happening.WeightsNotLoaded("run.atelier"),
                        new Happening.RunFailed(new RunFailure.NothingToSave()),
                        new Happening.EngineMissing(new RunFailure.NativesMissing()),
                        new Happening.DataRefused(new DataProblem.Empty(FILE)),
                        new Happening.ActionFailed("java.lang.Error"),
                        new Happening.ProgramError("java.lang.Error")),
                NoticeText::say);
    }
}
