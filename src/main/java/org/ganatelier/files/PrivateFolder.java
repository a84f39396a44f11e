package org.ganatelier.files;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder whose files only this user can have put there: what is run as code must lie in such a
 * one. It holds nothing that cannot be made again. Where a system has no owners and permissions of
 * files as POSIX has them, the folders of a user are taken as private.
 */
public final class PrivateFolder {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** Only the owner of a file may rename it, though all may write to its folder. */
    private static final int STICKY = 01000;

    private PrivateFolder() {}

    /**
     * Makes a folder private, and makes it where it is missing. One of this user's own to which
     * others could write is emptied, for they may have written to it.
     *
     * @return the folder without links on its way; empty where another user can or could write to
     *     it, where this one cannot, or where no program may run from it
     */
    public static Optional<Path> of(Path folder) {
        try {
            Path absolute = folder.toAbsolutePath();
            if (!Files.exists(absolute)) {
                make(absolute);
            }
            Path real = absolute.toRealPath();
            takeFromOthers(real);
            return isPrivate(real) && !Mounts.forbidPrograms(real)
                    ? Optional.of(real)
                    : Optional.empty();
        } catch (IOException | SecurityException _) {
            return Optional.empty();
        }
    }

    private static void make(Path folder) throws IOException {
        Path parent = folder.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (knowsOwners(parent == null ? folder : parent)) {
            Files.createDirectory(folder, OWNER_ALONE);
        } else {
            Files.createDirectory(folder);
        }
    }

    private static void takeFromOthers(Path folder) throws IOException {
        if (knowsOwners(folder) && !isWritableByTheOwnerAlone(folder)) {
            // Fails for a folder of somebody else, which is as well.
            Files.setPosixFilePermissions(folder, OWNER_ALONE.value());
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    if (!each.equals(folder)) {
                        Files.delete(each);
                    }
                }
            }
        }
    }

    private static boolean knowsOwners(Path folder) throws IOException {
        FileStore store = Files.getFileStore(folder);
        return store.supportsFileAttributeView(PosixFileAttributeView.class);
    }

    private static boolean isPrivate(Path folder) throws IOException {
        // Fails where this user cannot write, whatever the permissions say.
        Path probe = Files.createTempFile(folder, "probe", "");
        try {
            return !knowsOwners(folder)
                    || (Files.getOwner(probe).equals(Files.getOwner(folder))
                            && isWritableByTheOwnerAlone(folder)
                            && staysInPlace(folder));
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private static boolean isWritableByTheOwnerAlone(Path folder) throws IOException {
        Set<PosixFilePermission> may = Files.getPosixFilePermissions(folder);
        return !may.contains(PosixFilePermission.GROUP_WRITE)
                && !may.contains(PosixFilePermission.OTHERS_WRITE);
    }

    /**
     * Whether no stranger can put another folder in its place. A group is none: where people belong
     * to groups of their own, all their folders are the group's too.
     */
    private static boolean staysInPlace(Path folder) throws IOException {
        for (Path above = folder.getParent(); above != null; above = above.getParent()) {
            boolean open =
                    Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_WRITE);
            if (open && !isSticky(above)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSticky(Path folder) throws IOException {
        Object mode = Files.getAttribute(folder, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        return mode instanceof Integer bits && (bits & STICKY) != 0;
    }
}
