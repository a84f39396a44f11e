package org.ganatelier;

import org.ganatelier.files.PrivateFolder;
import org.ganatelier.project.UserFolders;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where native libraries are unpacked: once for each user, not once for each start, and where
 * nobody else can put others in their place. Left to themselves, JavaCPP and JavaFX take a folder
 * in the one for temporary files where the home folder cannot be used, whoever made it.
 */
public final class NativeCache {
    private static final String ENGINE = "org.bytedeco.javacpp.cachedir";
    private static final String WINDOW = "javafx.cachedir";

    /** Told to the engine where there is no such folder: the one that was thought of first. */
    private static final String REFUSED = "org.ganatelier.natives.refused";

    private NativeCache() {}

    /** Chooses the folder; to be called before all else. */
    public static void choose() {
        List<Path> candidates =
                Optional.ofNullable(System.getProperty(ENGINE))
                        .map(chosen -> List.of(Path.of(chosen)))
                        .orElseGet(NativeCache::candidates);
        Optional<Path> found =
                candidates.stream().flatMap(each -> PrivateFolder.of(each).stream()).findFirst();
        found.ifPresentOrElse(
                NativeCache::use,
                () -> System.setProperty(REFUSED, candidates.getFirst().toString()));
    }

    private static List<Path> candidates() {
        var folders = UserFolders.ofThisMachine();
        return List.of(folders.cache().resolve("natives"), folders.temporary());
    }

    private static void use(Path folder) {
        System.setProperty(ENGINE, folder.toString());
        if (System.getProperty(WINDOW) == null) {
            System.setProperty(WINDOW, folder.resolve("javafx").toString());
        }
    }
}
