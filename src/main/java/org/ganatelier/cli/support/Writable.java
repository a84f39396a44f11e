package org.ganatelier.cli.support;

import org.ganatelier.files.RegularFile;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Whether a file can be written, asked before long work is done for it. */
public final class Writable {
    private Writable() {}

    /**
     * Makes sure that a file can be written, as far as anybody can tell beforehand.
     *
     * @throws IOException where it cannot: its folder is missing or may not be written to, or
     *     something else stands in its place
     */
    public static void require(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(file)) {
            RegularFile.require(file);
            return;
        }
        if (Files.notExists(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        Path target = Files.exists(file) ? file : folder;
        if (!Files.isWritable(target)) {
            throw new AccessDeniedException(target.toString());
        }
    }
}
