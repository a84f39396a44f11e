package org.ganatelier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the packaged program is made of: a library comes or goes only where somebody says so. */
final class AppLibrariesIT {
    private static final Path LIBRARIES =
            Path.of(Objects.requireNonNull(System.getProperty("app.folder")), "lib");

    /** Natives, of which each system has its own. */
    private static final Pattern OF_ONE_SYSTEM =
            Pattern.compile(".*-(linux|windows|win|macosx|mac)(-[a-z0-9_]+)*\\.jar");

    @Test
    void theLibrariesAreThoseOfTheList() throws IOException {
        List<String> expected =
                Files.readAllLines(Path.of("src/test/resources/app-libraries.txt")).stream()
                        .filter(line -> !line.startsWith("#"))
                        .toList();
        try (Stream<Path> files = Files.list(LIBRARIES)) {
            assertThat(files)
                    .map(file -> file.getFileName().toString())
                    .filteredOn(name -> !OF_ONE_SYSTEM.matcher(name).matches())
                    .filteredOn(name -> !name.startsWith("gan-atelier-"))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void noClassOfTheClusterIsAmongThem() throws IOException {
        try (Stream<Path> files = Files.list(LIBRARIES)) {
            assertThat(files)
                    .map(file -> file.getFileName().toString())
                    .noneMatch(name -> name.contains("spark") || name.contains("hadoop"));
        }
    }
}
