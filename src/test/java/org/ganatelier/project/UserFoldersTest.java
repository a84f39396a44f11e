package org.ganatelier.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.Map;

final class UserFoldersTest {
    private static final Path HOME = Path.of("home");

    @ParameterizedTest
    @CsvSource({
        "Linux, .config/gan-atelier, .local/share/gan-atelier, .cache/gan-atelier",
        "Mac OS X, Library/Application Support/GAN Atelier, Library/Application Support/GAN"
                + " Atelier, Library/Caches/GAN Atelier",
        "Windows 11, GAN Atelier, GAN Atelier, GAN Atelier",
    })
    void everySystemHasItsOwnPlace(String system, Path settings, Path data, Path cache) {
        var folders = new UserFolders(system, HOME, Map.of());
        assertThat(folders.settings()).isEqualTo(HOME.resolve(settings));
        assertThat(folders.data()).isEqualTo(HOME.resolve(data));
        assertThat(folders.cache()).isEqualTo(HOME.resolve(cache));
    }

    @Test
    void variablesMoveTheFoldersWhereTheSystemHasThem() {
        var moved =
                Map.of(
                        "XDG_CONFIG_HOME", "a",
                        "XDG_DATA_HOME", "e",
                        "XDG_CACHE_HOME", "b",
                        "APPDATA", "c",
                        "LOCALAPPDATA", "d");
        var linux = new UserFolders("Linux", HOME, moved);
        assertThat(linux.settings()).isEqualTo(Path.of("a/gan-atelier"));
        assertThat(linux.data()).isEqualTo(Path.of("e/gan-atelier"));
        assertThat(linux.cache()).isEqualTo(Path.of("b/gan-atelier"));
        var windows = new UserFolders("Windows 11", HOME, moved);
        assertThat(windows.settings()).isEqualTo(Path.of("c/GAN Atelier"));
        assertThat(windows.data()).isEqualTo(Path.of("c/GAN Atelier"));
        assertThat(windows.cache()).isEqualTo(Path.of("d/GAN Atelier"));
    }

    @Test
    void anEmptyVariableIsAsNone() {
        var linux = new UserFolders("Linux", HOME, Map.of("XDG_CONFIG_HOME", " "));
        assertThat(linux.settings()).isEqualTo(HOME.resolve(".config/gan-atelier"));
    }
}
