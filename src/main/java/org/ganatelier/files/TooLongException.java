package org.ganatelier.files;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** A file holds more bytes than its reader takes. */
public final class TooLongException extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    private final long most;

    TooLongException(Path file, long most) {
        super(file.toString());
        this.most = most;
    }

    /** How many bytes a file may have. */
    public long most() {
        return most;
    }
}
