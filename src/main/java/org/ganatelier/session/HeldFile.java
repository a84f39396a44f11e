package org.ganatelier.session;

import org.ganatelier.files.FileHold;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The one file that this window writes to, held so that no other window does. Another takes its
 * place only when all went well. Safe to use from any thread.
 */
final class HeldFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HeldFile.class);

    private @Nullable Path held;
    private Optional<FileHold> hold = Optional.empty();

    /** What is done with a file while it is held. */
    interface Work<T> {
        T with(Path file) throws Exception;
    }

    /**
     * Does something with a file while it is held, and keeps it if that went well.
     *
     * @throws FileHeldException where another window or program has it
     * @throws Exception what the work throws: then the file before is held still
     */
    synchronized <T> T keep(Path file, Work<T> work) throws Exception {
        Path wanted = identity(file);
        if (wanted.equals(held)) {
            return work.with(file);
        }
        Optional<FileHold> next = take(wanted);
        boolean kept = false;
        try {
            T result = work.with(file);
            release(hold);
            hold = next;
            held = wanted;
            kept = true;
            return result;
        } finally {
            if (!kept) {
                release(next);
            }
        }
    }

    /** Lets others have it. */
    @Override
    public synchronized void close() {
        release(hold);
        hold = Optional.empty();
        held = null;
    }

    /** Empty where nobody can hold it: in a folder that cannot be written to, there is no need. */
    private static Optional<FileHold> take(Path file) throws FileHeldException {
        Optional<FileHold> taken;
        try {
            taken = FileHold.of(file);
        } catch (IOException e) {
            LOG.info("{} cannot be held: {}", file, e.toString());
            return Optional.empty();
        }
        if (taken.isEmpty()) {
            throw new FileHeldException(file);
        }
        return taken;
    }

    private static void release(Optional<FileHold> hold) {
        hold.ifPresent(
                taken -> {
                    try {
                        taken.close();
                    } catch (IOException e) {
                        LOG.warn("A file could not be given up; it ends with the program", e);
                    }
                });
    }

    private static Path identity(Path file) {
        try {
            return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
        } catch (IOException _) {
            return file.toAbsolutePath().normalize();
        }
    }
}
