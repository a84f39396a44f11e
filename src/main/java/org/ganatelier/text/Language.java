package org.ganatelier.text;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language that the program speaks. */
public enum Language {
    ENGLISH("en", true),
    GERMAN("de", true),

    /** English made strange, for tests: 40 percent longer, with an accent on every letter. */
    PSEUDO("pseudo", false);

    private final String code;
    private final boolean spoken;

    /**
     * A language of the file {@code messages/CODE.properties}.
     *
     * @param code of ISO 639-1, where people speak it
     */
    Language(String code, boolean spoken) {
        this.code = code;
        this.spoken = spoken;
    }

    /** Those that a user can choose. */
    public static List<Language> offered() {
        return Arrays.stream(values()).filter(language -> language.spoken).toList();
    }

    /** The language with a code such as "de". */
    public static Optional<Language> ofCode(String code) {
        return Arrays.stream(values()).filter(language -> language.code.equals(code)).findFirst();
    }

    /** The language of a system: English where the program does not speak the system's. */
    public static Language ofSystem(Locale locale) {
        return offered().stream()
                .filter(language -> language.code.equals(locale.getLanguage()))
                .findFirst()
                .orElse(ENGLISH);
    }

    /** As in settings and file names. */
    public String code() {
        return code;
    }

    /** Its own name, in itself. */
    public String title() {
        return LocaleDisplayNames.getInstance(
                        ULocale.forLocale(locale()),
                        DisplayContext.CAPITALIZATION_FOR_UI_LIST_OR_MENU)
                .localeDisplayName(locale());
    }

    /** By whose rules plurals and numbers are written. */
    public Locale locale() {
        return spoken ? Locale.of(code) : Locale.ENGLISH;
    }
}
