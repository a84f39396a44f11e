package org.ganatelier.ui.widget;

import org.ganatelier.session.EditName;
import org.ganatelier.text.Words;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A value that can be edited in place: what it is called, what it is now, and what each edit of it
 * gives. No controls.
 *
 * @param <S> what the value is a part of; every edit gives a whole new one
 */
public sealed interface Field<S> {
    Caption caption();

    /**
     * What a field is called.
     *
     * @param label beside the control, short
     * @param name in a sentence, and where there is room
     * @param hint one sentence that explains the value
     * @param editName what a change of the value is called
     */
    record Caption(String label, String name, String hint, EditName editName) {
        /**
         * The caption whose messages are {@code key.label}, {@code key.name} and {@code key.hint}.
         */
        public static Caption of(String key, Words words) {
            return of(key, Map.of(), words);
        }

        /**
         * The same with arguments, which all three messages may use.
         *
         * @param arguments by name; they stay in the undo menu in another language too
         */
        public static Caption of(String key, Map<String, String> arguments, Words words) {
            return new Caption(
                    words.say(key + ".label", arguments),
                    words.say(key + ".name", arguments),
                    words.say(key + ".hint", arguments),
                    new EditName.ChangeField(key, arguments));
        }
    }

    /**
     * Typed text.
     *
     * @param text the value now
     * @param parse throws IllegalArgumentException with a sentence for the user where the text is
     *     not a possible value
     */
    record Text<S>(Caption caption, String text, Function<String, S> parse) implements Field<S> {}

    /**
     * One of a few.
     *
     * @param selected index of the option that holds now
     */
    record Choice<S>(Caption caption, List<Option<S>> options, int selected) implements Field<S> {
        public Choice {
            options = List.copyOf(options);
        }

        /** The choice among values of a kind, the one equal to {@code now} being selected. */
        public static <S, V> Choice<S> among(
                Caption caption, List<V> values, V now, Function<V, Option<S>> option) {
            int selected =
                    IntStream.range(0, values.size())
                            .filter(i -> values.get(i).equals(now))
                            .findFirst()
                            .orElseThrow();
            return new Choice<>(caption, values.stream().map(option).toList(), selected);
        }

        /** The option that holds now. */
        public Option<S> now() {
            return options.get(selected);
        }
    }

    /**
     * A possible choice.
     *
     * @param hint one sentence that explains it
     * @param result what choosing it gives
     */
    record Option<S>(String title, String hint, S result) {}

    /**
     * Yes or no.
     *
     * @param toggled what changing it gives
     */
    record Flag<S>(Caption caption, boolean on, S toggled) implements Field<S> {}

    /**
     * Fields that belong together.
     *
     * @param title above them, or empty
     * @param note a few words below them, or empty
     */
    record Section<S>(String title, String note, List<Field<S>> fields) {
        public Section {
            fields = List.copyOf(fields);
        }

        /** Fields without a title. */
        public static <S> Section<S> of(List<Field<S>> fields) {
            return new Section<>("", "", fields);
        }
    }
}
