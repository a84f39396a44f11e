package org.ganatelier.log;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;

/**
 * The log of a window, which has no terminal that anybody sees: files that take turns, and the
 * newest lines for a report. Until it is closed, all that is logged goes there too.
 */
public final class WindowLog implements AutoCloseable {
    /** How many files there are of one window: the newest has the number 0. */
    static final int FILES = 3;

    /** Bytes of a file before the next one begins. */
    static final int MOST_BYTES = 1_000_000;

    private static final int RECENT = 40;
    private static final Logger LOG = LoggerFactory.getLogger(WindowLog.class);

    private final java.util.logging.Logger root = java.util.logging.Logger.getLogger("");
    private final RecentLines recent = new RecentLines(RECENT);
    private final List<Handler> handlers;

    /**
     * Begins to log. A folder that cannot be written to keeps nobody from working: then there are
     * no files.
     *
     * @param folder of the files; made where it is missing
     */
    public WindowLog(Path folder) {
        this(folder, MOST_BYTES);
    }

    WindowLog(Path folder, int mostBytes) {
        handlers = handlers(folder, mostBytes);
        handlers.forEach(root::addHandler);
    }

    /** The newest of what was logged, oldest first; each text ends with a line break. */
    public List<String> recent() {
        return recent.get();
    }

    /** Ends the files. */
    @Override
    public void close() {
        for (Handler handler : handlers) {
            root.removeHandler(handler);
            handler.close();
        }
    }

    private List<Handler> handlers(Path folder, int mostBytes) {
        try {
            Files.createDirectories(folder);
            // A second window at the same time writes to files of its own: that is the %u.
            String names = folder.toString().replace("%", "%%") + "/window-%u.%g.log";
            var files = new FileHandler(names, mostBytes, FILES, true);
            files.setFormatter(new DatedLine());
            files.setLevel(Level.ALL);
            return List.of(recent, files);
        } catch (IOException e) {
            LOG.warn("No log can be written to {}", folder, e);
            return List.of(recent);
        }
    }
}
