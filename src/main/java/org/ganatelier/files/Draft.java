package org.ganatelier.files;

import org.jspecify.annotations.Nullable;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that is not finished, in the folder of the one that it shall become. It is removed when it
 * is closed, unless it was moved or kept. While it is open it is locked, so that no other program
 * takes it for the leftover of a killed one.
 */
final class Draft implements AutoCloseable {
    /** Far behind the end: Windows lets nobody read what is locked. */
    static final long LOCKED = Long.MAX_VALUE - 1;

    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final OutputStream out;
    private @Nullable FileChannel lock;
    private boolean settled;

    private Draft(Path path, OutputStream out) {
        this.path = path;
        this.out = out;
    }

    /** An empty one. */
    static Draft at(Path path) throws IOException {
        OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW);
        var draft = new Draft(path, out);
        draft.lock();
        return draft;
    }

    private void lock() {
        try {
            lock = FileChannel.open(path, StandardOpenOption.WRITE);
            var _ = lock.tryLock(LOCKED, 1, false);
        } catch (IOException _) {
            // Not every file system knows locks: there, leftovers are told by their age.
        }
    }

    Path path() {
        return path;
    }

    /** Writes all that the file is to hold, and waits until it is on the disk. */
    void write(SafeFile.Content content) throws IOException {
        var buffered = new StaysOpen(out);
        content.writeTo(buffered);
        buffered.flush();
        force();
    }

    /** Streams around it may be closed: the file below is not finished yet. */
    private static final class StaysOpen extends BufferedOutputStream {
        StaysOpen(OutputStream out) {
            super(out, BUFFER);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** To be interrupted is no reason for half a save. */
    private void force() throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            if (lock != null && lock.isOpen()) {
                lock.force(true);
            } else {
                forceAnew();
            }
        } catch (ClosedByInterruptException e) {
            interrupted = Thread.interrupted();
            forceAnew();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void forceAnew() throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Lets go of the open file: some systems do not rename one. */
    void release() throws IOException {
        out.close();
        if (lock != null) {
            lock.close();
        }
    }

    /** It has become another file, or is to stay. */
    void settle() {
        settled = true;
    }

    @Override
    public void close() throws IOException {
        try {
            release();
        } finally {
            if (!settled) {
                Files.deleteIfExists(path);
            }
        }
    }
}
