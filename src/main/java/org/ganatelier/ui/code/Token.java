package org.ganatelier.ui.code;

import java.util.Locale;

/** A piece of a line of code that has one colour. */
record Token(Kind kind, String text) {
    /** What a piece of Python is. */
    enum Kind {
        PLAIN,
        KEYWORD,
        STRING,
        NUMBER,
        COMMENT,
        /** The name of what is called or defined. */
        CALL;

        /** Of its text. */
        String styleClass() {
            return "code-" + name().toLowerCase(Locale.ROOT);
        }
    }
}
