package org.ganatelier.project;

import org.ganatelier.files.KeptElsewhereException;
import org.ganatelier.files.NoFolderException;
import org.ganatelier.files.NotAFileException;
import org.ganatelier.files.TooLongException;
import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Why the system refuses a file. */
public sealed interface FileRefusal {
    /** There is no file of that name. */
    record NoSuchFile() implements FileRefusal {}

    /** The folder of a file does not exist. */
    record NoFolder() implements FileRefusal {}

    /** The user may not. */
    record AccessDenied() implements FileRefusal {}

    /** Something of that name is there already. */
    record Exists() implements FileRefusal {}

    /** A folder stands where a file is needed. */
    record IsFolder() implements FileRefusal {}

    /** A device or a pipe stands where a file is needed. */
    record IsDevice() implements FileRefusal {}

    /** Something else stands where a folder is needed. */
    record IsNoFolder() implements FileRefusal {}

    /** A folder that should be empty is not. */
    record FolderNotEmpty() implements FileRefusal {}

    /** Links lead in a circle. */
    record LinksInACircle() implements FileRefusal {}

    /** The file has more bytes than can be read. */
    record TooLong(long mostBytes) implements FileRefusal {}

    /** The file ends too early. */
    record EndsEarly() implements FileRefusal {}

    /** Its bytes are no text. */
    record NotText() implements FileRefusal {}

    /** The file system gives no reason. */
    record Unexplained() implements FileRefusal {}

    /**
     * A reason that the system gives.
     *
     * @param reason a clause in the system's language
     */
    record Explained(String reason) implements FileRefusal {}

    /**
     * The file could not take its place, but it is finished.
     *
     * @param finished where it is
     */
    record Kept(Path finished, FileRefusal reason) implements FileRefusal {}

    /** The reason behind an exception. */
    static FileRefusal of(IOException problem) {
        return switch (problem) {
            case KeptElsewhereException kept -> new Kept(kept.finished(), of(kept.refusal()));
            case FileSystemException file -> ofSystem(file);
            case TooLongException file -> new TooLong(file.most());
            case EOFException _ -> new EndsEarly();
            case CharacterCodingException _ -> new NotText();
            case ClosedChannelException _ -> new Unexplained();
            default -> explained(problem.getMessage());
        };
    }

    private static FileRefusal ofSystem(FileSystemException problem) {
        return switch (problem) {
            case NoFolderException _ -> new NoFolder();
            case NoSuchFileException _ -> new NoSuchFile();
            case AccessDeniedException _ -> new AccessDenied();
            case FileAlreadyExistsException _ -> new Exists();
            case NotDirectoryException _ -> new IsNoFolder();
            case DirectoryNotEmptyException _ -> new FolderNotEmpty();
            case FileSystemLoopException _ -> new LinksInACircle();
            case NotAFileException found ->
                    switch (found.kind()) {
                        case FOLDER -> new IsFolder();
                        case DEVICE -> new IsDevice();
                    };
            default -> explained(problem.getReason());
        };
    }

    /** The system's own words, unless they are a name that only programmers know. */
    private static FileRefusal explained(@Nullable String words) {
        if (words == null
                || words.isBlank()
                || words.matches("(?s).*[a-z](Exception|Error)\\b.*")) {
            return new Unexplained();
        }
        return new Explained(words);
    }
}
