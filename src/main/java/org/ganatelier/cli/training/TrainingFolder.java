package org.ganatelier.cli.training;

import org.ganatelier.checkpoints.CheckpointFolder;
import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.cli.support.Writable;
import org.ganatelier.exchange.folder.RunFolder;
import org.ganatelier.files.FileHold;
import org.ganatelier.files.SafeFile;
import org.ganatelier.project.Autosaves;
import org.ganatelier.project.Project;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.text.FileText;
import org.ganatelier.text.Words;
import org.ganatelier.train.Checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** A folder that one training has for itself, and what it keeps there on its way. */
public final class TrainingFolder implements AutoCloseable {
    private final RunFolder files;
    private final Path unfinished;
    private final Autosaves autosaves;
    private final Optional<FileHold> hold;

    private TrainingFolder(RunFolder files, Optional<FileHold> hold) {
        this.files = files;
        this.hold = hold;
        unfinished = files.folder().resolve("autosave");
        autosaves = new Autosaves(unfinished);
    }

    /**
     * Makes a folder where it is missing, and makes sure that a training can leave its files there.
     *
     * @throws CommandFailure where another training writes to it
     * @throws IOException where it cannot be written to
     */
    public static TrainingFolder open(Path path) throws IOException {
        Files.createDirectories(path);
        var files = new RunFolder(path);
        for (Path file : List.of(files.model(), files.metrics(), files.grid())) {
            Writable.require(file);
        }
        return new TrainingFolder(files, hold(path));
    }

    private static Optional<FileHold> hold(Path path) {
        Optional<FileHold> hold;
        try {
            hold = FileHold.of(path);
        } catch (IOException _) {
            // A file system that knows no locks: then there is none.
            return Optional.empty();
        }
        if (hold.isEmpty()) {
            throw new CommandFailure(
                    "Another training writes to %s: wait for its end, or choose another folder."
                            .formatted(path));
        }
        return hold;
    }

    /** What a finished training leaves. */
    public RunFolder files() {
        return files;
    }

    /** What is saved while a training goes on. */
    Autosaves autosaves() {
        return autosaves;
    }

    /** States of the training on its way, for whoever wants to go back. */
    public CheckpointFolder checkpoints() {
        return new CheckpointFolder(files.checkpoints());
    }

    /** Those of an earlier training, and those that a killed one kept after its last save. */
    CheckpointFolder formerCheckpoints() {
        return new CheckpointFolder(files.folder().resolve("checkpoints.bak"));
    }

    /** What the training here was told to do, if it did not get so far. */
    Path orders() {
        return unfinished.resolve("orders.properties");
    }

    /**
     * The newest state of the training that was here.
     *
     * @throws ProjectException where there is something that cannot be read, and nothing else
     */
    Optional<Project> newest() throws ProjectException {
        Autosaves.Found found = autosaves.newest();
        Optional<Project> saved =
                Files.exists(files.model())
                        ? readUnless(found instanceof Autosaves.Found.Whole)
                        : Optional.empty();
        return switch (found) {
            case Autosaves.Found.Whole whole ->
                    saved.filter(project -> step(project) >= step(whole.project()))
                            .or(() -> Optional.of(whole.project()));
            case Autosaves.Found.Nothing() -> saved;
            case Autosaves.Found.Damaged(var problem) -> {
                if (saved.isEmpty()) {
                    throw new CommandFailure(FileText.say(Words.english(), problem));
                }
                yield saved;
            }
        };
    }

    private Optional<Project> readUnless(boolean somethingElseIsThere) throws ProjectException {
        try {
            return Optional.of(ProjectFile.load(files.model()));
        } catch (ProjectException e) {
            if (somethingElseIsThere) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The same, where nothing is to be said of what cannot be read. */
    Optional<Project> newestIfWhole() {
        try {
            return newest();
        } catch (ProjectException | CommandFailure _) {
            return Optional.empty();
        }
    }

    private long savedStep() throws ProjectException {
        return Files.exists(files.model())
                ? readUnless(true).map(TrainingFolder::step).orElse(-1L)
                : -1;
    }

    private static long step(Project project) {
        return project.run().map(Checkpoint::step).orElse(-1L);
    }

    /**
     * Makes room for a new training. What an earlier one left that cannot be made again is kept as
     * {@code run.atelier.bak}: its last state, saved or not.
     *
     * @return the step of an unfinished training that was here, if there was one
     */
    public Optional<Long> makeRoom() throws IOException {
        Path backup = files.model().resolveSibling(files.model().getFileName() + ".bak");
        Optional<Long> unfinishedStep = Optional.empty();
        if (autosaves.newest() instanceof Autosaves.Found.Whole whole) {
            Files.move(whole.file(), backup, StandardCopyOption.REPLACE_EXISTING);
            unfinishedStep = Optional.of(step(whole.project()));
            Files.deleteIfExists(files.model());
        } else if (Files.exists(files.model())) {
            Files.move(files.model(), backup, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.deleteIfExists(files.grid());
        putCheckpointsAway(-1);
        CheckpointOrder.forget(checkpoints());
        forget();
        return unfinishedStep;
    }

    /** The checkpoints after a step are of another way than the one that the training goes. */
    private void putCheckpointsAway(long step) throws IOException {
        checkpoints().moveLaterThan(step, formerCheckpoints());
    }

    /**
     * Goes back to a state: it is the newest from now on, whatever moment the program is killed at.
     * What was learnt after it is kept in a folder of its own, which is one of a training too.
     *
     * @return that folder; empty where nothing was learnt after it
     */
    public Optional<Path> goBackTo(Project state) throws ProjectException, IOException {
        if (autosaves.newest() instanceof Autosaves.Found.Whole whole
                && step(whole.project()) > savedStep()) {
            Files.move(whole.file(), files.model(), StandardCopyOption.REPLACE_EXISTING);
        }
        autosaves.clear();
        Optional<Path> former =
                savedStep() > step(state) ? Optional.of(keepFormer(step(state))) : Optional.empty();
        ProjectFile.save(files.model(), state);
        return former;
    }

    private Path keepFormer(long step) throws IOException {
        int number = 1;
        while (Files.exists(former(number))) {
            number++;
        }
        var former = new RunFolder(Files.createDirectory(former(number)));
        SafeFile.write(former.model(), out -> Files.copy(files.model(), out));
        checkpoints().moveLaterThan(step, new CheckpointFolder(former.checkpoints()));
        return former.folder();
    }

    private Path former(int number) {
        return files.folder().resolve("former-" + number);
    }

    /**
     * Writes down what the training is told to do.
     *
     * @param step at which it begins
     */
    void begin(Orders orders, long step) throws IOException {
        Files.createDirectories(unfinished);
        orders.write(orders());
        putCheckpointsAway(step == 0 ? -1 : step);
    }

    /** The run is saved: its states on the way are not needed any more. */
    void saved() {
        autosaves.clear();
    }

    /** The training has done all it was told to. */
    void forget() throws IOException {
        autosaves.clear();
        Files.deleteIfExists(orders());
        removeIfEmpty(unfinished);
    }

    private static void removeIfEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException _) {
            // Something else is in it.
        }
    }

    @Override
    public void close() throws IOException {
        if (hold.isPresent()) {
            hold.get().close();
        }
    }
}
