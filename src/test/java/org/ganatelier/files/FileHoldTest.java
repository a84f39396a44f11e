package org.ganatelier.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

final class FileHoldTest {
    @TempDir private Path folder;

    @Test
    void oneAtATimeWithinAProcess() throws IOException {
        Path file = folder.resolve("x.atelier");
        try (FileHold first = FileHold.of(file).orElseThrow()) {
            assertThat(FileHold.of(file)).isEmpty();
            assertThat(FileHold.of(folder.resolve("other.atelier")))
                    .hasValueSatisfying(FileHoldTest::release);
            assertThat(FileHold.of(file)).as("a refused try ends nothing").isEmpty();
            assertThat(first).isNotNull();
        }
        assertThat(FileHold.of(file)).hasValueSatisfying(FileHoldTest::release);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void closingTwiceGivesUpNobodyElsesHold() throws IOException {
        Path file = folder.resolve("x.atelier");
        FileHold first = FileHold.of(file).orElseThrow();
        first.close();
        try (FileHold second = FileHold.of(file).orElseThrow()) {
            first.close();
            assertThat(FileHold.of(file)).isEmpty();
            assertThat(second).isNotNull();
        }
    }

    @Test
    void whatIsHeldMayBeReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("x.atelier"), "old");
        try (FileHold hold = FileHold.of(file).orElseThrow()) {
            SafeFile.write(file, out -> out.write('n'));
            assertThat(FileHold.of(file)).isEmpty();
            assertThat(hold).isNotNull();
        }
    }

    @Test
    void aFolderCanBeHeld() throws IOException {
        try (FileHold hold = FileHold.of(folder).orElseThrow()) {
            assertThat(FileHold.of(folder.resolve("."))).isEmpty();
            assertThat(hold).isNotNull();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatDoesNotExistHoldsNothing() {
        assertThatThrownBy(() -> FileHold.of(folder.resolve("gone").resolve("x")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aHoldEndsWithItsProcessHoweverThatEnds() throws IOException, InterruptedException {
        Path file = folder.resolve("x.atelier");
        Process other = other(file);
        try (BufferedReader told = other.inputReader()) {
            assertThat(told.readLine()).isEqualTo("held");
            assertThat(FileHold.of(file)).isEmpty();
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(FileHold.of(file)).hasValueSatisfying(FileHoldTest::release);
    }

    @Test
    void aRefusedTryInThisProcessLetsNoOtherIn() throws IOException, InterruptedException {
        Path file = folder.resolve("x.atelier");
        try (FileHold hold = FileHold.of(file).orElseThrow()) {
            assertThat(FileHold.of(file)).isEmpty();
            Process other = other(file);
            try (BufferedReader told = other.inputReader()) {
                assertThat(told.readLine()).isEqualTo("refused");
            } finally {
                other.destroyForcibly().waitFor();
            }
            assertThat(hold).isNotNull();
        }
    }

    private static Process other(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void release(FileHold hold) {
        try {
            hold.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Another process, which holds a file until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            boolean held = FileHold.of(Path.of(arguments[0])).isPresent();
            System.out.println(held ? "held" : "refused");
            Thread.currentThread().join();
        }
    }
}
