package org.ganatelier.project;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the window showed: numbers and short texts by key, such as {@code latent.a} (noise), {@code
 * tab.left} (a panel) or {@code dividers.main} (shares from 0 to 1). Nobody relies on it: what is
 * missing or odd is as if it had never been saved. Immutable.
 */
public final class ViewState {
    /** Of a window that has shown nothing yet. */
    public static final ViewState EMPTY = new ViewState(Map.of());

    /** Keys of one view. */
    static final int MOST_KEYS = 200;

    /** Characters of a key or a text. */
    static final int LONGEST_TEXT = 200;

    /** Numbers of one key: more than any noise has values. */
    static final int MOST_NUMBERS = 8192;

    private final Map<String, Value> values;

    /** Numbers or a text. */
    sealed interface Value {
        /** Finite numbers. */
        record Numbers(List<Double> numbers) implements Value {
            public Numbers {
                numbers = List.copyOf(numbers);
            }
        }

        /** A text of one line. */
        record Text(String text) implements Value {}
    }

    private ViewState(Map<String, Value> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The same with numbers; those that are not finite, or too many, are not kept. */
    public ViewState with(String key, double... numbers) {
        boolean sound =
                numbers.length <= MOST_NUMBERS && Arrays.stream(numbers).allMatch(Double::isFinite);
        return sound ? put(key, new Value.Numbers(Arrays.stream(numbers).boxed().toList())) : this;
    }

    /** The same with a text; one that is too long, or has line breaks and the like, is not kept. */
    public ViewState with(String key, String text) {
        return isShort(text) ? put(key, new Value.Text(text)) : this;
    }

    private ViewState put(String key, Value value) {
        if (!isShort(key) || (values.size() >= MOST_KEYS && !values.containsKey(key))) {
            return this;
        }
        var changed = new LinkedHashMap<>(values);
        changed.put(key, value);
        return new ViewState(changed);
    }

    private static boolean isShort(String text) {
        return text.length() <= LONGEST_TEXT && text.chars().noneMatch(Character::isISOControl);
    }

    /** The numbers of a key, all of them finite; empty where there are none. */
    public Optional<double[]> numbers(String key) {
        return values.get(key) instanceof Value.Numbers(List<Double> numbers)
                ? Optional.of(numbers.stream().mapToDouble(Double::doubleValue).toArray())
                : Optional.empty();
    }

    /** The text of a key; empty where there is none. */
    public Optional<String> text(String key) {
        return values.get(key) instanceof Value.Text(String text)
                ? Optional.of(text)
                : Optional.empty();
    }

    /** All values in the order in which they were put. */
    Map<String, Value> values() {
        return values;
    }

    /** Whether nothing is known. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ViewState view && view.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "ViewState" + values;
    }
}
