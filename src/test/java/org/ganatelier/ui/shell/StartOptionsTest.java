package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ganatelier.session.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class StartOptionsTest {
    @Test
    void everyOptionIsUnderstood() {
        var options =
                parse(
                        "--preset dcgan --train --screenshot a.png --after 2.5 --theme dark --size"
                                + " 1366x768");

        assertThat(options.preset()).contains("dcgan");
        assertThat(options.train()).isTrue();
        assertThat(options.screenshot()).contains(Path.of("a.png"));
        assertThat(options.after()).isEqualTo(Duration.ofMillis(2500));
        assertThat(options.theme()).contains(Settings.Theme.DARK);
        assertThat(options.size()).contains(new StartOptions.Size(1366, 768));
    }

    @Test
    void noOptionIsNeeded() {
        assertThat(StartOptions.parse(List.of())).isEqualTo(StartOptions.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "--paint, The window has no option --paint",
        "--preset, --preset needs a value",
        "--after soon, '--after needs seconds between 0 and a day, not \"soon\"'",
        "--after -1, '--after needs seconds between 0 and a day, not \"-1\"'",
        "--after NaN, '--after needs seconds between 0 and a day, not \"NaN\"'",
        "--theme pink, '--theme is light or dark, not \"pink\"'",
        "--size 1366, '--size needs a width and a height such as 1366x768, not \"1366\"'"
    })
    void whatMakesNoSenseIsRefusedInASentence(String arguments, String sentence) {
        assertThatThrownBy(() -> parse(arguments))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void anUnknownPresetIsRefusedBeforeTheWindowOpens() {
        assertThatThrownBy(() -> App.check(List.of("--preset", "nope")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nope");
    }

    @Test
    void aPictureWithoutAFolderIsRefusedBeforeTheWindowOpens() {
        assertThatThrownBy(() -> App.check(List.of("--screenshot", "no/such/folder/a.png")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no/such/folder/a.png");
    }

    @Test
    void aFolderIsNoPlaceForAPicture(@TempDir Path folder) {
        assertThatThrownBy(() -> App.check(List.of("--screenshot", folder.toString())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The picture cannot be saved as " + folder + ": that is a folder");
    }

    private static StartOptions parse(String arguments) {
        return StartOptions.parse(List.of(arguments.split(" ")));
    }
}
