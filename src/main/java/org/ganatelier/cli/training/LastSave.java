package org.ganatelier.cli.training;

import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.project.FileProblem;
import org.ganatelier.project.FileRefusal;
import org.ganatelier.project.Project;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.text.FileText;
import org.ganatelier.text.Words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Saves what a training has learnt: where it belongs, or else wherever that is possible. */
final class LastSave {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path elsewhere;

    /**
     * @param elsewhere a folder, made where it is needed, for what cannot be saved in its place
     */
    LastSave(Path elsewhere) {
        this.elsewhere = elsewhere;
    }

    /**
     * Saves a run.
     *
     * @throws CommandFailure where it is not in its place now, saying where it is instead
     */
    void save(Path file, Project project) {
        try {
            ProjectFile.save(file, project);
        } catch (ProjectException e) {
            String why = FileText.say(Words.english(), e.problem());
            if (e.problem() instanceof FileProblem.CannotBeSaved(_, FileRefusal.Kept _)) {
                throw new CommandFailure(why);
            }
            throw new CommandFailure(why + " " + whereInstead(project));
        }
    }

    private String whereInstead(Project project) {
        Path other =
                elsewhere.resolve(
                        "run-"
                                + TIME.format(LocalDateTime.now(ZoneId.systemDefault()))
                                + ".atelier");
        try {
            Files.createDirectories(elsewhere);
            ProjectFile.save(other, project);
            return "What was learnt is saved as " + other + " instead.";
        } catch (IOException | ProjectException _) {
            return "It could not be saved in %s either.".formatted(elsewhere);
        }
    }
}
