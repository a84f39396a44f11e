package org.ganatelier.cli.support;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ganatelier.files.NotAFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

class WritableTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void aFileMayBeThereOrNot() throws Exception {
        Path file = folder.resolve("file");
        assertThatCode(() -> Writable.require(file)).doesNotThrowAnyException();
        Files.createFile(file);
        assertThatCode(() -> Writable.require(file)).doesNotThrowAnyException();
    }

    @Test
    void whatIsInTheWayIsNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> Writable.require(folder)).isInstanceOf(NotAFileException.class);
        assertThatThrownBy(() -> Writable.require(file.resolve("x")))
                .isInstanceOf(NotDirectoryException.class)
                .hasMessage(file.toString());
        assertThatThrownBy(() -> Writable.require(folder.resolve("missing/x")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(folder.resolve("missing").toString());
    }
}
