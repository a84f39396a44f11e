package org.ganatelier.session;

import org.ganatelier.project.ViewState;

import java.util.Optional;

/**
 * How the window looks with a document: numbers and short texts by key, as they are saved with it.
 * What is missing or odd is passed over. FX thread only.
 */
public final class Look {
    /** A part of the window that looks again as it did. */
    public interface Part {
        /** Writes down how it looks. */
        void describe(Look look);

        /** Looks as it is written down, as far as it can. */
        void restore(Look look);
    }

    private ViewState state;

    Look(ViewState state) {
        this.state = state;
    }

    /** Writes numbers down. */
    public void put(String key, double... numbers) {
        state = state.with(key, numbers);
    }

    /** Writes a short text of one line down. */
    public void put(String key, String text) {
        state = state.with(key, text);
    }

    /** Numbers, all of them finite. */
    public Optional<double[]> numbers(String key) {
        return state.numbers(key);
    }

    /** A number alone. */
    public Optional<Double> number(String key) {
        return numbers(key).filter(all -> all.length == 1).map(all -> all[0]);
    }

    /** A text. */
    public Optional<String> text(String key) {
        return state.text(key);
    }

    ViewState state() {
        return state;
    }
}
