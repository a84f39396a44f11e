package org.ganatelier.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The files that were opened or saved last, from one start to the next. FX thread only. */
public final class RecentFiles {
    private final Settings settings;
    private final Workers workers;

    /**
     * @param settings remember them
     */
    public RecentFiles(Settings settings, Workers workers) {
        this.settings = settings;
        this.workers = workers;
    }

    /** Newest first. */
    public List<Path> files() {
        return settings.recentFiles();
    }

    /** The folder of the newest, while it is there: where the next one is looked for. */
    public Optional<Path> folder() {
        return settings.folder().filter(Files::isDirectory);
    }

    /** A file was opened or saved. */
    public void add(Path file) {
        workers.fxThread().require();
        settings.addRecentFile(file.toAbsolutePath().normalize());
        settings.save();
    }

    /** Forgets all of them. */
    public void clear() {
        workers.fxThread().require();
        settings.clearRecentFiles();
        settings.save();
    }

    /** Finds out in the background whether a file is there: a network may take its time. */
    public void whetherThere(Path file, Consumer<Boolean> answer) {
        workers.work(() -> Files.exists(file), answer, _ -> answer.accept(false));
    }
}
