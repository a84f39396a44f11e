package org.ganatelier.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the presets teach, in one language, from {@code lessons/CODE.md}: what to look at, why it is
 * so, what to try. There, a lesson begins with "# preset" and is {@link Markup}. Immutable; may be
 * used from any thread.
 */
public final class Lessons {
    private final Map<String, List<Markup.Block>> lessons = new LinkedHashMap<>();

    /** Reads the file of a language. */
    public Lessons(Language language) {
        Pages.read("lessons", language)
                .forEach(
                        text -> {
                            int line = text.indexOf('\n');
                            lessons.put(
                                    text.substring(0, line).strip(),
                                    Markup.read(text.substring(line), Pages.spoken(language)));
                        });
    }

    /** The names of the presets that have one. */
    public Set<String> presets() {
        return Set.copyOf(lessons.keySet());
    }

    /** The lesson of a preset, by its name. */
    public Optional<List<Markup.Block>> of(String preset) {
        return Optional.ofNullable(lessons.get(preset));
    }
}
