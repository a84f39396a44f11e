package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

class FileKindTest {
    @ParameterizedTest
    @CsvSource({
        "PROJECT, digits, digits.atelier",
        "PROJECT, digits.atelier, digits.atelier",
        "PROJECT, Digits.ATELIER, Digits.ATELIER",
        "PROJECT, rate 0.001, rate 0.001.atelier",
        "PROJECT, my.atelier.backup, my.atelier.backup.atelier",
        "PICTURE, grid, grid.png",
        "PICTURE, grid.png, grid.png",
        "PICTURE, grid.atelier, grid.atelier.png",
    })
    void aNameEndsInTheExtensionOfItsKind(FileKind kind, String chosen, String named) {
        assertThat(kind.named(Path.of("folder.png", chosen)))
                .isEqualTo(Path.of("folder.png", named));
    }
}
