package org.ganatelier.text;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Kind;
import org.ganatelier.train.InvalidSetting;
import org.ganatelier.train.InvalidSetting.Wanted;
import org.ganatelier.train.LiveSetting;

import java.util.Locale;
import java.util.Map;

/** Names what can change while a run goes on. */
public final class SettingText {
    private SettingText() {}

    /** What it is called in a sentence: "G’s learning rate". */
    public static String name(Words words, LiveSetting setting) {
        return words.say(
                "train.setting." + Kind.kebab(setting.field()),
                "side",
                setting.side().map(Side::letter).orElse(""));
    }

    /** Why it cannot take a text, without the full stop. */
    static String say(Words words, InvalidSetting wrong) {
        String name = name(words, wrong.setting());
        Locale locale = words.language().locale();
        return words.say(
                switch (wrong.wanted()) {
                    case Wanted.AnyNumber _ -> "train.setting-refused.number";
                    case Wanted.WholeNumber _ -> "train.setting-refused.whole-number";
                    case Wanted.OneOf _ -> "train.setting-refused.one-of";
                },
                Map.of(
                        "setting",
                        name.substring(0, 1).toUpperCase(locale) + name.substring(1),
                        "text",
                        wrong.text(),
                        "names",
                        switch (wrong.wanted()) {
                            case Wanted.OneOf(var names) ->
                                    names.stream()
                                            .reduce((first, second) -> or(words, first, second))
                                            .orElse("");
                            case Wanted.AnyNumber _, Wanted.WholeNumber _ -> "";
                        }));
    }

    private static String or(Words words, String first, String second) {
        return words.say("project.json.or", "first", first, "second", second);
    }
}
