package org.ganatelier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import javax.imageio.ImageIO;

/** What a desktop needs to show the program in its menu and its windows under one icon. */
final class DesktopEntryTest {
    @Test
    void namesTheClassByWhichWindowsAreRecognized() throws Exception {
        List<String> entry = Files.readAllLines(Path.of("packaging/linux/gan-atelier.desktop"));
        assertThat(entry).contains("StartupWMClass=" + Desktop.WINDOW_CLASS);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32, 48, 64, 128, 256, 512})
    void hasAnIconOfEverySize(int pixels) throws Exception {
        var file = "/icons/gan-atelier-%d.png".formatted(pixels);
        var icon =
                ImageIO.read(
                        Objects.requireNonNull(DesktopEntryTest.class.getResource(file), file));
        assertThat(icon.getWidth()).isEqualTo(pixels);
        assertThat(icon.getHeight()).isEqualTo(pixels);
        assertThat(icon.getColorModel().hasAlpha()).isTrue();
    }
}
