package org.ganatelier.ui.widget;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.ganatelier.text.Words;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keys that are called as they are on the keyboards of a language: JavaFX names them in English.
 */
public final class NamedKeys extends KeyCombination {
    private final KeyCombination keys;
    private final String text;

    private NamedKeys(KeyCombination keys, String text) {
        this.keys = keys;
        this.text = text;
    }

    /** The keys of a text such as "Shortcut+Shift+Z". */
    public static KeyCombination of(String keys, Words words) {
        return of(KeyCombination.valueOf(keys), words);
    }

    /** The same keys. */
    public static KeyCombination of(KeyCombination keys, Words words) {
        if (keys instanceof NamedKeys named) {
            return named;
        }
        // The last key may be a plus.
        String text =
                Stream.of(keys.getDisplayText().split("(?<!^)\\+(?=.)"))
                        .map(key -> name(key, words))
                        .collect(Collectors.joining("+"));
        return new NamedKeys(keys, text);
    }

    /** Letters, digits and the signs of some systems are the same everywhere. */
    private static String name(String key, Words words) {
        return switch (key) {
            case "Ctrl" -> words.say("keys.ctrl");
            case "Shift" -> words.say("keys.shift");
            case "Space" -> words.say("keys.space");
            case "Enter" -> words.say("keys.enter");
            case "Insert" -> words.say("keys.insert");
            case "Delete" -> words.say("keys.delete");
            default -> key;
        };
    }

    @Override
    public boolean match(KeyEvent event) {
        return keys.match(event);
    }

    @Override
    public String getName() {
        return keys.getName();
    }

    @Override
    public String getDisplayText() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamedKeys named && named.keys.equals(keys);
    }

    @Override
    public int hashCode() {
        return keys.hashCode();
    }
}
