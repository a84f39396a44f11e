package org.ganatelier.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.ganatelier.experiment.basics.InvalidValue;
import org.ganatelier.text.Language;
import org.ganatelier.text.ValueText;
import org.ganatelier.text.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NumbersTest {
    @ParameterizedTest
    @CsvSource({"0.001, 0.001", "0.0005, 0.0005", "1e-5, 1e-5", "2.5E-5, 2.5e-5", "2.0, 2", "0, 0"})
    void aDecimalIsWrittenShort(double value, String text) {
        assertThat(Numbers.text(Words.english(), value)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1 / 3.0, 1e-4, 9.99e-5, 1e-8, 0.999, 123456.789, 1e-300})
    void whatIsWrittenReadsBackAsTheSameValue(double value) {
        for (Language language : Language.values()) {
            String text = Numbers.text(Words.of(language), value);
            assertThat(Numbers.parseDecimal(text)).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0.001;0,001", "2.5E-5;2,5e-5", "2.0;2", "1568.5;1568,5"})
    void theDecimalSignIsTheLanguages(double value, String text) {
        assertThat(Numbers.text(Words.of(Language.GERMAN), value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0.2;0.2", ".2;0.2", "0,2;0.2", "1e-3;0.001", " 5 ;5", "5.;5", "2E-4;0.0002"})
    void aDecimalIsReadAsPeopleTypeIt(String text, double value) {
        assertThat(Numbers.parseDecimal(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "1f", "NaN", "Infinity", "0x1p3", "1.2.3", "1e", "1e999"})
    void whatIsNoDecimalIsRefusedInASentence(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Numbers.parseDecimal(text))
                .isInstanceOf(InvalidValue.class)
                .satisfies(
                        wrong ->
                                assertThat(ValueText.say(Words.english(), wrong))
                                        .matches(
                                                "Type a number, such as .*|This number is too"
                                                        + " large"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "16;16",
                "1,568;1568",
                "1.568;1568",
                "1,568,000;1568000",
                " 7 ;7",
                "-3;-3",
                "+4;4"
            })
    void aWholeNumberIsReadAsPeopleTypeIt(String text, int value) {
        assertThat(Numbers.parseWhole(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.5", "1,5", "15,68", "1,568.000", "1e3", "99999999999"})
    void whatIsNoWholeNumberIsRefusedInASentence(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Numbers.parseWhole(text))
                .isInstanceOf(InvalidValue.class)
                .satisfies(
                        wrong ->
                                assertThat(ValueText.say(Words.english(), wrong))
                                        .matches(
                                                "Type a whole number, such as 16|This number is too"
                                                        + " large"));
    }
}
