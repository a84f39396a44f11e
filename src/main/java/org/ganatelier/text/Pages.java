package org.ganatelier.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files of longer texts, one for each language; a line that begins with "# " begins a text. */
final class Pages {
    private static final Pattern BEGINNING = Pattern.compile("(?m)^# ");

    private Pages() {}

    /**
     * The texts of a language, each from its first line on, without the sign before it.
     *
     * @param folder of the files {@code CODE.md}
     */
    static Stream<String> read(String folder, Language language) {
        String code = language == Language.PSEUDO ? Language.ENGLISH.code() : language.code();
        return BEGINNING.splitAsStream(file("/" + folder + "/" + code + ".md")).skip(1);
    }

    /** Turns what a file says into what the language says. */
    static UnaryOperator<String> spoken(Language language) {
        return language == Language.PSEUDO ? Pseudo::of : UnaryOperator.identity();
    }

    private static String file(String name) {
        try (var in = Pages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The program's own file " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
