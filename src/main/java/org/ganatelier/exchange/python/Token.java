package org.ganatelier.exchange.python;

/**
 * A word, a sign, a number or a string of code.
 *
 * @param text of a string what it says, of all else as it is written
 * @param line from 1
 */
record Token(Kind kind, String text, int line) {
    /** What a token is. */
    enum Kind {
        NAME,
        NUMBER,
        STRING,
        /** A string with values in it: what it says is not known. */
        FORMATTED,
        SIGN,
        NEWLINE,
        INDENT,
        DEDENT,
        /** Something that is no Python: its line cannot be read. */
        BROKEN,
        END
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean is(String sign) {
        return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
    }
}
