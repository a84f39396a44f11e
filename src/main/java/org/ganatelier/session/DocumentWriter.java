package org.ganatelier.session;

import org.ganatelier.project.Project;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.CheckpointMark;
import org.ganatelier.train.RunPast;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Collects all of a document, and saves it. FX thread only. */
final class DocumentWriter {
    private final ExperimentEditor editor;
    private final Training training;
    private final OpenDocument document;
    private final Arrangement look;
    private final FileWork work;

    DocumentWriter(
            ExperimentEditor editor,
            Training training,
            OpenDocument document,
            Arrangement look,
            FileWork work) {
        this.editor = editor;
        this.training = training;
        this.document = document;
        this.look = look;
        this.work = work;
    }

    /** See {@link Documents#save(Path, Runnable)}. */
    void save(Path file, Runnable done) {
        work.requireFxThread();
        int number = editor.document();
        Optional<RunEntry> run = training.current();
        work.begin(new Activity.Saving(FileWork.nameOf(file)));
        var _ =
                project()
                        .thenAccept(
                                project ->
                                        write(
                                                project,
                                                file,
                                                () -> {
                                                    saved(project, run, file);
                                                    document.saved(number, originOf(project, file));
                                                    done.run();
                                                }));
    }

    /** See {@link Documents#saveRun}. */
    void saveRun(RunEntry run, Path file) {
        work.requireFxThread();
        work.begin(new Activity.Saving(FileWork.nameOf(file)));
        var _ =
                stateOf(run)
                        .thenAccept(
                                state -> {
                                    Project project =
                                            with(Project.of(run.experiment()), run, state);
                                    write(
                                            project,
                                            file,
                                            () -> saved(project, Optional.of(run), file));
                                });
    }

    /** See {@link Documents#project}. */
    CompletableFuture<Project> project() {
        work.requireFxThread();
        Project edited =
                Project.of(editor.experimentProperty().get())
                        .withView(look.describe())
                        .withNote(document.noteProperty().get());
        return training.current()
                .filter(RunEntry::hasLearnt)
                .map(run -> stateOf(run).thenApply(state -> with(edited, run, state)))
                .orElseGet(() -> CompletableFuture.completedFuture(edited));
    }

    private void write(Project project, Path file, Runnable done) {
        work.visibly(
                new Activity.Saving(FileWork.nameOf(file)),
                () ->
                        work.held()
                                .keep(
                                        file,
                                        target -> {
                                            ProjectFile.save(target, project);
                                            return target;
                                        }),
                _ -> {
                    work.used(file);
                    done.run();
                });
    }

    private void saved(Project project, Optional<RunEntry> run, Path file) {
        project.run()
                .ifPresentOrElse(
                        state -> {
                            run.ifPresent(entry -> keep(entry, state));
                            work.tell(new Happening.RunSaved(file, state.step()));
                        },
                        () -> work.tell(new Happening.ExperimentSaved(file)));
    }

    private static void keep(RunEntry run, Checkpoint state) {
        run.kept(new CheckpointMark(state.step(), CheckpointMark.Reason.SAVED));
        run.saved(state.seconds());
    }

    private static OpenDocument.Origin originOf(Project project, Path file) {
        return OpenDocument.Origin.saved(Optional.of(file), project.experiment(), project.note());
    }

    private static Project with(Project edited, RunEntry run, Optional<Checkpoint> state) {
        return state.map(
                        kept ->
                                new Project(
                                        edited.experiment(),
                                        state,
                                        Optional.of(RunPast.of(run.record())),
                                        edited.view(),
                                        edited.note()))
                .orElse(edited);
    }

    private CompletableFuture<Optional<Checkpoint>> stateOf(RunEntry run) {
        CompletableFuture<Checkpoint> asked = run.checkpoint();
        return asked.handle((state, _) -> Optional.ofNullable(state))
                .thenApplyAsync(state -> state, asked.isDone() ? Runnable::run : work::later);
    }
}
