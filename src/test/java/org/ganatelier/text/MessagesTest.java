package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Set;
import java.util.TreeSet;

/** All languages say the same. */
final class MessagesTest {
    private final Words english = Words.english();

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasEveryMessage(Language language) {
        assertThat(Words.of(language).keys()).isEqualTo(english.keys());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyMessageTakesTheSameArguments(Language language) {
        Words words = Words.of(language);
        for (String key : english.keys()) {
            assertThat(arguments(words.pattern(key)))
                    .as(key)
                    .isEqualTo(arguments(english.pattern(key)));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noMessageHasAStraightApostrophe(Language language) {
        Words words = Words.of(language);
        for (String key : words.keys()) {
            // In a pattern it would quote what follows.
            assertThat(words.pattern(key)).as(key).doesNotContain("'");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGLISH", "GERMAN"})
    void aMinusSignIsNoHyphen(Language language) {
        Words words = Words.of(language);
        for (String key : words.keys()) {
            assertThat(words.pattern(key))
                    .as(key)
                    .doesNotContainPattern("(?<![\\w{}.\\-])-(\\d|log|ln )");
        }
    }

    @Test
    void numbersChooseThePlural() {
        assertThat(english.say("count.layers", "n", 1)).isEqualTo("1 layer");
        assertThat(english.say("count.layers", "n", 2)).isEqualTo("2 layers");
        assertThat(Words.of(Language.GERMAN).say("count.layers", "n", 2)).isEqualTo("2 Schichten");
    }

    @Test
    void pseudoTextIsAccentedAndLongerAndKeepsItsArguments() {
        String strange = Words.of(Language.PSEUDO).say("count.layers", "n", 2);
        assertThat(strange).startsWith("2 ľàýéŕš").hasSizeGreaterThan("2 layers".length());
    }

    private static Set<String> arguments(String pattern) {
        var names = new TreeSet<String>();
        var parsed = new MessagePattern(pattern);
        for (int i = 0; i < parsed.countParts(); i++) {
            MessagePattern.Part part = parsed.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_NAME) {
                names.add(parsed.getSubstring(part));
            }
        }
        return names;
    }
}
