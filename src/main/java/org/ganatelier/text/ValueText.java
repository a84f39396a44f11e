package org.ganatelier.text;

import org.ganatelier.experiment.basics.InvalidValue;
import org.ganatelier.experiment.basics.InvalidValue.Reason;

/** Says why a value is not possible. */
public final class ValueText {
    private ValueText() {}

    /** A short sentence, to stand below a field. */
    public static String say(Words words, IllegalArgumentException wrong) {
        return wrong instanceof InvalidValue invalid
                ? say(words, invalid.reason())
                : String.valueOf(wrong.getMessage());
    }

    private static String say(Words words, Reason reason) {
        return switch (reason) {
            case Reason.NotWhole() -> words.say("experiment.value.not-whole");
            case Reason.NotANumber() -> words.say("experiment.value.not-a-number");
            case Reason.TooLarge() -> words.say("experiment.value.too-large");
        };
    }
}
