package org.ganatelier.project;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a system keeps what a program stores for its user. */
public final class UserFolders {
    private static final String SPACED = "GAN Atelier";
    private static final String PLAIN = "gan-atelier";

    private final String system;
    private final Path home;
    private final Map<String, String> environment;

    /**
     * @param system the name of the operating system, as Java gives it
     * @param home the user's own folder
     * @param environment the variables that may move the folders elsewhere
     */
    UserFolders(String system, Path home, Map<String, String> environment) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.home = home;
        this.environment = environment;
    }

    /** The folders of this machine's user. */
    public static UserFolders ofThisMachine() {
        return new UserFolders(System.getProperty("os.name", ""), home(), System.getenv());
    }

    /** A user whom the system does not know has no home. */
    private static Path home() {
        String home = System.getProperty("user.home", "");
        return home.isBlank() || home.equals("?") ? ofTheUser() : Path.of(home);
    }

    private static Path ofTheUser() {
        String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9_-]", "_");
        return Path.of(System.getProperty("java.io.tmpdir", "."), PLAIN + "-" + user);
    }

    /**
     * A folder for this user among the temporary ones, which is not made here. Others may have made
     * it.
     */
    public Path temporary() {
        return ofTheUser();
    }

    /** The folder of settings, which is not made here. */
    public Path settings() {
        if (system.contains("win")) {
            return variable("APPDATA").orElse(home).resolve(SPACED);
        }
        if (system.contains("mac")) {
            return home.resolve("Library", "Application Support", SPACED);
        }
        return variable("XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve(PLAIN);
    }

    /** The folder of what the user would miss: work that is not saved yet, and logs. */
    public Path data() {
        if (system.contains("win") || system.contains("mac")) {
            return settings();
        }
        return variable("XDG_DATA_HOME")
                .orElse(home.resolve(".local").resolve("share"))
                .resolve(PLAIN);
    }

    /** The folder of files that can be made again, which is not made here. */
    public Path cache() {
        if (system.contains("win")) {
            return variable("LOCALAPPDATA").orElse(home).resolve(SPACED);
        }
        if (system.contains("mac")) {
            return home.resolve("Library", "Caches", SPACED);
        }
        return variable("XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve(PLAIN);
    }

    private Optional<Path> variable(String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .flatMap(UserFolders::path);
    }

    /** In a locale that knows plain ASCII alone, a name with an accent is no path. */
    private static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
