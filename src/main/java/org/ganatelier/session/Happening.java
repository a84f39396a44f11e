package org.ganatelier.session;

import org.ganatelier.data.DataProblem;
import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.project.FileProblem;
import org.ganatelier.train.RunFailure;

import java.nio.file.Path;
import java.util.Optional;

/** Something that the user has to be told. A fact: the window says it in its own language. */
public sealed interface Happening {
    /** A run is in a file, as it was after a step. */
    record RunSaved(Path file, long step) implements Happening {}

    /** An experiment is in a file; there was no run, or none that could be saved. */
    record ExperimentSaved(Path file) implements Happening {}

    /** Another window or program has the file. */
    record FileHeld(Path file) implements Happening {}

    /** Another run took the place of one, which can be brought back. */
    record RunPutAway(long runId, int number, long step) implements Happening {}

    /** The images shown are in a file. */
    record ImagesSaved(Path file) implements Happening {}

    /** The curves shown are in a file. */
    record CurvesSaved(Path file) implements Happening {}

    /**
     * A file is nothing that the window opens.
     *
     * @param file its name
     */
    record UnknownFile(String file) implements Happening {}

    /**
     * A file was not opened, as another one came with it.
     *
     * @param file its name
     */
    record OneFileAtATime(String file) implements Happening {}

    /**
     * A former session ended without being closed, and left nothing.
     *
     * @param crashReport what the Java runtime wrote where it crashed
     */
    record EndedBadly(Optional<Path> crashReport) implements Happening {}

    /** What is not saved yet cannot be kept for the case that the program ends. */
    record AutosaveFailed(FileProblem problem) implements Happening {}

    /** A checkpoint of a run cannot be kept, to go back to. */
    record CheckpointFailed(FileProblem problem) implements Happening {}

    /** The film of a run is in a file. */
    record FilmSaved(Path file) implements Happening {}

    /**
     * A model of another framework cannot be read.
     *
     * @param source a file's name, or what the clipboard is called
     */
    record ImportRefused(String source, ImportException.Refusal refusal) implements Happening {}

    /** A file cannot be used. */
    record FileFailed(FileProblem problem) implements Happening {}

    /**
     * A run was opened whose experiment has problems here: its weights were not loaded.
     *
     * @param file its name
     */
    record WeightsNotLoaded(String file) implements Happening {}

    /** A run cannot go on. */
    record RunFailed(RunFailure failure) implements Happening {}

    /** The engine cannot be loaded. */
    record EngineMissing(RunFailure failure) implements Happening {}

    /** A data set cannot be used. */
    record DataRefused(DataProblem problem) implements Happening {}

    /**
     * What the user asked for failed, and should not have.
     *
     * @param cause for a report of the error
     */
    record ActionFailed(String cause) implements Happening {}

    /**
     * The program itself has an error.
     *
     * @param cause for a report of the error
     */
    record ProgramError(String cause) implements Happening {}
}
