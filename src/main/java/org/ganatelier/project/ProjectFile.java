package org.ganatelier.project;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.train.Checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The project file of a run: a zip of {@code experiment.json}, {@code state.json} and one entry of
 * little-endian 32-bit floats for each array. It names no class of any library and is checked
 * completely when it is read, so a stranger's file can do no harm.
 */
public final class ProjectFile {
    /** How the name of a project file ends. */
    public static final String EXTENSION = ".atelier";

    static final String EXPERIMENT = "experiment.json";
    static final String STATE = "state.json";

    private ProjectFile() {}

    /**
     * Writes a project, whole or not at all: the old file stays until the new one is complete.
     *
     * @throws ProjectException where the place cannot be written to, saying why
     */
    public static void save(Path file, Checkpoint checkpoint) throws ProjectException {
        ArchiveFile.write(file, archive -> write(archive, checkpoint));
    }

    /**
     * Reads a project.
     *
     * @throws ProjectException where the file is missing, damaged, incomplete, no project, or of a
     *     newer version
     */
    public static Checkpoint load(Path file) throws ProjectException {
        try (var archive = ArchiveReader.open(file)) {
            Experiment experiment = ProjectJson.read(archive.text(EXPERIMENT));
            ProjectState state = ProjectState.read(archive.text(STATE));
            var arrays = new LinkedHashMap<String, float[]>();
            for (int i = 0; i < state.arrays().size(); i++) {
                var array = state.arrays().get(i);
                arrays.put(
                        array.name(),
                        archive.floats(ProjectState.entry(i), array.name(), array.length()));
            }
            return state.checkpoint(experiment, arrays);
        } catch (ProjectException e) {
            throw e.in(file);
        } catch (IOException e) {
            throw new ProjectException(new FileProblem.CannotBeRead(file, FileRefusal.of(e)), e);
        }
    }

    /**
     * Reads a project's experiment alone, without its weights.
     *
     * @throws ProjectException as {@link #load}
     */
    public static Experiment loadExperiment(Path file) throws ProjectException {
        try (var archive = ArchiveReader.open(file)) {
            return ProjectJson.read(archive.text(EXPERIMENT));
        } catch (ProjectException e) {
            throw e.in(file);
        } catch (IOException e) {
            throw new ProjectException(new FileProblem.CannotBeRead(file, FileRefusal.of(e)), e);
        }
    }

    private static void write(ArchiveWriter archive, Checkpoint checkpoint) throws IOException {
        archive.text(EXPERIMENT, ProjectJson.write(checkpoint.experiment()));
        archive.text(STATE, ProjectState.of(checkpoint).write());
        List<float[]> arrays = new ArrayList<>(checkpoint.arrays().values());
        for (int i = 0; i < arrays.size(); i++) {
            archive.floats(ProjectState.entry(i), arrays.get(i));
        }
    }
}
