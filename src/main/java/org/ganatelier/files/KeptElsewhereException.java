package org.ganatelier.files;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** A file could not take its place, but it is finished and stands beside that place. */
public final class KeptElsewhereException extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient Path finished;
    private final IOException refusal;

    KeptElsewhereException(Path finished, IOException refusal) {
        super(finished.toString(), refusal);
        this.finished = finished;
        this.refusal = refusal;
    }

    /** The finished file, on the disk. */
    public Path finished() {
        return finished;
    }

    /** Why it could not take its place. */
    public IOException refusal() {
        return refusal;
    }
}
