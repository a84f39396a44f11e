package org.ganatelier.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Handler;
import java.util.stream.Stream;

final class WindowLogTest {
    private static final Logger LOG = LoggerFactory.getLogger(WindowLogTest.class);

    private final java.util.logging.Logger root = java.util.logging.Logger.getLogger("");
    private final List<Handler> terminal = List.of(root.getHandlers());

    @TempDir private Path folder = Path.of("");

    /** Hundreds of lines would hide what other tests say. */
    @BeforeEach
    void silenceTheTerminal() {
        terminal.forEach(root::removeHandler);
    }

    @AfterEach
    void hearItAgain() {
        terminal.forEach(root::addHandler);
    }

    @Test
    void whatIsLoggedIsInTheFileWithItsStack() throws IOException {
        try (var log = new WindowLog(folder.resolve("logs"))) {
            LOG.error("It {} down", "broke", new IllegalStateException("the reason"));
            assertThat(log.recent()).singleElement().asString().contains("It broke down");
        }
        assertThat(Files.readString(folder.resolve("logs/window-0.0.log")))
                .matches("(?s)\\d{4}-\\d\\d-\\d\\dT\\d\\d:.*")
                .contains(
                        "[main] ERROR " + WindowLogTest.class.getName() + " - It broke down",
                        "IllegalStateException: the reason",
                        "\tat " + WindowLogTest.class.getName());
    }

    @Test
    void theNextStartGoesOnInTheSameFile() throws IOException {
        for (String start : List.of("first", "second")) {
            try (var _ = new WindowLog(folder)) {
                LOG.info(start);
            }
        }
        assertThat(Files.readString(folder.resolve("window-0.0.log"))).contains("first", "second");
    }

    @Test
    void twoWindowsWriteToFilesOfTheirOwn() throws IOException {
        try (var _ = new WindowLog(folder);
                var _ = new WindowLog(folder)) {
            LOG.info("to both");
        }
        assertThat(Files.readString(folder.resolve("window-0.0.log"))).contains("to both");
        assertThat(Files.readString(folder.resolve("window-1.0.log"))).contains("to both");
    }

    @Test
    void oldLinesGoBeforeTheFilesGrowLarge() throws IOException {
        int most = 2000;
        try (var _ = new WindowLog(folder, most)) {
            for (int i = 0; i < 200; i++) {
                LOG.info("line {}", i);
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .hasSize(WindowLog.FILES)
                    // A file ends with the line that fills it.
                    .allSatisfy(file -> assertThat(Files.size(file)).isLessThan(most + 200L));
        }
        assertThat(Files.readString(folder.resolve("window-0.0.log"))).contains("line 199");
        assertThat(all()).doesNotContain("line 1\n");
    }

    @Test
    void onlyTheNewestLinesAreKeptForAReport() {
        try (var log = new WindowLog(folder)) {
            for (int i = 0; i < 100; i++) {
                LOG.info("line {}", i);
            }
            assertThat(log.recent()).hasSizeLessThan(100);
            assertThat(log.recent().getLast()).endsWith("line 99" + System.lineSeparator());
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNoReasonToStop() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        try (var log = new WindowLog(file.resolve("logs"))) {
            LOG.info("said");
            assertThat(log.recent()).hasSize(1);
        }
    }

    @Test
    void aPercentSignInAFolderIsNoPattern() {
        try (var _ = new WindowLog(folder.resolve("50%h"))) {
            LOG.info("said");
        }
        assertThat(folder.resolve("50%h/window-0.0.log")).isNotEmptyFile();
    }

    private String all() {
        try (Stream<Path> files = Files.list(folder)) {
            var text = new StringBuilder();
            for (Path file : files.toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
