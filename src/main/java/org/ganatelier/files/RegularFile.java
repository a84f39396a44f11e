package org.ganatelier.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Reads what is a file. A pipe would block its reader for ever, and a device may never end: both
 * are refused before they are opened.
 */
public final class RegularFile {
    private RegularFile() {}

    /**
     * Makes sure that a path leads to a file.
     *
     * @throws NoSuchFileException where nothing is there
     * @throws NotAFileException where something else is there
     */
    public static void require(Path path) throws IOException {
        BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
        if (found.isDirectory()) {
            throw new NotAFileException(path, NotAFileException.Kind.FOLDER);
        }
        if (!found.isRegularFile()) {
            throw new NotAFileException(path, NotAFileException.Kind.DEVICE);
        }
    }

    /** Makes sure that a path leads to a file or to nothing. */
    static void requireOrNothing(Path path) throws IOException {
        try {
            require(path);
        } catch (NoSuchFileException _) {
            // A file can be made there.
        }
    }

    /**
     * Opens a file to read it.
     *
     * @throws IOException as {@link #require}, or where it cannot be opened
     */
    public static InputStream open(Path file) throws IOException {
        require(file);
        return Files.newInputStream(file);
    }

    /**
     * All bytes of a file.
     *
     * @param most bytes that it may have
     * @throws TooLongException where it has more; no more than {@code most} are held in memory
     * @throws IOException as {@link #open}
     */
    public static byte[] bytes(Path file, int most) throws IOException {
        try (InputStream in = open(file)) {
            byte[] bytes = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new TooLongException(file, most);
            }
            return bytes;
        }
    }
}
