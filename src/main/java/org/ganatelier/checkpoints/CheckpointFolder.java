package org.ganatelier.checkpoints;

import org.ganatelier.files.SafeFile;
import org.ganatelier.project.Project;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.RunPast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The checkpoints of one run, each a project file of its own: one that is damaged or missing costs
 * only itself. For one thread at a time; who writes to the folder holds it (see {@link
 * org.ganatelier.files.FileHold}).
 */
public final class CheckpointFolder {
    private final Path folder;

    /**
     * @param folder in which they are; it need not exist
     */
    public CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    /** Where they are. */
    public Path path() {
        return folder;
    }

    /**
     * All of them, whole or not, in the order of their steps.
     *
     * @throws IOException where the folder is there and cannot be read
     */
    public List<CheckpointFile> list() throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(CheckpointFolder::recognised)
                    .sorted(
                            Comparator.comparingLong(CheckpointFile::step)
                                    .thenComparing(CheckpointFile::marked))
                    .toList();
        }
    }

    private static Stream<CheckpointFile> recognised(Path file) {
        try {
            return CheckpointFile.of(file, Files.size(file)).stream();
        } catch (IOException _) {
            // Gone while the folder was read.
            return Stream.empty();
        }
    }

    /** The checkpoint of a step, if there is one. */
    public Optional<CheckpointFile> at(long step) throws IOException {
        // Of two, as a killed program may leave them, the one that the user marked.
        return list().stream().filter(kept -> kept.step() == step).reduce((_, last) -> last);
    }

    /** The steps before and after one of which there are checkpoints: none, one or two. */
    public List<Long> nearest(long step) throws IOException {
        List<Long> steps = list().stream().map(CheckpointFile::step).toList();
        OptionalLong before =
                steps.stream().mapToLong(Long::longValue).filter(s -> s <= step).max();
        OptionalLong after = steps.stream().mapToLong(Long::longValue).filter(s -> s > step).min();
        return Stream.of(before, after)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .toList();
    }

    /**
     * Writes a checkpoint, in place of one of the same step; makes the folder where it is missing.
     * Weights are not compressed, so that writing costs little.
     *
     * @param told what is known of the run at that step, as short as it may be
     * @throws ProjectException where the file cannot be written, saying why
     * @throws IOException where there is no folder and none can be made
     */
    public CheckpointFile save(Checkpoint state, RunPast told)
            throws ProjectException, IOException {
        Files.createDirectories(folder);
        boolean marked = at(state.step()).filter(CheckpointFile::marked).isPresent();
        Path file = folder.resolve(CheckpointFile.name(state.step(), marked));
        ProjectFile.saveQuickly(file, Project.of(state).withPast(told));
        return new CheckpointFile(file, state.step(), marked, Files.size(file));
    }

    /** Removes what a program left that was killed while it wrote a checkpoint. */
    public void tidy() throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith("step-") && name.endsWith(".part"))
                    .map(name -> name.replaceFirst("\\.atelier\\..*", ProjectFile.EXTENSION))
                    .forEach(name -> SafeFile.removeLeftovers(folder.resolve(name)));
        }
    }

    /** Marks a checkpoint, which is kept then as long as the run is, or takes the mark back. */
    public CheckpointFile mark(CheckpointFile kept, boolean marked) throws IOException {
        if (kept.marked() == marked) {
            return kept;
        }
        Path file = folder.resolve(CheckpointFile.name(kept.step(), marked));
        Files.move(kept.file(), file, StandardCopyOption.REPLACE_EXISTING);
        return new CheckpointFile(file, kept.step(), marked, kept.bytes());
    }

    /** Removes a checkpoint; one that something holds stays until the next time. */
    public void remove(CheckpointFile kept) {
        try {
            Files.deleteIfExists(kept.file());
        } catch (IOException _) {
            // The next thinning tries again.
        }
    }

    /**
     * Moves the checkpoints after a step to another folder, in place of those that are there.
     *
     * @throws IOException where that is not possible; some may be moved already
     */
    public void moveLaterThan(long step, CheckpointFolder other) throws IOException {
        List<CheckpointFile> later = list().stream().filter(kept -> kept.step() > step).toList();
        if (later.isEmpty()) {
            return;
        }
        other.list().forEach(other::remove);
        Files.createDirectories(other.folder);
        for (CheckpointFile kept : later) {
            Files.move(
                    kept.file(),
                    other.folder.resolve(kept.file().getFileName()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
