package org.ganatelier.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

final class RegularFileTest {
    @TempDir private Path folder;

    @Test
    void allBytesOfAFile() throws IOException {
        Path file = Files.write(folder.resolve("x"), new byte[] {1, 2, 3});
        assertThat(RegularFile.bytes(file, 3)).containsExactly(1, 2, 3);
    }

    @Test
    void aFileThatIsTooLong() throws IOException {
        Path file = Files.write(folder.resolve("x"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> RegularFile.bytes(file, 2))
                .isInstanceOfSatisfying(
                        TooLongException.class, e -> assertThat(e.most()).isEqualTo(2));
    }

    @Test
    void nothing() {
        assertThatThrownBy(() -> RegularFile.open(folder.resolve("x")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aFolder() {
        assertRefused(folder, NotAFileException.Kind.FOLDER);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDevice() {
        assertRefused(Path.of("/dev/zero"), NotAFileException.Kind.DEVICE);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPipeAndALinkToOne() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        assertRefused(pipe, NotAFileException.Kind.DEVICE);
        Path link = Files.createSymbolicLink(folder.resolve("link"), pipe);
        assertRefused(link, NotAFileException.Kind.DEVICE);
        assertThatThrownBy(() -> SafeFile.write(link, out -> out.write(1)))
                .isInstanceOf(NotAFileException.class);
    }

    private static void assertRefused(Path path, NotAFileException.Kind kind) {
        assertThatThrownBy(() -> RegularFile.open(path))
                .isInstanceOfSatisfying(
                        NotAFileException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
