package org.ganatelier.session;

/**
 * Which experiment of the session this is a version of.
 *
 * @param document one that was loaded, made or opened: it has a file, a note and runs of its own
 * @param line of edits. A run is told of the edits of the line that it began in, and of no others:
 *     when the experiment of an earlier run comes back, it begins another line of its document
 */
record Branch(int document, int line) {
    /** What the session begins with. */
    static final Branch FIRST = new Branch(0, 0);

    private static final int APART = -1;

    /** Of runs that are told of no edits: they are to be compared with each other. */
    static Branch apart(int document) {
        return new Branch(document, APART);
    }

    boolean isApart() {
        return line == APART;
    }
}
