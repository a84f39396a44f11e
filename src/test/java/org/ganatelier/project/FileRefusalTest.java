package org.ganatelier.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.text.FileText;
import org.ganatelier.text.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.util.List;

/** Whatever Java says of a file, nobody reads the names of its classes. */
final class FileRefusalTest {
    static List<IOException> all() {
        return List.of(
                new NoSuchFileException("x"),
                new AccessDeniedException("x"),
                new FileAlreadyExistsException("x"),
                new NotDirectoryException("x"),
                new DirectoryNotEmptyException("x"),
                new FileSystemLoopException("x"),
                new NotLinkException("x"),
                new AtomicMoveNotSupportedException("x", "y", "java.lang.InternalError"),
                new FileSystemException("x"),
                new FileSystemException("x", null, "NoSuchFileException"),
                new FileSystemException("x", null, "No space left on device"),
                new EOFException(),
                new MalformedInputException(3),
                new ClosedByInterruptException(),
                new IOException(),
                new IOException("java.nio.file.AccessDeniedException: x"),
                new IOException(" "));
    }

    @ParameterizedTest
    @MethodSource("all")
    void noClassIsNamed(IOException refused) {
        var problem = new FileProblem.CannotBeRead(Path.of("file"), FileRefusal.of(refused));
        assertThat(FileText.say(Words.english(), problem))
                .matches("file cannot be read: [a-zA-Z ,]+\\.")
                .doesNotContain("Exception", "Error", "null");
    }
}
