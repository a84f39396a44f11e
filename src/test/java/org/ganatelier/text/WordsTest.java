package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;

/** Numbers and names by the rules of a language, which the installed Java need not know. */
final class WordsTest {
    private final Words english = Words.english();
    private final Words german = Words.of(Language.GERMAN);

    @Test
    void wholeNumbersAreGrouped() {
        assertThat(english.number(1_234_567)).isEqualTo("1,234,567");
        assertThat(german.number(1_234_567)).isEqualTo("1.234.567");
        assertThat(german.number(-12)).isEqualTo("-12");
    }

    @Test
    void decimalsAreAsManyAsAskedFor() {
        assertThat(english.decimal(1234.5, 2)).isEqualTo("1,234.50");
        assertThat(german.decimal(1234.5, 2)).isEqualTo("1.234,50");
        assertThat(german.decimal(0.126, 2)).isEqualTo("0,13");
        assertThat(german.decimal(2.5, 0)).isEqualTo("3");
    }

    /** English must stay as the command line always wrote it. */
    @ParameterizedTest
    @ValueSource(
            doubles = {0, 0.005, 0.0149, 0.125, 0.375, 1.005, 99.995, 1e6, 123456.789, -0.5, -7})
    void englishDecimalsAreAsJavaFormatsThem(double value) {
        for (int decimals : List.of(0, 1, 2, 3)) {
            assertThat(english.decimal(value, decimals))
                    .isEqualTo(String.format(Locale.ENGLISH, "%,." + decimals + "f", value));
        }
    }

    @Test
    void listsAreJoinedAsTheLanguageDoes() {
        assertThat(english.list(List.of("a", "b", "c"))).isEqualTo("a, b, and c");
        assertThat(german.list(List.of("a", "b", "c"))).isEqualTo("a, b und c");
    }

    @Test
    void aLanguageIsCalledByItsOwnName() {
        assertThat(Language.offered().stream().map(Language::title))
                .containsExactly("English", "Deutsch");
    }
}
