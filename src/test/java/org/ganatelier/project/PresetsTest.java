package org.ganatelier.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

class PresetsTest {
    static List<String> names() {
        return Presets.list().stream().map(Presets.Preset::name).toList();
    }

    @Test
    void theDefaultComesFirst() {
        assertThat(names())
                .containsExactly("digits", "mlp", "dcgan", "tutorial", "fashion", "article");
    }

    @Test
    void everyPresetSaysInOneSentenceWhatItIs() {
        assertThat(Presets.list())
                .allSatisfy(preset -> assertThat(preset.description()).matches("\\p{Lu}.{20,}\\."));
    }

    @ParameterizedTest
    @MethodSource("names")
    void presetFilesLookAsTheProgramWritesThem(String name) throws Exception {
        String file;
        try (var in = Presets.class.getResourceAsStream("/presets/" + name + ".json")) {
            file = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(ProjectJson.write(Presets.load(name))).isEqualTo(file);
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNamesThereAre() {
        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> Presets.open("dcgam"))
                .withMessage(
                        "\"dcgam\" is neither a file nor a preset; the presets are digits, mlp,"
                                + " dcgan, tutorial, fashion, article.");
    }

    @Test
    void anExperimentOfOnesOwnIsReadFromItsFile(@TempDir Path folder)
            throws IOException, ProjectException {
        var mine = Presets.load("mlp").withSeed(5).withName("Mine");
        Path file = Files.writeString(folder.resolve("mine.json"), ProjectJson.write(mine));

        assertThat(Presets.open(file.toString())).isEqualTo(mine);
    }

    @Test
    void aBadFileIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), "{\"format\": 3}");
        Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xc3, 0x28});

        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> Presets.open(file.toString()))
                .withMessageStartingWith(file + ": This was written by a newer GAN Atelier");
        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> Presets.open(bytes.toString()))
                .withMessage(bytes + " is not text.");
        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> Presets.open(folder.toString()))
                .withMessage(folder + " cannot be read.");
    }
}
