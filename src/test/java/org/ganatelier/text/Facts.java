package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Makes sure that every fact of a family is said in every language. */
final class Facts {
    private Facts() {}

    /**
     * Requires that each case of a sealed type has an example, and that each example is said in
     * English and, in other words, in German.
     *
     * @param others cases whose words are not the program's own
     */
    static <T> void requireSaid(
            Class<T> family,
            List<T> examples,
            BiFunction<Words, T, String> say,
            Class<?>... others) {
        assertThat(examples.stream().map(Object::getClass).distinct())
                .as("a fact of each kind")
                .containsAll(
                        cases(family).filter(kind -> !List.of(others).contains(kind)).toList());
        Words german = Words.of(Language.GERMAN);
        for (T fact : examples) {
            String english = say.apply(Words.english(), fact);
            assertThat(english).as(fact.toString()).isNotBlank().doesNotContain("{");
            assertThat(say.apply(german, fact))
                    .as(fact.toString())
                    .isNotBlank()
                    .doesNotContain("{")
                    .isNotEqualTo(english);
        }
    }

    private static Stream<Class<?>> cases(Class<?> family) {
        return family.isSealed()
                ? Stream.of(family.getPermittedSubclasses()).flatMap(Facts::cases)
                : Stream.of(family);
    }
}
