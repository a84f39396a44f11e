package org.ganatelier;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the engine's native libraries are unpacked: once for each user, not once for each start.
 */
final class NativeCache {
    private static final String PROPERTY = "org.bytedeco.javacpp.cachedir";

    private NativeCache() {}

    /** Chooses the folder, unless somebody has chosen already; to be called before all else. */
    static void choose() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, folder().toString());
        }
    }

    /** The place that this system keeps for files that can be made again. */
    private static Path folder() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", "."));
        if (system.contains("win")) {
            return environment("LOCALAPPDATA").orElse(home).resolve("GAN Atelier", "natives");
        }
        if (system.contains("mac")) {
            return home.resolve("Library", "Caches", "GAN Atelier", "natives");
        }
        return environment("XDG_CACHE_HOME")
                .orElse(home.resolve(".cache"))
                .resolve("gan-atelier", "natives");
    }

    private static Optional<Path> environment(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
