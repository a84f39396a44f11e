package org.ganatelier.exchange.python;

/** How high the tree is that was parsed last, and how deep the parser is in. */
final class Height {
    private int last = 1;
    private int depth;

    /** Of the tree that was parsed last. */
    int now() {
        return last;
    }

    /** A leaf was parsed. */
    void leaf() {
        last = 1;
    }

    /** The last tree got one level more. */
    void grow(int line) throws UnreadableException {
        set(last + 1, line);
    }

    /**
     * A tree of this height was parsed.
     *
     * @throws UnreadableException where that is too high
     */
    void set(int height, int line) throws UnreadableException {
        if (height > ExpressionParser.DEEPEST) {
            throw new UnreadableException(line);
        }
        last = height;
    }

    /** The parser goes a level down. */
    void enter(int line) throws UnreadableException {
        depth++;
        if (depth > ExpressionParser.DEEPEST) {
            // Only a leave for each enter counts on: a parser that throws begins anew.
            throw new UnreadableException(line);
        }
    }

    /** The parser comes up again. */
    void leave() {
        depth--;
    }

    /** A new line begins. */
    void reset() {
        depth = 0;
        last = 1;
    }
}
