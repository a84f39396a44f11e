package org.ganatelier.session;

import java.io.IOException;
import java.nio.file.Path;

/** A file belongs to another window or program at the moment. */
final class FileHeldException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Path file;

    FileHeldException(Path file) {
        super(file.toString());
        this.file = file;
    }

    Path file() {
        return file;
    }
}
