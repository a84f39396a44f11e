package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.basics.InvalidValue.Reason;
import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.stream.Stream;

/** Every reason why a value is not possible is said in every language. */
final class ValueTextTest {
    private static final Words ENGLISH = Words.english();
    private static final Words GERMAN = Words.of(Language.GERMAN);

    @Test
    void everyKindOfReasonIsTestedHere() {
        assertThat(reasons().map(Object::getClass).distinct().toList())
                .containsExactlyInAnyOrder(Reason.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void everyReasonIsASentenceInBothLanguages(Reason reason) {
        String english = ValueText.say(ENGLISH, reason);
        String german = ValueText.say(GERMAN, reason);
        assertThat(Stream.of(english, german))
                .allSatisfy(
                        sentence ->
                                assertThat(sentence)
                                        .matches("\\p{Lu}.* .*[^.]")
                                        .doesNotContain("{", "}"));
        assertThat(german).isNotEqualTo(english);
    }

    @Test
    void aRangeIsSaidWithItsBorders() {
        assertThat(range(Range.atLeast(2))).isEqualTo("be at least 2");
        assertThat(range(Range.between(0, 0.5))).isEqualTo("be between 0 and 0.5");
        assertThat(range(Range.between(0, 1_000_000))).isEqualTo("be between 0 and 1,000,000");
        assertThat(range(Range.between(0, 1).belowMost())).isEqualTo("be at least 0 and below 1");
        assertThat(range(Range.between(0, 1).aboveLeast())).isEqualTo("be above 0 and at most 1");
        assertThat(range(Range.inside(0, 1))).isEqualTo("be above 0 and below 1");
        assertThat(ValueText.say(GERMAN, Range.inside(0, 0.5)))
                .isEqualTo("größer als 0 und kleiner als 0,5 sein");
    }

    @Test
    void theOwnerOfAValueIsNamed() {
        var units = new Reason.OutOfRange(Quantity.UNITS, "Dense", Range.atLeast(1));
        assertThat(ValueText.say(ENGLISH, units)).isEqualTo("Dense needs at least one unit");
        assertThat(ValueText.say(GERMAN, units)).isEqualTo("Dense braucht mindestens eine Einheit");
    }

    private static String range(Range range) {
        return ValueText.say(ENGLISH, range);
    }

    static Stream<Reason> reasons() {
        return Stream.concat(
                Stream.of(
                        new Reason.NotWhole(),
                        new Reason.NotANumber(),
                        new Reason.TooLarge(),
                        new Reason.NotAShape(),
                        new Reason.NoName(),
                        new Reason.LabelsOutOfOrder(),
                        new Reason.LabelsWithoutClasses(),
                        new Reason.ClusteredTwice()),
                Arrays.stream(Quantity.values())
                        .map(q -> new Reason.OutOfRange(q, "Dense", Range.between(0, 1))));
    }
}
