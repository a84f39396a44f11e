package org.ganatelier.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** Removes the drafts of programs that were killed while they saved. */
final class Leftovers {
    /** No save takes as long: where a file system knows no locks, age decides. */
    private static final Duration OLD = Duration.ofHours(1);

    private Leftovers() {}

    /** Removes those of one file; what cannot be removed is left. */
    static void remove(Path target) {
        var names = new Names(target);
        try (Stream<Path> siblings = Files.list(target.resolveSibling("."))) {
            siblings.filter(Files::isRegularFile)
                    .filter(path -> isLeftover(names, path))
                    .forEach(Leftovers::delete);
        } catch (IOException | RuntimeException _) {
            // A folder that cannot be listed can still be written to.
        }
    }

    private static boolean isLeftover(Names names, Path path) {
        if (names.isForeignDraft(path)) {
            return isFree(path);
        }
        return names.isOldDraft(path) && isOld(path);
    }

    private static boolean isFree(Path path) {
        try (var channel = FileChannel.open(path, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock(Draft.LOCKED, 1, false)) {
            return lock != null;
        } catch (IOException | OverlappingFileLockException e) {
            return isOld(path);
        }
    }

    private static boolean isOld(Path path) {
        try {
            Instant written = Files.getLastModifiedTime(path).toInstant();
            return written.plus(OLD).isBefore(Instant.now());
        } catch (IOException _) {
            return false;
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException _) {
            // The next save tries again.
        }
    }
}
