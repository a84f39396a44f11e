package org.ganatelier.project;

import org.ganatelier.files.FileHold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * The folder of one session of the window, held by its process: the last states of its work, their
 * picture, and a mark that says that it goes on. Whoever finds the mark and nobody who holds the
 * folder knows that the session ended badly.
 */
public final class SessionFolder {
    static final String MARK = "running.properties";
    static final String PICTURE = "picture.png";

    /** In the mark: the number of the process, and the folder that it was started in. */
    static final String PROCESS = "process";

    static final String PLACE = "place";

    private final Path folder;
    private final FileHold hold;
    private final Autosaves saves;

    private SessionFolder(Path folder, FileHold hold) {
        this.folder = folder;
        this.hold = hold;
        saves = new Autosaves(folder);
    }

    /**
     * Makes a folder and holds it.
     *
     * @return empty where somebody else was as fast
     * @throws IOException where it cannot be written to
     */
    static Optional<SessionFolder> make(Path folder) throws IOException {
        Files.createDirectories(folder);
        Optional<FileHold> hold = FileHold.of(folder);
        if (hold.isPresent()) {
            var mark = new Properties();
            mark.setProperty(PROCESS, Long.toString(ProcessHandle.current().pid()));
            mark.setProperty(PLACE, Path.of("").toAbsolutePath().toString());
            try (var writer = Files.newBufferedWriter(folder.resolve(MARK))) {
                mark.store(writer, null);
            }
        }
        return hold.map(held -> new SessionFolder(folder, held));
    }

    /** The last states of the session's work. */
    public Autosaves saves() {
        return saves;
    }

    /** Where a picture of the newest state belongs. */
    public Path picture() {
        return folder.resolve(PICTURE);
    }

    /**
     * The session ends as it should.
     *
     * @param saved whether all of its work is in files of the user's: then nothing is kept
     */
    public void end(boolean saved) throws IOException {
        try (hold) {
            Files.deleteIfExists(folder.resolve(MARK));
            if (saved) {
                saves.clear();
            }
        }
        if (saves.newestMillis().isEmpty()) {
            Files.deleteIfExists(picture());
            Files.deleteIfExists(folder);
        }
    }
}
