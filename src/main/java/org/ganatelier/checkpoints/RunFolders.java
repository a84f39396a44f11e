package org.ganatelier.checkpoints;

import org.ganatelier.files.FileHold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The runs of the window, each with a folder of checkpoints of its own, named by when it began. The
 * run that goes on holds its folder; of the others the oldest go where all take too much. One
 * thread at a time.
 */
public final class RunFolders {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private static final int LONGEST_NAME = 40;

    private final Path root;

    /**
     * @param data the folder of what the user would miss
     */
    public RunFolders(Path data) {
        root = data.resolve("runs");
    }

    /** A folder, as long as its run goes on. */
    public record Held(CheckpointFolder folder, Optional<FileHold> hold) implements AutoCloseable {
        /** The run goes on no more; a folder without checkpoints goes. */
        @Override
        public void close() throws IOException {
            if (hold.isPresent()) {
                hold.get().close();
            }
            if (folder.list().isEmpty()) {
                Files.deleteIfExists(folder.path());
            }
        }
    }

    /** Where they are. */
    public Path path() {
        return root;
    }

    /**
     * Makes the folder of a run.
     *
     * @param experiment its name, for people who look into the folder
     * @throws IOException where it cannot be made
     */
    public Held begin(String experiment) throws IOException {
        Files.createDirectories(root);
        String plain = experiment.replaceAll("[^\\p{Alnum}]+", "-").replaceAll("^-|-$", "");
        String name =
                TIME.format(LocalDateTime.now(ZoneId.systemDefault()))
                        + "-"
                        + plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
        for (int number = 1; ; number++) {
            Path folder = root.resolve(number == 1 ? name : name + "-" + number);
            if (Files.notExists(folder)) {
                Files.createDirectory(folder);
                return new Held(new CheckpointFolder(folder), hold(folder));
            }
        }
    }

    /** A file system that knows no locks: then there is none. */
    private static Optional<FileHold> hold(Path folder) {
        try {
            return FileHold.of(folder);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** All folders, the oldest run first. */
    public List<CheckpointFolder> all() throws IOException {
        if (Files.notExists(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(Path::getFileName))
                    .map(CheckpointFolder::new)
                    .toList();
        }
    }

    /**
     * Removes folders, the oldest run first, until the others take no more than that. Those of runs
     * that go on stay, in this process or in another.
     */
    public void cleanUp(long mostBytes) throws IOException {
        List<CheckpointFolder> all = all();
        long bytes = 0;
        for (CheckpointFolder folder : all) {
            bytes += bytes(folder);
        }
        for (CheckpointFolder folder : all) {
            if (bytes <= mostBytes) {
                return;
            }
            long of = bytes(folder);
            if (remove(folder)) {
                bytes -= of;
            }
        }
    }

    private static long bytes(CheckpointFolder folder) throws IOException {
        return folder.list().stream().mapToLong(CheckpointFile::bytes).sum();
    }

    /** Whether it is gone: not where somebody holds it. */
    private static boolean remove(CheckpointFolder folder) throws IOException {
        Optional<FileHold> hold = FileHold.of(folder.path());
        if (hold.isEmpty()) {
            return false;
        }
        try (var _ = hold.get()) {
            folder.tidy();
            folder.list().forEach(folder::remove);
        }
        // Something of the user's may be in it.
        if (isEmpty(folder.path())) {
            Files.deleteIfExists(folder.path());
        }
        return true;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> rest = Files.list(folder)) {
            return rest.findAny().isEmpty();
        }
    }
}
