package org.ganatelier.files;

import org.jspecify.annotations.Nullable;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
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
    private final Path target;
    private final OutputStream out;
    private @Nullable FileChannel lock;
    private boolean settled;

    private Draft(Path path, Path target, OutputStream out) {
        this.path = path;
        this.target = target;
        this.out = out;
    }

    /**
     * An empty one.
     *
     * @param target the file that it shall become: where the disk refuses, that is named
     */
    static Draft at(Path path, Path target, Disk disk) throws IOException {
        var draft = new Draft(path, target, disk.create(path));
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
        var buffered = new StaysOpen(new Named());
        content.writeTo(buffered);
        buffered.flush();
        try {
            force();
        } catch (IOException e) {
            throw named(e);
        }
    }

    /** A full disk says neither what it is nor of which file. */
    private FileSystemException named(IOException refusal) {
        var named = new FileSystemException(target.toString(), null, refusal.getMessage());
        named.initCause(refusal);
        return named;
    }

    /** Writes to the file. */
    private final class Named extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                throw named(e);
            }
        }
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
