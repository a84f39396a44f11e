package org.ganatelier.project;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes archives, whole or not at all. */
final class ArchiveFile {
    /** What an archive is to hold. */
    @FunctionalInterface
    interface Content {
        void writeTo(ArchiveWriter archive) throws IOException;
    }

    private ArchiveFile() {}

    /**
     * Writes a file: the old one stays until the new one is complete.
     *
     * @throws ProjectException where the place cannot be written to, saying why
     */
    static void write(Path file, Content content) throws ProjectException {
        Path target = file.toAbsolutePath();
        Path unfinished = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID());
        try {
            try (var archive =
                    new ArchiveWriter(
                            Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW))) {
                content.writeTo(archive);
            }
            force(unfinished);
            replace(unfinished, target);
        } catch (IOException e) {
            discard(unfinished, e);
            throw new ProjectException(new FileProblem.CannotBeSaved(file, FileRefusal.of(e)), e);
        } catch (RuntimeException e) {
            discard(unfinished, e);
            throw e;
        }
    }

    /** On the disk before the old file goes: a power cut leaves one of the two. */
    private static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void replace(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(Path unfinished, Exception cause) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
