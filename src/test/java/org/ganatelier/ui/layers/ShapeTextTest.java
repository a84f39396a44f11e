package org.ganatelier.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.text.Language;
import org.ganatelier.text.ValueText;
import org.ganatelier.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShapeTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"7×7×32", "7x7x32", "7X7X32", "7*7*32", " 7 x 7 × 32 "})
    void threeNumbersAreAnImage(String text) {
        assertThat(ShapeText.parse(text)).isEqualTo(new Shape.Image(7, 7, 32));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1568", "1,568", " 1568 "})
    void oneNumberIsAVector(String text) {
        assertThat(ShapeText.parse(text)).isEqualTo(new Shape.Flat(1568));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "7x7", "7x7x", "7x7x32x1", "0", "7x0x32", "-7x7x32", "a x b x c"})
    void anythingElseIsRefusedWithAnExample(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShapeText.parse(text))
                .satisfies(
                        wrong ->
                                assertThat(ValueText.say(Words.english(), wrong))
                                        .contains("such as 7x7x32"));
    }

    @Test
    void aShapeIsExplainedInWords() {
        assertThat(ShapeText.explained(new Shape.Image(14, 14, 16), Words.english()))
                .isEqualTo("14 rows × 14 columns × 16 channels: 3,136 values");
        assertThat(ShapeText.explained(new Shape.Image(28, 28, 1), Words.english()))
                .isEqualTo("28 rows × 28 columns × 1 channel: 784 values");
        assertThat(ShapeText.explained(new Shape.Flat(1), Words.english()))
                .isEqualTo("A vector of 1 value");
        assertThat(ShapeText.explained(new Shape.Image(14, 14, 16), Words.of(Language.GERMAN)))
                .isEqualTo("14 Zeilen × 14 Spalten × 16 Kanäle: 3.136 Werte");
    }
}
