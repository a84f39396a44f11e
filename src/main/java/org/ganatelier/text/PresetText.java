package org.ganatelier.text;

import org.ganatelier.project.FileProblem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what a preset is. */
public final class PresetText {
    private static final String BEGINNING = "preset.";
    private static final String TITLE = ".title";

    private PresetText() {}

    /** Its name for people, such as "The first GAN". */
    public static String title(Words words, String preset) {
        return words.say("preset." + preset + ".title");
    }

    /** What can be learnt from it, in a sentence or two. */
    public static String lesson(Words words, String preset) {
        return words.say("preset." + preset + ".lesson");
    }

    /**
     * What an experiment is called: one that bears the name of a preset, as the preset is called in
     * this language; any other as its author called it.
     */
    public static String nameOf(Words words, String experiment) {
        return presetOf(experiment)
                .map(preset -> title(words, preset))
                .orElseGet(() -> Foreign.shown(experiment));
    }

    /** The preset whose name an experiment bears. */
    public static Optional<String> presetOf(String experiment) {
        return Optional.ofNullable(English.PRESETS.get(experiment.replace('\'', '’')));
    }

    /** Asked for at every step of a run. */
    private static final class English {
        private static final Map<String, String> PRESETS =
                Words.english().keys().stream()
                        .filter(key -> key.startsWith(BEGINNING) && key.endsWith(TITLE))
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Words.english()::say,
                                        key ->
                                                key.substring(
                                                        BEGINNING.length(),
                                                        key.length() - TITLE.length())));
    }

    /** That there is no preset of a name, and which there are. */
    public static String unknown(Words words, String name, List<String> presets) {
        return FileText.say(words, new FileProblem.NoSuchPreset(name, presets));
    }
}
