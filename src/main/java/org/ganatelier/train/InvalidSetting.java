package org.ganatelier.train;

import java.util.List;

/** A text that a live setting cannot take; what it is, is a fact, to be told to the user. */
public final class InvalidSetting extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient LiveSetting setting;
    private final transient Wanted wanted;
    private final String text;

    /** What a setting takes. */
    public sealed interface Wanted {
        /** Any number. */
        record AnyNumber() implements Wanted {}

        /** A whole number. */
        record WholeNumber() implements Wanted {}

        /** One of some names. */
        record OneOf(List<String> names) implements Wanted {
            public OneOf {
                names = List.copyOf(names);
            }
        }
    }

    InvalidSetting(LiveSetting setting, Wanted wanted, String text) {
        super(setting + ": " + wanted + ": " + text);
        this.setting = setting;
        this.wanted = wanted;
        this.text = text;
    }

    /** Which setting it is. */
    public LiveSetting setting() {
        return setting;
    }

    /** What it takes. */
    public Wanted wanted() {
        return wanted;
    }

    /** What it was given instead. */
    public String text() {
        return text;
    }
}
