package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.session.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the presets teach, in all languages. */
final class LessonsTest {
    private static final int LEAST_WORDS = 60;
    private static final int MOST_WORDS = 135;

    private final Lessons english = new Lessons(Language.ENGLISH);

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPresetHasALesson(Language language) {
        assertThat(new Lessons(language).presets())
                .containsExactlyInAnyOrderElementsOf(Documents.presets());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageLeadsToTheSameTermsAndDeeds(Language language) {
        Lessons spoken = new Lessons(language);
        for (String preset : english.presets()) {
            assertThat(targets(spoken, preset)).as(preset).isEqualTo(targets(english, preset));
        }
    }

    @Test
    void everyLinkLeadsToATerm() {
        Set<String> terms =
                Words.english().glossary().terms().stream()
                        .map(Term::id)
                        .collect(Collectors.toSet());
        for (String preset : english.presets()) {
            Set<String> links =
                    Markup.runs(lesson(english, preset))
                            .filter(Markup.Link.class::isInstance)
                            .map(run -> ((Markup.Link) run).term())
                            .collect(Collectors.toSet());
            assertThat(links).as(preset).isNotEmpty();
            assertThat(terms).as(preset).containsAll(links);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGLISH", "GERMAN"})
    void aLessonHasThreePartsAndIsShort(Language language) {
        Lessons spoken = new Lessons(language);
        for (String preset : spoken.presets()) {
            List<Markup.Block> lesson = lesson(spoken, preset);
            assertThat(lesson.stream().filter(Markup.Heading.class::isInstance))
                    .as(preset)
                    .hasSize(3);
            long words =
                    lesson.stream()
                            .map(Markup::plain)
                            .flatMap(text -> List.of(text.split("\\s+")).stream())
                            .count();
            assertThat(words).as(preset).isBetween((long) LEAST_WORDS, (long) MOST_WORDS);
        }
    }

    private static Set<String> targets(Lessons lessons, String preset) {
        var targets = new HashSet<String>();
        Markup.runs(lesson(lessons, preset))
                .forEach(
                        run -> {
                            switch (run) {
                                case Markup.Link(String term, _) -> targets.add(term);
                                case Markup.Deed(String name, _) -> targets.add("!" + name);
                                case Markup.Plain _ -> {}
                            }
                        });
        return targets;
    }

    private static List<Markup.Block> lesson(Lessons lessons, String preset) {
        return lessons.of(preset).orElseThrow();
    }
}
