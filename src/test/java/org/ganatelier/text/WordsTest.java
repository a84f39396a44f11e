package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(german.number(-12)).isEqualTo("−12");
    }

    @Test
    void decimalsAreAsManyAsAskedFor() {
        assertThat(english.decimal(1234.5, 2)).isEqualTo("1,234.50");
        assertThat(german.decimal(1234.5, 2)).isEqualTo("1.234,50");
        assertThat(german.decimal(0.126, 2)).isEqualTo("0,13");
        assertThat(german.decimal(2.5, 0)).isEqualTo("3");
    }

    /** But for the minus sign English stays as the command line writes it. */
    @ParameterizedTest
    @ValueSource(
            doubles = {0, 0.005, 0.0149, 0.125, 0.375, 1.005, 99.995, 1e6, 123456.789, -0.5, -7})
    void englishDecimalsAreAsJavaFormatsThem(double value) {
        for (int decimals : List.of(0, 1, 2, 3)) {
            assertThat(english.decimal(value, decimals))
                    .isEqualTo(
                            String.format(Locale.ENGLISH, "%,." + decimals + "f", value)
                                    .replace('-', '−'));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.0, -0.001, -0.004, 0.004})
    void nothingHasNoSign(double value) {
        assertThat(english.decimal(value, 2)).isEqualTo("0.00");
        assertThat(german.decimal(value, 2)).isEqualTo("0,00");
        assertThat(english.figure(value, 2)).isEqualTo("0.00");
    }

    @ParameterizedTest
    @CsvSource({
        "0.917, 0.92",
        "-17.256, −17.26",
        "123.456, 123.46",
        "'1234.56', '1,234.6'",
        "'-12345.6', '−12,346'",
        "'99999.4', '99,999'",
        "99999.6, 1.0e5",
        "4131454664359555000000000000000000, 4.1e33",
        "-9.96e29, −1.0e30",
        "-1.7976931348623157e308, −1.8e308",
        "Infinity, ∞",
        "-Infinity, −∞",
        "NaN, ?"
    })
    void figuresAreShortWhateverTheirSize(double value, String figure) {
        assertThat(english.figure(value, 2)).isEqualTo(figure).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void figuresHaveTheLanguagesOwnSigns() {
        assertThat(german.figure(1234.56, 2)).isEqualTo("1.234,6");
        assertThat(german.figure(-4.13e30, 2)).isEqualTo("−4,1e30");
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
