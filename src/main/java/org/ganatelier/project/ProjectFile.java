package org.ganatelier.project;

import org.ganatelier.spec.Experiment;
import org.ganatelier.train.Checkpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

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
        Path target = file.toAbsolutePath();
        Path unfinished = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID());
        try {
            try (var archive =
                    new ArchiveWriter(
                            Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW))) {
                write(archive, checkpoint);
            }
            force(unfinished);
            replace(unfinished, target);
        } catch (IOException e) {
            discard(unfinished, e);
            throw new ProjectException(file + " cannot be saved: " + reason(e) + ".", e);
        } catch (RuntimeException e) {
            discard(unfinished, e);
            throw e;
        }
    }

    /**
     * Reads a project.
     *
     * @throws ProjectException where the file is missing, damaged, incomplete, no project, or of a
     *     newer version; one sentence that names the file
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
            return new Checkpoint(
                    experiment, state.step(), state.seconds(), arrays, state.counters());
        } catch (ProjectException e) {
            throw new ProjectException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ProjectException(file + " cannot be read: " + reason(e) + ".", e);
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
            throw new ProjectException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ProjectException(file + " cannot be read: " + reason(e) + ".", e);
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

    /** On the disk before the old file goes: a power cut leaves one of the two. */
    private static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void replace(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(Path unfinished, Exception cause) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private static String reason(IOException problem) {
        if (problem instanceof FileSystemException file) {
            String reason = file.getReason();
            return reason == null
                    ? switch (file) {
                        case NoSuchFileException _ -> "there is no such file";
                        case AccessDeniedException _ -> "permission denied";
                        default -> "the file system refuses";
                    }
                    : reason;
        }
        return String.valueOf(problem.getMessage());
    }
}
