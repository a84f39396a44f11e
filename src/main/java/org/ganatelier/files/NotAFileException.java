package org.ganatelier.files;

import java.io.Serial;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Something else stands where a file is needed. */
public final class NotAFileException extends FileSystemException {
    /** What stands there. */
    public enum Kind {
        /** A folder. */
        FOLDER,
        /** A device, a pipe or a socket: it may never end, or block whoever opens it. */
        DEVICE
    }

    @Serial private static final long serialVersionUID = 1L;

    private final Kind kind;

    NotAFileException(Path path, Kind kind) {
        super(path.toString(), null, kind.name());
        this.kind = kind;
    }

    /** What stands there. */
    public Kind kind() {
        return kind;
    }
}
