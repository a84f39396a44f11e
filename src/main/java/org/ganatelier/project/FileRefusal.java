package org.ganatelier.project;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why the system refuses a file. */
public sealed interface FileRefusal {
    /** There is no file of that name. */
    record NoSuchFile() implements FileRefusal {}

    /** The user may not. */
    record AccessDenied() implements FileRefusal {}

    /** The file system gives no reason. */
    record Unexplained() implements FileRefusal {}

    /**
     * A reason that the system gives.
     *
     * @param reason a clause in the system's language
     */
    record Explained(String reason) implements FileRefusal {}

    /** The reason behind an exception. */
    static FileRefusal of(IOException problem) {
        return switch (problem) {
            case NoSuchFileException _ -> new NoSuchFile();
            case AccessDeniedException _ -> new AccessDenied();
            case FileSystemException file when file.getReason() != null ->
                    new Explained(file.getReason());
            case FileSystemException _ -> new Unexplained();
            default ->
                    problem.getMessage() == null
                            ? new Unexplained()
                            : new Explained(problem.getMessage());
        };
    }
}
