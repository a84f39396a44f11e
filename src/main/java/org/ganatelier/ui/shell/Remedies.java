package org.ganatelier.ui.shell;

import javafx.scene.control.Button;

import org.ganatelier.session.Documents;
import org.ganatelier.session.Happening;
import org.ganatelier.session.Session;
import org.ganatelier.text.Words;

import java.nio.file.Path;
import java.util.Optional;

/** What a message offers to do about what happened. FX thread only. */
final class Remedies {
    private final Session session;
    private final Words words;

    Remedies(Session session, Words words) {
        this.session = session;
        this.words = words;
    }

    /** A button that does it, where there is anything to do. */
    Optional<Button> of(Happening what) {
        return switch (what) {
            case Happening.RunPutAway(long run, _, _) ->
                    Optional.of(button("shell.notices.bring-back", () -> bringBack(run)));
            case Happening.FileHeld(Path file) -> {
                Documents documents = session.documents();
                yield Optional.of(
                        button("shell.notices.open-copy", () -> documents.openCopy(file)));
            }
            case Happening.RunSaved _,
                    Happening.ExperimentSaved _,
                    Happening.ImagesSaved _,
                    Happening.CurvesSaved _,
                    Happening.UnknownFile _,
                    Happening.OneFileAtATime _,
                    Happening.EndedBadly _,
                    Happening.AutosaveFailed _,
                    Happening.CheckpointFailed _,
                    Happening.FilmSaved _,
                    Happening.FileFailed _,
                    Happening.ImportRefused _,
                    Happening.WeightsNotLoaded _,
                    Happening.RunFailed _,
                    Happening.EngineMissing _,
                    Happening.DataRefused _,
                    Happening.ActionFailed _,
                    Happening.ProgramError _ ->
                    Optional.empty();
        };
    }

    /** It may be so old meanwhile that it is forgotten. */
    private void bringBack(long run) {
        if (session.runs().all().stream().anyMatch(entry -> entry.id() == run)) {
            session.training().goOnWith(run);
        }
    }

    private Button button(String key, Runnable work) {
        var button = new Button(words.say(key));
        button.getStyleClass().addAll("small", "remedy");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> work.run());
        return button;
    }
}
