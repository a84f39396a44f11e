package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.basics.InvalidValue.Reason;
import org.ganatelier.project.JsonProblem;
import org.ganatelier.project.JsonProblem.Expected;
import org.ganatelier.project.JsonProblem.Kind;
import org.ganatelier.project.sweep.SweepRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Optional;

/** What is wrong with a JSON text is said in the window's language. */
final class JsonTextTest {
    private static final Expected NUMBER = Expected.Any.NUMBER;

    @Test
    void everyProblemIsSaidInEveryLanguage() {
        Facts.requireSaid(
                JsonProblem.class,
                List.of(
                        new JsonProblem.At("training", new JsonProblem.Missing(NUMBER)),
                        new JsonProblem.UnknownField("stired", Optional.of("stride")),
                        new JsonProblem.UnknownField("x", Optional.empty()),
                        new JsonProblem.UnknownType(Kind.LAYER, "Dens", Optional.of("Dense")),
                        new JsonProblem.UnknownType(Kind.DATA, "Folder", Optional.empty()),
                        new JsonProblem.NoType(Kind.ACTIVATION),
                        new JsonProblem.Missing(new Expected.OneOf(List.of("\"a\"", "\"b\""))),
                        new JsonProblem.Mismatch(NUMBER, "\"x\""),
                        new JsonProblem.Impossible(new Reason.NoName()),
                        new JsonProblem.NotAShape(),
                        new JsonProblem.NotAnImageShape(),
                        new JsonProblem.NumberTooLarge("9999"),
                        new JsonProblem.AgainstRule(SweepRule.ONCE),
                        new JsonProblem.Unreadable(),
                        new JsonProblem.NotAPath("a\0b")),
                JsonTextTest::say);
    }

    private static String say(Words words, JsonProblem problem) {
        return JsonText.say(words, problem);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfValueIsSaidInEveryLanguage(Expected.Any any) {
        var problem = new JsonProblem.Missing(any);
        assertThat(JsonText.say(Words.of(Language.GERMAN), problem))
                .isNotEqualTo(JsonText.say(Words.english(), problem));
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleOfASweepIsSaidInEveryLanguage(SweepRule rule) {
        var problem = new JsonProblem.AgainstRule(rule);
        String english = JsonText.say(Words.english(), problem);
        assertThat(english.contains("100,000 trainings"))
                .as("only the last rule is said by the words for all others: %s", rule)
                .isEqualTo(rule == SweepRule.NOT_TOO_MANY);
        assertThat(JsonText.say(Words.of(Language.GERMAN), problem)).isNotEqualTo(english);
    }

    @Test
    void whatIsNotKnownIsCalledByItsKind() {
        var problem = new JsonProblem.UnknownType(Kind.DATA, "Folder", Optional.empty());
        assertThat(JsonText.say(Words.english(), problem))
                .isEqualTo("There is no type of data \"Folder\".");
    }
}
