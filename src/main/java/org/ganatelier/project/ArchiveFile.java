package org.ganatelier.project;

import org.ganatelier.files.SafeFile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.Deflater;

/**
 * Writes archives, whole or not at all.
 *
 * @param level of compression, as {@link Deflater} counts
 * @param keepsBackup whether the file before stays beside the new one
 */
record ArchiveFile(int level, boolean keepsBackup) {
    /** A user's file. Weights hardly compress: more effort is lost time. */
    static final ArchiveFile DOCUMENT = new ArchiveFile(Deflater.BEST_SPEED, true);

    /** A file that is written again at will. */
    static final ArchiveFile RESULT = new ArchiveFile(Deflater.BEST_SPEED, false);

    /** A file that is written every few seconds, while something more important waits. */
    static final ArchiveFile QUICK = new ArchiveFile(Deflater.NO_COMPRESSION, false);

    /** What an archive is to hold. */
    @FunctionalInterface
    interface Content {
        void writeTo(ArchiveWriter archive) throws IOException;
    }

    /**
     * Writes a file: the old one stays until the new one is complete.
     *
     * @throws ProjectException where the place cannot be written to, saying why, or where the
     *     content could not be read again
     */
    void write(Path file, Content content) throws ProjectException {
        try {
            if (keepsBackup) {
                SafeFile.writeWithBackup(file, out -> write(out, content));
            } else {
                SafeFile.write(file, out -> write(out, content));
            }
        } catch (UnreadableContentException e) {
            throw new ProjectException(e.problem(), e).in(file);
        } catch (IOException e) {
            throw new ProjectException(new FileProblem.CannotBeSaved(file, FileRefusal.of(e)), e);
        }
    }

    private void write(OutputStream out, Content content) throws IOException {
        try (var archive = new ArchiveWriter(out, level)) {
            content.writeTo(archive);
        }
    }
}
