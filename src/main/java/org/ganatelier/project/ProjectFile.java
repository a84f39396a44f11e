package org.ganatelier.project;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.RunPast;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The project file: a zip of {@code experiment.json} and, where something was trained, {@code
 * state.json} and one entry of little-endian 32-bit floats for each array. Beside them may be what
 * the run told ({@code past.json}), an experiment whose edits wait ({@code edited.json}), the view
 * ({@code view.json}) and a note ({@code note.txt}): older programs do not look at those. It names
 * no class of any library and is checked completely when it is read, so a stranger's file can do no
 * harm.
 */
public final class ProjectFile {
    /** How the name of a project file ends. */
    public static final String EXTENSION = ".atelier";

    static final String EXPERIMENT = "experiment.json";
    static final String STATE = "state.json";
    static final String PAST = "past.json";
    private static final String EDITED = "edited.json";
    private static final String VIEW = "view.json";
    private static final String NOTE = "note.txt";

    private ProjectFile() {}

    /**
     * Writes a project, whole or not at all: the old file stays until the new one is complete, and
     * then as {@code NAME.bak}.
     *
     * @throws ProjectException where the place cannot be written to, saying why
     */
    public static void save(Path file, Project project) throws ProjectException {
        save(ArchiveFile.DOCUMENT, file, project);
    }

    /** As {@link #save(Path, Project)}, of what a run has learnt and nothing else. */
    public static void save(Path file, Checkpoint run) throws ProjectException {
        save(file, Project.of(run));
    }

    /**
     * As {@link #save(Path, Project)}, without compression and without keeping the file before: of
     * many files that are written while something more important waits.
     */
    public static void saveQuickly(Path file, Project project) throws ProjectException {
        save(ArchiveFile.QUICK, file, project);
    }

    static void save(ArchiveFile how, Path file, Project project) throws ProjectException {
        how.write(file, archive -> write(archive, project));
    }

    /**
     * Reads a project.
     *
     * @throws ProjectException where the file is missing, damaged, incomplete, no project, or of a
     *     newer version
     */
    public static Project load(Path file) throws ProjectException {
        return read(file, ProjectFile::project);
    }

    /**
     * Reads what was learnt.
     *
     * @throws ProjectException as {@link #load}, and where nothing was trained
     */
    public static Checkpoint loadRun(Path file) throws ProjectException {
        return read(
                file,
                archive ->
                        run(archive)
                                .orElseThrow(
                                        () -> new ProjectException(new FileProblem.NotTrained())));
    }

    /**
     * Reads what was told of a run without what it learnt, which is most of the file: how far it
     * was, its edits, curves and scores.
     *
     * @throws ProjectException as {@link #loadRun}
     */
    public static RunPast loadPast(Path file) throws ProjectException {
        return read(
                file,
                archive -> {
                    if (!archive.has(STATE)) {
                        throw new ProjectException(new FileProblem.NotTrained());
                    }
                    Experiment experiment = ProjectJson.read(archive.text(EXPERIMENT));
                    Checkpoint bare =
                            ProjectState.read(archive.text(STATE), experiment)
                                    .checkpoint(experiment, Map.of());
                    return archive.has(PAST) ? PastArchive.read(archive, bare) : RunPast.of(bare);
                });
    }

    /**
     * Reads a project's experiment alone, without its weights: that of the run, where there is one.
     *
     * @throws ProjectException as {@link #load}
     */
    public static Experiment loadExperiment(Path file) throws ProjectException {
        return read(file, archive -> ProjectJson.read(archive.text(EXPERIMENT)));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(ArchiveReader archive) throws ProjectException;
    }

    private static <T> T read(Path file, Reading<T> reading) throws ProjectException {
        try (var archive = ArchiveReader.open(file)) {
            return reading.from(archive);
        } catch (ProjectException e) {
            throw e.in(file);
        } catch (IOException e) {
            throw new ProjectException(new FileProblem.CannotBeRead(file, FileRefusal.of(e)), e);
        }
    }

    private static Project project(ArchiveReader archive) throws ProjectException {
        Optional<Checkpoint> run = run(archive);
        Experiment experiment =
                ProjectJson.read(archive.text(archive.has(EDITED) ? EDITED : EXPERIMENT));
        Optional<RunPast> past =
                run.isPresent() && archive.has(PAST)
                        ? Optional.of(PastArchive.read(archive, run.get()))
                        : Optional.empty();
        return new Project(experiment, run, past, view(archive), note(archive));
    }

    private static Optional<Checkpoint> run(ArchiveReader archive) throws ProjectException {
        if (!archive.has(STATE) && !archive.has(ProjectState.entry(0))) {
            return Optional.empty();
        }
        Experiment experiment = ProjectJson.read(archive.text(EXPERIMENT));
        ProjectState state = ProjectState.read(archive.text(STATE), experiment);
        var arrays = new LinkedHashMap<String, float[]>();
        for (int i = 0; i < state.arrays().size(); i++) {
            var array = state.arrays().get(i);
            arrays.put(
                    array.name(),
                    archive.finite(ProjectState.entry(i), array.name(), array.length()));
        }
        return Optional.of(state.checkpoint(experiment, arrays));
    }

    private static ViewState view(ArchiveReader archive) throws ProjectException {
        return archive.has(VIEW) ? ViewJson.read(archive.text(VIEW)) : ViewState.EMPTY;
    }

    /** A stranger's note may hold anything: what steers a terminal or a text field goes. */
    private static String note(ArchiveReader archive) throws ProjectException {
        if (!archive.has(NOTE)) {
            return "";
        }
        String clean =
                archive.text(NOTE)
                        .replaceAll("\\R", "\n")
                        .replaceAll("[\\p{Cntrl}&&[^\n\t]]|[\\p{Cf}&&[^\u200c\u200d]]", "");
        return clean.length() > Project.LONGEST_NOTE
                ? clean.substring(0, Project.LONGEST_NOTE)
                : clean;
    }

    private static void write(ArchiveWriter archive, Project project) throws IOException {
        if (project.run().isPresent()) {
            write(archive, project.run().get());
        } else {
            archive.text(EXPERIMENT, ProjectJson.write(project.experiment()));
        }
        if (project.past().isPresent()) {
            PastArchive.write(archive, project.past().get());
        }
        if (project.editsWait()) {
            archive.text(EDITED, ProjectJson.write(project.experiment()));
        }
        if (!project.view().isEmpty()) {
            archive.shortText(VIEW, ViewJson.write(project.view()));
        }
        if (!project.note().isEmpty()) {
            archive.text(NOTE, project.note());
        }
    }

    private static void write(ArchiveWriter archive, Checkpoint run) throws IOException {
        archive.text(EXPERIMENT, ProjectJson.write(run.experiment()));
        archive.text(STATE, ProjectState.of(run).write());
        List<String> names = new ArrayList<>(run.arrays().keySet());
        List<float[]> arrays = new ArrayList<>(run.arrays().values());
        for (int i = 0; i < arrays.size(); i++) {
            archive.finite(ProjectState.entry(i), names.get(i), arrays.get(i));
        }
    }
}
