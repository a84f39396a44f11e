package org.ganatelier.cli.training;

import org.ganatelier.checkpoints.CheckpointFile;
import org.ganatelier.checkpoints.CheckpointFolder;
import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.cli.support.SavedRun;
import org.ganatelier.exchange.folder.RunFolder;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.text.Foreign;
import org.ganatelier.train.Checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** The states of a run by where they are: a file, the folder of a training, or its checkpoints. */
public final class SavedStates {
    private final Path place;

    /**
     * @param place a project file or a folder
     */
    public SavedStates(Path place) {
        this.place = place;
    }

    /**
     * A state.
     *
     * @param step of a checkpoint; empty for the newest state
     * @throws CommandFailure where there is none
     */
    public Checkpoint at(OptionalLong step) throws ProjectException, IOException {
        if (step.isPresent()) {
            return ProjectFile.loadRun(WayBack.require(checkpoints(), step.getAsLong()).file());
        }
        if (!Files.isDirectory(place)) {
            return ProjectFile.loadRun(place);
        }
        List<CheckpointFile> kept = checkpoints().list();
        if (!kept.isEmpty() && checkpoints().path().equals(place)) {
            return ProjectFile.loadRun(kept.getLast().file());
        }
        return SavedRun.open(place)
                .run()
                .orElseThrow(
                        () ->
                                new CommandFailure(
                                        "%s holds nothing that was trained."
                                                .formatted(Foreign.shown(place))));
    }

    /** The checkpoints of the run: beside its file, in the training's folder, or this folder. */
    public CheckpointFolder checkpoints() {
        if (!Files.isDirectory(place)) {
            Path folder = place.toAbsolutePath().getParent();
            return new CheckpointFolder(
                    new RunFolder(folder == null ? Path.of("") : folder).checkpoints());
        }
        Path inside = new RunFolder(place).checkpoints();
        return new CheckpointFolder(Files.isDirectory(inside) ? inside : place);
    }
}
