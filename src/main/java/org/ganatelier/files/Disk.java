package org.ganatelier.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** What may fail when a file is written and takes its place. */
interface Disk {
    /** The disk of this machine. */
    Disk REAL = new Real();

    /** Makes a file that does not exist yet. */
    OutputStream create(Path file) throws IOException;

    /** Gives a file another name, in place of what had it. */
    void move(Path from, Path to) throws IOException;

    /** Writes the bytes of a file over those of another, and has them on the disk. */
    void copyOver(Path from, Path to) throws IOException;

    /** Waits. */
    void rest(long milliseconds);

    /** The disk of this machine. */
    final class Real implements Disk {
        @Override
        public OutputStream create(Path file) throws IOException {
            return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            try {
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }

        @Override
        public void copyOver(Path from, Path to) throws IOException {
            try (var out = Files.newOutputStream(to)) {
                Files.copy(from, out);
            }
            try (var written = FileChannel.open(to, StandardOpenOption.WRITE)) {
                written.force(true);
            }
        }

        @Override
        public void rest(long milliseconds) {
            try {
                TimeUnit.MILLISECONDS.sleep(milliseconds);
            } catch (InterruptedException e) {
                // Whoever is in a hurry gets the last resort sooner.
                Thread.currentThread().interrupt();
            }
        }
    }
}
