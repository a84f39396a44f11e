package org.ganatelier.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The last states of something that is not saved yet, in a folder: at most two project files,
 * numbered. A new one never replaces another: the older of the two goes when the new one is on the
 * disk, and where the newest is damaged, the one before it is there. Weights are not compressed, so
 * that writing costs little. For one thread at a time; who writes to the folder holds it (see
 * {@link org.ganatelier.files.FileHold}).
 */
public final class Autosaves {
    private static final Pattern NAME = Pattern.compile("autosave-(\\d{1,9})\\.atelier");
    private static final int KEPT = 2;

    private final Path folder;

    /** What is found of the last state. */
    public sealed interface Found {
        /** Nothing was saved. */
        record Nothing() implements Found {}

        /**
         * The newest whole one.
         *
         * @param savedAt when it was written, as its file says
         * @param newerIsDamaged whether there is a newer one that cannot be read
         */
        record Whole(Path file, Project project, Instant savedAt, boolean newerIsDamaged)
                implements Found {}

        /**
         * None can be read.
         *
         * @param problem of the newest
         */
        record Damaged(FileProblem problem) implements Found {}
    }

    /** One of them. */
    private record Numbered(Path file, int number) {}

    /**
     * @param folder in which they are; it need not exist
     */
    public Autosaves(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the newest state; makes the folder where it is missing.
     *
     * @return its file
     * @throws ProjectException where the folder cannot be written to, saying why; what was saved
     *     before is as it was
     */
    public Path save(Project project) throws ProjectException {
        List<Numbered> before;
        try {
            Files.createDirectories(folder);
            before = newestFirst();
        } catch (IOException e) {
            throw new ProjectException(new FileProblem.CannotBeSaved(folder, FileRefusal.of(e)), e);
        }
        int number = before.isEmpty() ? 1 : before.getFirst().number + 1;
        Path file = folder.resolve("autosave-" + number + ProjectFile.EXTENSION);
        ProjectFile.saveQuickly(file, project);
        before.stream().skip(KEPT - 1).forEach(old -> remove(old.file));
        return file;
    }

    /** The newest whole state. */
    public Found newest() {
        var problems = new ArrayList<FileProblem>();
        try {
            for (Numbered saved : newestFirst()) {
                try {
                    Project project = ProjectFile.load(saved.file);
                    Instant time = Files.getLastModifiedTime(saved.file).toInstant();
                    return new Found.Whole(saved.file, project, time, !problems.isEmpty());
                } catch (ProjectException e) {
                    problems.add(e.problem());
                }
            }
        } catch (IOException e) {
            problems.add(new FileProblem.CannotBeRead(folder, FileRefusal.of(e)));
        }
        return problems.isEmpty() ? new Found.Nothing() : new Found.Damaged(problems.getFirst());
    }

    /** When the newest was written, whole or not, without reading it; empty where there is none. */
    public OptionalLong newestMillis() {
        try {
            List<Numbered> all = newestFirst();
            return all.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(Files.getLastModifiedTime(all.getFirst().file).toMillis());
        } catch (IOException _) {
            return OptionalLong.empty();
        }
    }

    /** Removes them: what they hold is saved elsewhere, or not wanted. What cannot go stays. */
    public void clear() {
        try {
            newestFirst().forEach(saved -> remove(saved.file));
        } catch (IOException _) {
            // There is no such folder: there is nothing to remove.
        }
    }

    private List<Numbered> newestFirst() throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(Autosaves::numbered)
                    .sorted(Comparator.comparingInt(Numbered::number).reversed())
                    .toList();
        }
    }

    private static Stream<Numbered> numbered(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches()
                ? Stream.of(new Numbered(file, Integer.parseInt(name.group(1))))
                : Stream.empty();
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // Held by something: the next save tries again.
        }
    }
}
