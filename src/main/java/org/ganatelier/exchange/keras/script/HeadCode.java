package org.ganatelier.exchange.keras.script;

import org.ganatelier.exchange.code.CodeWriter;

import java.util.List;

/** How a file begins. */
final class HeadCode {
    /** Character.isSurrogate asks for a char. */
    private static final int FIRST_SURROGATE = 0xd800;

    private static final int LAST_SURROGATE = 0xdfff;

    private HeadCode() {}

    /**
     * What the file is and how to run it.
     *
     * @param name of the experiment, anything
     * @param needs what must be installed
     * @param notes more lines; may be empty
     */
    static void write(
            CodeWriter code,
            String name,
            String purpose,
            String needs,
            List<String> uses,
            List<String> notes) {
        code.line("\"\"\"%s: %s".formatted(quotable(name), purpose)).blank();
        code.line("Written by GAN Atelier. Needs %s.".formatted(needs)).blank();
        uses.forEach(use -> code.line("    " + use));
        if (!notes.isEmpty()) {
            code.blank();
            notes.forEach(code::line);
        }
        code.line("\"\"\"").blank();
    }

    /** A name that cannot end the string that it stands in. */
    private static String quotable(String name) {
        var text = new StringBuilder();
        name.codePoints()
                .filter(c -> !Character.isISOControl(c) && c != '\\' && c != '"')
                .filter(c -> c < FIRST_SURROGATE || c > LAST_SURROGATE)
                .filter(c -> c != 0x2028 && c != 0x2029)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
