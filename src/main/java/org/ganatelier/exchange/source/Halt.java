package org.ganatelier.exchange.source;

/** Code that goes on for too long or too deep to be followed. */
final class Halt extends RuntimeException {
    private static final long serialVersionUID = 1;

    Halt() {
        super(null, null, false, false);
    }
}
