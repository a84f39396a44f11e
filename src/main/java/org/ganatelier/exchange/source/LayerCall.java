package org.ganatelier.exchange.source;

/**
 * A call that makes a layer, or works as one.
 *
 * @param name the last part of its name, such as "Dense"
 * @param theirs as it is written, short
 * @param line from 1
 * @param spectral whether spectral normalization is put around it
 */
record LayerCall(
        String name,
        Dialect dialect,
        Arguments arguments,
        String theirs,
        int line,
        boolean spectral) {
    LayerCall(String name, Dialect dialect, Arguments arguments, String theirs, int line) {
        this(name, dialect, arguments, theirs, line, false);
    }

    LayerCall spectrallyNormalized() {
        return new LayerCall(name, dialect, arguments, theirs, line, true);
    }
}
