package org.ganatelier.exchange.python;

/** A line that is no Python, or deeper than any code that people write. */
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;

    UnreadableException(int line) {
        super(Integer.toString(line), null, false, false);
        this.line = line;
    }

    int line() {
        return line;
    }
}
