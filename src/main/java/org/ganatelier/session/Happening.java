package org.ganatelier.session;

import org.ganatelier.data.DataProblem;
import org.ganatelier.project.FileProblem;
import org.ganatelier.train.RunFailure;

import java.nio.file.Path;

/** Something that the user has to be told. A fact: the window says it in its own language. */
public sealed interface Happening {
    /** A run is in a file, as it was after a step. */
    record RunSaved(Path file, long step) implements Happening {}

    /** The images shown are in a file. */
    record ImagesSaved(Path file) implements Happening {}

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
