package org.ganatelier.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** Shows folders in the system's own file manager. FX thread only. */
public final class FolderOpener {
    private final Function<Path, List<String>> command;
    private final Workers workers;

    /**
     * @param command the program that opens a folder, with its arguments
     */
    FolderOpener(Function<Path, List<String>> command, Workers workers) {
        this.command = command;
        this.workers = workers;
    }

    /** By the means of a system. */
    static FolderOpener of(String system, Workers workers) {
        return new FolderOpener(folder -> command(system, folder), workers);
    }

    /**
     * Opens a folder.
     *
     * @param refused called where this system cannot
     */
    public void open(Path folder, Runnable refused) {
        Consumer<Throwable> failed = _ -> refused.run();
        workers.work(
                () -> new ProcessBuilder(command.apply(folder)).start().waitFor() == 0,
                opened -> {
                    if (!opened) {
                        refused.run();
                    }
                },
                failed);
    }

    private static List<String> command(String system, Path folder) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            // The explorer's own exit code says nothing, that of "start" does.
            return List.of("cmd", "/c", "start", "", folder.toString());
        }
        return List.of(name.startsWith("mac") ? "open" : "xdg-open", folder.toString());
    }
}
