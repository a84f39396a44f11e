package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class SettingsTest {
    @TempDir private Path directory;

    @Test
    void whatIsSavedIsThereAtTheNextStart() {
        Path fresh = directory.resolve("not/yet/there");
        var place = new WindowPlace(-8, 12.5, 1366, 768, true);
        var settings = new Settings(fresh);
        settings.setWindow(place);
        settings.setTheme(Settings.Theme.DARK);
        settings.setPreset("dcgan");
        settings.setLanguage("de");
        settings.setTab("right", "quality");
        settings.setSpeed(12.5);
        settings.setExtent("left", 380.5);
        settings.setSize(125);
        settings.setHidden(List.of("latent", "quality"));
        settings.save();

        var next = new Settings(fresh);

        assertThat(next.window()).contains(place);
        assertThat(next.theme()).contains(Settings.Theme.DARK);
        assertThat(next.preset()).contains("dcgan");
        assertThat(next.language()).contains("de");
        assertThat(next.tab("right")).contains("quality");
        assertThat(next.tab("middle")).isEmpty();
        assertThat(next.speed()).isEqualTo(12.5);
        assertThat(next.extent("left")).hasValue(380.5);
        assertThat(next.extent("bottom")).isEmpty();
        assertThat(next.size()).hasValue(125);
        assertThat(next.hidden()).containsExactlyInAnyOrder("latent", "quality");
    }

    @Test
    void theNextClassBeginsAfreshUnlessToldOtherwise() {
        Path lesson = directory.resolve("lesson");
        var settings = new Settings(lesson);
        settings.setPreset("d-wins");
        settings.setSpeed(1);
        settings.save();
        assertThat(new Settings(lesson).presetToBegin()).isEmpty();
        assertThat(new Settings(lesson).speedToBegin()).isInfinite();

        settings.setBegin(Settings.Begin.LAST);
        settings.setStockLayers(true);
        assertThat(new Settings(lesson).stockLayers()).isFalse();
        settings.save();
        assertThat(new Settings(lesson).stockLayers()).isTrue();
        assertThat(new Settings(lesson).presetToBegin()).contains("d-wins");
        assertThat(new Settings(lesson).speedToBegin()).isEqualTo(1);
    }

    @Test
    void aFirstStartKnowsNothing() {
        assertNothingKnown(new Settings(directory));
    }

    @Test
    void fullSpeedIsRemembered() {
        var settings = new Settings(directory);
        settings.setSpeed(3);
        settings.setSpeed(Double.POSITIVE_INFINITY);
        settings.save();

        assertThat(new Settings(directory).speed()).isInfinite();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                theme=PINK
                window=1,2,3
                stepsPerSecond=fast
                extent.left=0.2,x
                size=large
                preset=
                """,
                "window=1,2,-3,4,0\nstepsPerSecond=-1\nextent.left=-2\nhidden=\n",
                "window=NaN,2,3,4,0\nstepsPerSecond=NaN\nextent.left=NaN\nsize=NaN\n",
                "window=1,2,Infinity,4,0\n",
                "window=\\u00zz\n",
                "\0\1\2"
            })
    void damagedContentIsForgotten(String content) throws IOException {
        Files.writeString(directory.resolve("window.properties"), content);

        assertNothingKnown(new Settings(directory));
    }

    @Test
    void aFileThatIsNotTextIsForgottenAndReplaced() throws IOException {
        Files.write(directory.resolve("window.properties"), new byte[] {(byte) 0xC3, 0x28, 0});
        var settings = new Settings(directory);
        assertNothingKnown(settings);
        settings.setPreset("mlp");
        settings.save();

        assertThat(new Settings(directory).preset()).contains("mlp");
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNoReasonToStop() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        var settings = new Settings(file.resolve("below"));
        settings.setPreset("mlp");

        settings.save();

        assertThat(settings.preset()).contains("mlp");
        assertThat(file).isEmptyFile();
    }

    private static void assertNothingKnown(Settings settings) {
        assertThat(settings.window()).isEmpty();
        assertThat(settings.theme()).isEmpty();
        assertThat(settings.preset()).isEmpty();
        assertThat(settings.speed()).isInfinite();
        assertThat(settings.extent("left")).isEmpty();
        assertThat(settings.size()).isEmpty();
        assertThat(settings.hidden()).isEmpty();
    }
}
