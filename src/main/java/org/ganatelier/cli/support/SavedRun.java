package org.ganatelier.cli.support;

import org.ganatelier.exchange.folder.RunFolder;
import org.ganatelier.project.Autosaves;
import org.ganatelier.project.Project;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.text.Foreign;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds what a training left. */
public final class SavedRun {
    private SavedRun() {}

    /**
     * What a training left, or what it has saved so far.
     *
     * @param run its folder, or its project file
     * @throws CommandFailure where there is no training in a folder
     */
    public static Project open(Path run) throws ProjectException {
        return Files.isDirectory(run) ? newestIn(run) : ProjectFile.load(run);
    }

    private static Project newestIn(Path folder) throws ProjectException {
        Path model = new RunFolder(folder).model();
        return switch (new Autosaves(folder.resolve("autosave")).newest()) {
            case Autosaves.Found.Whole whole -> whole.project();
            case Autosaves.Found.Nothing _, Autosaves.Found.Damaged _ -> {
                if (!Files.exists(model)) {
                    throw new CommandFailure(
                            "%s holds no training: there is no %s in it."
                                    .formatted(Foreign.shown(folder), model.getFileName()));
                }
                yield ProjectFile.load(model);
            }
        };
    }
}
