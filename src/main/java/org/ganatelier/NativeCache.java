package org.ganatelier;

import org.ganatelier.project.UserFolders;

/**
 * Where the engine's native libraries are unpacked: once for each user, not once for each start.
 */
final class NativeCache {
    private static final String PROPERTY = "org.bytedeco.javacpp.cachedir";

    private NativeCache() {}

    /** Chooses the folder, unless somebody has chosen already; to be called before all else. */
    static void choose() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(
                    PROPERTY, UserFolders.ofThisMachine().cache().resolve("natives").toString());
        }
    }
}
