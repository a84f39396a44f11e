package org.ganatelier.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file or a folder that one process has for itself, by agreement among all that ask. It ends with
 * {@link #close} or with the process, however that ends. A small hidden file beside a file, or
 * inside a folder, carries it; what is held may be replaced meanwhile.
 */
public final class FileHold implements AutoCloseable {
    /**
     * What this process holds. A system gives up all locks of a process on a file when the process
     * closes any descriptor of it (POSIX, fcntl): a second try must be refused before it opens
     * anything. Locks belong to the process, and so does this set.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final int TRIES = 10;

    /** Bytes of a mark while it is being tested. */
    private static final int LONGEST = 4096;

    private final Path mark;
    private final FileChannel channel;

    private FileHold(Path mark, FileChannel channel) {
        this.mark = mark;
        this.channel = channel;
    }

    /**
     * Holds a file, which need not exist, or a folder.
     *
     * @return empty where another process, or another part of this one, holds it
     * @throws IOException where nobody could hold it: its folder cannot be written to, or the file
     *     system knows no locks
     */
    public static Optional<FileHold> of(Path held) throws IOException {
        Path mark = mark(held);
        if (!HELD.add(mark)) {
            return Optional.empty();
        }
        Optional<FileHold> hold = Optional.empty();
        try {
            hold = lock(mark);
        } finally {
            if (hold.isEmpty()) {
                HELD.remove(mark);
            }
        }
        return hold;
    }

    private static Path mark(Path held) throws IOException {
        Path absolute = held.toAbsolutePath().normalize();
        if (Files.isDirectory(absolute)) {
            return absolute.toRealPath().resolve(".atelier.lock");
        }
        Path real = Files.exists(absolute) ? absolute.toRealPath() : absolute;
        Path folder = real.resolveSibling(".").normalize();
        Path of = Files.exists(folder) ? folder.toRealPath() : folder;
        return of.resolve("." + real.getFileName() + ".lock");
    }

    private static Optional<FileHold> lock(Path mark) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            var channel =
                    FileChannel.open(
                            mark,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            boolean ours = false;
            try {
                if (channel.tryLock(Draft.LOCKED, 1, false) == null) {
                    return Optional.empty();
                }
                ours = isStillThere(mark, channel);
                if (ours) {
                    return Optional.of(new FileHold(mark, channel));
                }
            } catch (OverlappingFileLockException _) {
                return Optional.empty();
            } finally {
                if (!ours) {
                    channel.close();
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Whoever held it may have removed the mark between our opening and our locking it. To open it
     * again would give up the lock: its size, which only we change now, tells.
     */
    private static boolean isStillThere(Path mark, FileChannel channel) throws IOException {
        for (int i = 0; i < 2; i++) {
            int size = ThreadLocalRandom.current().nextInt(1, LONGEST);
            channel.truncate(0);
            channel.write(ByteBuffer.allocate(size), 0);
            if (size(mark) != size) {
                return false;
            }
        }
        channel.truncate(0);
        return true;
    }

    private static long size(Path mark) throws IOException {
        try {
            return Files.size(mark);
        } catch (NoSuchFileException _) {
            return -1;
        }
    }

    /** Lets others have it. */
    @Override
    public void close() throws IOException {
        if (!channel.isOpen()) {
            return;
        }
        try {
            Files.deleteIfExists(mark);
        } finally {
            channel.close();
            HELD.remove(mark);
        }
    }
}
