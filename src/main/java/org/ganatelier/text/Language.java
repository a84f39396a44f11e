package org.ganatelier.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language that the program speaks. */
public enum Language {
    ENGLISH("en", "English", Locale.ENGLISH),
    GERMAN("de", "Deutsch", Locale.GERMAN),

    /** English made strange, for tests: 40 percent longer, with an accent on every letter. */
    PSEUDO("pseudo", "Pseudo", Locale.ENGLISH);

    private final String code;
    private final String title;
    private final Locale locale;

    Language(String code, String title, Locale locale) {
        this.code = code;
        this.title = title;
        this.locale = locale;
    }

    /** Those that a user can choose. */
    public static List<Language> offered() {
        return List.of(ENGLISH, GERMAN);
    }

    /** The language with a code such as "de". */
    public static Optional<Language> ofCode(String code) {
        return Arrays.stream(values()).filter(language -> language.code.equals(code)).findFirst();
    }

    /** The language of a system: English where the program does not speak the system's. */
    public static Language ofSystem(Locale locale) {
        return offered().stream()
                .filter(language -> language.locale.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(ENGLISH);
    }

    /** As in settings and file names. */
    public String code() {
        return code;
    }

    /** Its own name, in itself. */
    public String title() {
        return title;
    }

    /** By whose rules plurals and numbers are written. */
    public Locale locale() {
        return locale;
    }
}
