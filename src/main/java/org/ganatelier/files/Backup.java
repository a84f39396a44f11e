package org.ganatelier.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps what a file held before it is replaced. */
final class Backup {
    private Backup() {}

    /**
     * Keeps it without a copy where the file system can, for the file is about to be replaced by
     * another. That this fails is no reason not to save.
     */
    static void keep(Path target) {
        keep(target, Files::createLink);
    }

    /** Keeps a copy, for the file is about to be written over. */
    static void copy(Path target) {
        keep(target, (copy, from) -> Files.copy(from, copy));
    }

    @FunctionalInterface
    private interface Making {
        void make(Path made, Path from) throws IOException;
    }

    private static void keep(Path target, Making making) {
        if (!Files.exists(target)) {
            return;
        }
        var names = new Names(target);
        Path made = names.draft();
        try {
            try {
                making.make(made, target);
            } catch (UnsupportedOperationException | IOException e) {
                Files.copy(target, made, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(made, names.backup(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException _) {
            // The file itself matters more.
        } finally {
            discard(made);
        }
    }

    private static void discard(Path made) {
        try {
            Files.deleteIfExists(made);
        } catch (IOException _) {
            // The next save removes it.
        }
    }
}
