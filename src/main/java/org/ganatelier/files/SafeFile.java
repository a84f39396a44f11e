package org.ganatelier.files;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes files, whole or not at all: the old file stays until the new one is finished and on the
 * disk. A power cut, a full disk or a killed program leaves one of the two.
 *
 * <p>The new file is written beside the old one and then takes its name. Where something holds the
 * old file for a moment (a virus scanner, a cloud folder), that is tried again for about two
 * seconds. Then the old file's bytes are written over. Where that fails too, the new file stays
 * where it is, and a {@link KeptElsewhereException} says where. A symbolic link keeps pointing: the
 * file that it points to is written.
 */
public final class SafeFile {
    /** What a file is to hold. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it; the stream is buffered and may be closed. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Milliseconds before each new try: about two seconds in all. */
    private static final long[] RESTS = {20, 50, 100, 200, 400, 500, 700};

    private static final int MOST_LINKS = 40;
    private static final int MOST_KEPT = 99;

    private final Disk disk;
    private final boolean keepsBackup;

    /**
     * @param keepsBackup whether the file before stays beside the new one, as NAME.bak
     */
    SafeFile(Disk disk, boolean keepsBackup) {
        this.disk = disk;
        this.keepsBackup = keepsBackup;
    }

    /**
     * Writes a file, in place of the one that is there.
     *
     * @throws NotAFileException where something else than a file is there
     * @throws NoFolderException where its folder does not exist
     * @throws AccessDeniedException where the user may not write to the file or its folder
     * @throws KeptElsewhereException where the file is finished but could not take its place
     * @throws IOException where it could not be finished, from the content or the disk; the old
     *     file is as it was
     */
    public static void write(Path target, Content content) throws IOException {
        new SafeFile(Disk.REAL, false).save(target, content);
    }

    /** As {@link #write}; what the file held before is kept beside it as {@code NAME.bak}. */
    public static void writeWithBackup(Path target, Content content) throws IOException {
        new SafeFile(Disk.REAL, true).save(target, content);
    }

    /**
     * Removes what killed programs left beside a file while they wrote it; each save of the file
     * does that too.
     */
    public static void removeLeftovers(Path target) {
        Leftovers.remove(target);
    }

    void save(Path target, Content content) throws IOException {
        Path real = real(target.toAbsolutePath());
        if (Files.notExists(real.resolveSibling("."))) {
            throw new NoFolderException(target);
        }
        RegularFile.requireOrNothing(real);
        if (Files.exists(real) && !Files.isWritable(real)) {
            throw new AccessDeniedException(real.toString());
        }
        Leftovers.remove(real);
        var names = new Names(real);
        boolean beside = Files.isWritable(real.resolveSibling("."));
        if (!beside && Files.exists(real)) {
            saveOver(real, names, content);
            return;
        }
        try (Draft draft = draft(names.draft(), target)) {
            // Before anything private is in it.
            copyPermissions(real, draft.path());
            draft.write(content);
            put(draft, names, real);
        }
        forceFolder(real);
    }

    /** What is wrong is told of the file that was asked for. */
    private Draft draft(Path path, Path target) throws IOException {
        try {
            return Draft.at(path, target, disk);
        } catch (AccessDeniedException e) {
            throw caused(new AccessDeniedException(target.toString()), e);
        } catch (FileSystemException e) {
            throw caused(new FileSystemException(target.toString(), null, e.getReason()), e);
        }
    }

    private static IOException caused(IOException told, IOException cause) {
        told.initCause(cause);
        return told;
    }

    /** The file a link leads to, which need not exist. */
    private static Path real(Path path) throws IOException {
        Path real = path;
        for (int i = 0; Files.isSymbolicLink(real); i++) {
            if (i == MOST_LINKS) {
                throw new FileSystemLoopException(path.toString());
            }
            real = real.resolveSibling(Files.readSymbolicLink(real));
        }
        return real;
    }

    /** Nothing can be made in the file's folder, but the file itself can be written. */
    private void saveOver(Path real, Names names, Content content) throws IOException {
        Path elsewhere = Path.of(System.getProperty("java.io.tmpdir", "."));
        try (Draft draft = draft(names.draftIn(elsewhere), real)) {
            draft.write(content);
            draft.release();
            copyOver(draft, names, real, new AccessDeniedException(real.toString()));
        }
    }

    private void put(Draft draft, Names names, Path real) throws IOException {
        if (keepsBackup) {
            Backup.keep(real);
        }
        IOException refusal = move(draft, real);
        if (refusal != null) {
            if (keepsBackup) {
                Backup.copy(real);
            }
            copyOver(draft, names, real, refusal);
        }
    }

    /** Why the draft could not take its place, or null where it did. */
    private @Nullable IOException move(Draft draft, Path real) throws IOException {
        IOException refusal = null;
        for (int i = 0; i <= RESTS.length; i++) {
            try {
                disk.move(draft.path(), real);
                draft.settle();
                return null;
            } catch (NoSuchFileException e) {
                throw caused(new NoFolderException(real), e);
            } catch (IOException e) {
                refusal = e;
            }
            if (i < RESTS.length) {
                draft.release();
                disk.rest(RESTS[i]);
            }
        }
        return refusal;
    }

    private void copyOver(Draft draft, Names names, Path real, IOException refusal)
            throws IOException {
        try {
            disk.copyOver(draft.path(), real);
        } catch (IOException e) {
            refusal.addSuppressed(e);
            draft.settle();
            throw new KeptElsewhereException(kept(draft.path(), names), refusal);
        }
    }

    /** Gives a finished draft a name by which it opens, and which no later save removes. */
    private static Path kept(Path draft, Names names) {
        for (int number = 1; number <= MOST_KEPT; number++) {
            Path kept = draft.resolveSibling(names.kept(number).getFileName());
            try {
                // Never in place of another: no option.
                return Files.move(draft, kept);
            } catch (IOException _) {
                // The next number.
            }
        }
        return draft;
    }

    private static void copyPermissions(Path from, Path to) {
        try {
            if (Files.exists(from)) {
                Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
            }
        } catch (IOException | UnsupportedOperationException _) {
            // A file system without them, or of another owner.
        }
    }

    /** The new name is on the disk too; some systems cannot say so of folders. */
    private static void forceFolder(Path file) {
        try (var folder = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException _) {
            // Windows writes names at once.
        }
    }
}
