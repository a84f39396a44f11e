package org.ganatelier.files;

import java.io.Serial;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file cannot be made, for its folder does not exist. */
public final class NoFolderException extends NoSuchFileException {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * @param file that was to be made
     */
    NoFolderException(Path file) {
        super(file.toString());
    }
}
