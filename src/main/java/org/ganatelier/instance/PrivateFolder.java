package org.ganatelier.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder that only its user can look into. */
public final class PrivateFolder {
    private static final String OWNER_ONLY = "rwx------";

    private PrivateFolder() {}

    /**
     * Makes the folder where it is missing, and shuts it to others in any case.
     *
     * @return the folder
     * @throws IOException where it cannot be made, or belongs to somebody else
     */
    public static Path make(Path folder) throws IOException {
        Files.createDirectories(folder);
        var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        // Windows keeps what lies in a user's own folders from others by itself.
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(OWNER_ONLY));
        }
        return folder;
    }
}
