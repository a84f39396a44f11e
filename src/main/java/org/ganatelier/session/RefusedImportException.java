package org.ganatelier.session;

import org.ganatelier.exchange.model.ImportException;

/** A model of another framework that cannot be read, with the name of what held it. */
final class RefusedImportException extends Exception {
    private static final long serialVersionUID = 1;

    private final String source;
    private final transient ImportException.Refusal refusal;

    RefusedImportException(String source, ImportException cause) {
        super(source, cause);
        this.source = source;
        refusal = cause.refusal();
    }

    /** What the user is told. */
    Happening happening() {
        return new Happening.ImportRefused(source, refusal);
    }
}
