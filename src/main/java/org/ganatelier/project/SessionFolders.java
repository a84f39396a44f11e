package org.ganatelier.project;

import org.ganatelier.files.FileHold;
import org.ganatelier.train.Checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The sessions of the window, each in a folder of its own, and what is left of those that are over:
 * the newest ten that are at most thirty days old. One thread at a time.
 */
public final class SessionFolders {
    /** Former sessions that are kept. */
    static final int MOST = 10;

    /** How long they are kept. */
    static final Duration LONGEST = Duration.ofDays(30);

    private final Path root;
    private final Path crashes;

    /**
     * @param data the folder of what the user would miss
     */
    public SessionFolders(Path data) {
        root = data.resolve("sessions");
        crashes = crashes(data);
    }

    /** Where the Java runtime writes its report of a crash: a flag of each start says so. */
    public static Path crashes(Path data) {
        return data.resolve("crashes");
    }

    /**
     * Begins a session.
     *
     * @throws IOException where its folder cannot be made
     */
    public SessionFolder begin() throws IOException {
        // What makes it is there before the runtime crashes, and not afterwards.
        Files.createDirectories(crashes);
        String name = Instant.now().toEpochMilli() + "-" + UUID.randomUUID();
        return SessionFolder.make(root.resolve(name))
                .orElseThrow(() -> new IOException(root.toString()));
    }

    /**
     * The sessions that are over, newest first. Those that left nothing are removed, as are those
     * that are too many or too old.
     */
    public List<FormerSession> former() {
        var found = new ArrayList<FormerSession>();
        for (Path folder : folders()) {
            look(folder).ifPresent(found::add);
        }
        found.sort(Comparator.comparing(SessionFolders::time).reversed());
        var kept = new ArrayList<FormerSession>();
        for (FormerSession session : found) {
            if (isKept(session, kept.size())) {
                kept.add(session);
            } else {
                remove(session);
            }
        }
        return kept;
    }

    /** One that left nothing is known until the user has heard how it ended. */
    private static boolean isKept(FormerSession session, int newer) {
        return session.work().isEmpty()
                ? session.endedBadly()
                : newer < MOST && time(session).isAfter(Instant.now().minus(LONGEST));
    }

    /**
     * The work of a former session.
     *
     * @throws ProjectException where it cannot be read any more
     */
    public Project load(FormerSession session) throws ProjectException {
        return switch (new Autosaves(session.folder()).newest()) {
            case Autosaves.Found.Whole whole -> whole.project();
            case Autosaves.Found.Damaged(FileProblem problem) ->
                    throw new ProjectException(problem);
            case Autosaves.Found.Nothing() ->
                    throw new ProjectException(
                            new FileProblem.CannotBeRead(
                                    session.folder(), new FileRefusal.NoSuchFile()));
        };
    }

    /** The user knows that the session ended badly: it is one like all others from now on. */
    public void settle(FormerSession session) {
        delete(session.folder().resolve(SessionFolder.MARK));
        if (session.work().isEmpty()) {
            remove(session);
        }
    }

    /** Removes what a session left. */
    public void remove(FormerSession session) {
        new Autosaves(session.folder()).clear();
        delete(session.folder().resolve(SessionFolder.PICTURE));
        delete(session.folder().resolve(SessionFolder.MARK));
        delete(session.folder());
    }

    private List<Path> folders() {
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(Files::isDirectory).toList();
        } catch (IOException _) {
            // There was no session yet.
            return List.of();
        }
    }

    /** What is left in a folder that no process holds. */
    private Optional<FormerSession> look(Path folder) {
        try {
            Optional<FileHold> hold = FileHold.of(folder);
            if (hold.isEmpty()) {
                return Optional.empty();
            }
            try (var _ = hold.get()) {
                return Optional.of(read(folder));
            }
        } catch (IOException _) {
            // A folder that cannot be written to is no session of this user.
            return Optional.empty();
        }
    }

    private FormerSession read(Path folder) {
        Path mark = folder.resolve(SessionFolder.MARK);
        boolean running = Files.exists(mark);
        return new FormerSession(
                folder, work(folder), running, running ? crashReport(mark) : Optional.empty());
    }

    private static Optional<FormerSession.Work> work(Path folder) {
        if (!(new Autosaves(folder).newest() instanceof Autosaves.Found.Whole whole)) {
            return Optional.empty();
        }
        Project project = whole.project();
        OptionalLong step =
                project.run()
                        .map(Checkpoint::step)
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty());
        Optional<Path> picture =
                Optional.of(folder.resolve(SessionFolder.PICTURE)).filter(Files::exists);
        return Optional.of(
                new FormerSession.Work(project.experiment(), step, whole.savedAt(), picture));
    }

    /** Where the flag did not reach, the runtime writes to where it was started, or to /tmp. */
    private Optional<Path> crashReport(Path mark) {
        var facts = new Properties();
        try (var reader = Files.newBufferedReader(mark)) {
            facts.load(reader);
            String name = "hs_err_pid" + facts.getProperty(SessionFolder.PROCESS) + ".log";
            Path place = Path.of(facts.getProperty(SessionFolder.PLACE, ""));
            return Stream.of(crashes, place, Path.of(System.getProperty("java.io.tmpdir", "")))
                    .map(folder -> folder.resolve(name))
                    .filter(Files::isRegularFile)
                    .findFirst();
        } catch (IOException | IllegalArgumentException _) {
            // A mark that was cut off tells nothing.
            return Optional.empty();
        }
    }

    private static Instant time(FormerSession session) {
        return session.work().map(FormerSession.Work::savedAt).orElse(Instant.EPOCH);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // It is tried again at the next look.
        }
    }
}
