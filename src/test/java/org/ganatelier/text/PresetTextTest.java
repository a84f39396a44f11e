package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.project.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/** The name of a preset's experiment is said in every language. */
final class PresetTextTest {
    private final Words german = Words.of(Language.GERMAN);

    static List<String> presets() {
        return Presets.names();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void theExperimentOfAPresetIsCalledAsThePreset(String preset) throws Exception {
        String name = Presets.load(preset).name();
        for (Language language : Language.values()) {
            Words words = Words.of(language);
            assertThat(PresetText.nameOf(words, name)).isEqualTo(PresetText.title(words, preset));
        }
    }

    @Test
    void anyOtherExperimentKeepsItsName() {
        assertThat(PresetText.nameOf(german, "Anna's first")).isEqualTo("Anna's first");
    }
}
