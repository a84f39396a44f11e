package org.ganatelier.text;

import org.ganatelier.experiment.basics.InvalidValue;
import org.ganatelier.experiment.basics.InvalidValue.Reason;
import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.train.InvalidSetting;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/** Says why a value is not possible. */
public final class ValueText {
    /** Shorter numbers are easier to read without marks between their digits. */
    private static final double GROUPED_FROM = 10_000;

    private ValueText() {}

    /** A short sentence, to stand below a field, without its full stop. */
    public static String say(Words words, IllegalArgumentException wrong) {
        return switch (wrong) {
            case InvalidValue invalid -> say(words, invalid.reason());
            case InvalidSetting invalid -> SettingText.say(words, invalid);
            default -> Foreign.shown(String.valueOf(wrong.getMessage()));
        };
    }

    /** The same sentence for a reason alone. */
    public static String say(Words words, Reason reason) {
        return switch (reason) {
            case Reason.NotWhole() -> words.say("experiment.value.not-whole");
            case Reason.NotANumber() -> words.say("experiment.value.not-a-number");
            case Reason.TooLarge() -> words.say("experiment.value.too-large");
            case Reason.NotAShape() -> words.say("experiment.value.not-a-shape");
            case Reason.NoName() -> words.say("experiment.value.no-name");
            case Reason.LabelsOutOfOrder() -> words.say("experiment.value.labels-out-of-order");
            case Reason.LabelsWithoutClasses() ->
                    words.say("experiment.value.labels-without-classes");
            case Reason.ClusteredTwice() -> words.say("experiment.value.clustered-twice");
            case Reason.OutOfRange(Quantity quantity, String owner, Range range) ->
                    words.say(
                            "experiment.range-of." + key(quantity),
                            Map.of("owner", owner, "range", say(words, range)));
        };
    }

    /** What a value must be: "at least 0 and below 1". */
    static String say(Words words, Range range) {
        String least = number(words, range.least());
        if (!range.isLimited()) {
            return words.say("experiment.range.at-least", "least", least);
        }
        String both =
                range.fromLeast()
                        ? range.toMost()
                                ? "experiment.range.between"
                                : "experiment.range.at-least-and-below"
                        : range.toMost()
                                ? "experiment.range.above-and-at-most"
                                : "experiment.range.above-and-below";
        return words.say(both, "least", least, "most", number(words, range.most()));
    }

    /** In plain digits, such as "0.0002", with the language's decimal sign. */
    static String plain(Words words, double value) {
        String digits = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        return digits.replace('.', words.decimalSign());
    }

    private static String key(Quantity quantity) {
        return quantity.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String number(Words words, double value) {
        if (value != Math.rint(value)) {
            return words.decimal(value, 1);
        }
        return value < GROUPED_FROM ? Long.toString((long) value) : words.number((long) value);
    }
}
