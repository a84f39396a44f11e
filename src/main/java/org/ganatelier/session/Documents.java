package org.ganatelier.session;

import javafx.beans.property.ReadOnlyObjectProperty;

import org.ganatelier.data.Datasets;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.project.Presets;
import org.ganatelier.project.Project;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.RunPast;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * What comes into the editor and goes out of it: presets, new experiments, files. Each is another
 * document; the one before stays in the history of edits, and its run in the list of runs. Files
 * are read and written in the background. FX thread only.
 */
public final class Documents {
    private final ExperimentEditor editor;
    private final Training training;
    private final OpenDocument document;
    private final Arrangement look;
    private final FileWork work;
    private final DocumentWriter writer;

    Documents(
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
        writer = new DocumentWriter(editor, training, document, look, work);
    }

    /** The names of the presets in the order of the menu; the first is the one to begin with. */
    public static List<String> presets() {
        return Presets.names();
    }

    /**
     * The experiment of a preset.
     *
     * @throws IllegalArgumentException where there is no such preset
     */
    public static Experiment preset(String name) {
        try {
            return Presets.load(name);
        } catch (ProjectException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The document in the editor. */
    public OpenDocument current() {
        return document;
    }

    /** What is being read or written, if anything. */
    public ReadOnlyObjectProperty<Optional<Activity>> busyProperty() {
        return work.busyProperty();
    }

    /** The file that was opened or saved last in this session. */
    public ReadOnlyObjectProperty<Optional<Path>> lastUsedProperty() {
        return work.lastUsedProperty();
    }

    /** Brings a preset into the editor. */
    public void load(String name) {
        work.requireFxThread();
        work.visibly(
                new Activity.LoadingPreset(),
                () -> preset(name),
                loaded -> {
                    editor.replace(new EditName.LoadPreset(name), loaded);
                    document.began(OpenDocument.Origin.ofPreset(name, loaded));
                });
    }

    /**
     * Brings an experiment without layers into the editor; its data is that of the one before.
     *
     * @param name of the experiment
     */
    public void beginNew(String name) {
        work.requireFxThread();
        DataSpec data = editor.experimentProperty().get().data();
        Experiment empty =
                preset(presets().getFirst())
                        .withName(name)
                        .withData(data)
                        .withNetwork(Side.GENERATOR, _ -> NetworkSpec.of())
                        .withNetwork(Side.DISCRIMINATOR, _ -> NetworkSpec.of());
        editor.replace(new EditName.NewExperiment(), empty);
        document.began(OpenDocument.Origin.saved(Optional.empty(), empty, ""));
    }

    /**
     * Makes IDX files the data of the experiment, once all of them was read.
     *
     * @param done called when they are
     * @param refused told why when they cannot be
     */
    public void useIdxFiles(
            Path images, Optional<Path> labels, Runnable done, Consumer<Happening> refused) {
        work.requireFxThread();
        work.quietly(
                () -> {
                    DataSpec spec = Datasets.describe(images, labels);
                    // The header may promise more than there is.
                    var _ = Datasets.open(spec);
                    return spec;
                },
                spec -> {
                    editor.edit(new EditName.UseData(spec), e -> e.withSamples(spec));
                    done.run();
                },
                refused);
    }

    /**
     * Opens a file: its experiment, as an edit, and what was learnt, paused. An experiment of JSON
     * is opened too; it is saved to another file. What cannot be opened leaves all as it was.
     */
    public void open(Path file) {
        open(file, () -> work.held().keep(file, ProjectFile::load), true);
    }

    /** Opens what is in a file that another window may hold; it is saved to another file. */
    public void openCopy(Path file) {
        open(file, () -> ProjectFile.load(file), false);
    }

    private void open(Path file, Callable<Project> whole, boolean ours) {
        work.requireFxThread();
        String name = FileWork.nameOf(file);
        work.visibly(
                new Activity.Opening(name),
                () -> Opened.from(file, whole, ours),
                read -> {
                    Project project = read.project;
                    // Weights that were not loaded must not be overwritten.
                    boolean all = take(project, OptionalLong.empty(), name, true);
                    document.began(
                            OpenDocument.Origin.saved(
                                    Optional.of(file).filter(_ -> read.ours && all),
                                    project.experiment(),
                                    project.note()));
                    work.used(file);
                });
    }

    /**
     * What was read.
     *
     * @param ours whether it can be saved to the file that it came from
     */
    private record Opened(Project project, boolean ours) {
        static Opened from(Path file, Callable<Project> whole, boolean ours) throws Exception {
            return FileGuess.of(file) == FileGuess.EXPERIMENT
                    ? new Opened(Project.of(Presets.open(file.toAbsolutePath().toString())), false)
                    : new Opened(whole.call(), ours);
        }
    }

    /** Opens the document's file again, as it was saved last. */
    public void revert() {
        document.fileProperty().get().ifPresent(this::open);
    }

    /**
     * Opens what is in no file of the user's: all of it is unsaved.
     *
     * @param name that the undo menu calls it by
     */
    public void restore(Project project, String name) {
        branch(project, OptionalLong.empty(), name);
    }

    /**
     * Opens a state of a run of this session as a document of its own: all of it is unsaved.
     *
     * @param runId the run that it is of, where it is known
     * @param name that the undo menu calls it by
     */
    void branch(Project project, OptionalLong runId, String name) {
        work.requireFxThread();
        boolean _ = take(project, runId, name, false);
        document.began(OpenDocument.Origin.unsaved(project.note()));
    }

    /** Saves the document to its file, if it has one. */
    public void save() {
        document.fileProperty().get().ifPresent(file -> save(file, () -> {}));
    }

    /**
     * Saves all of the document to a file, which is its file from now on.
     *
     * @param done called when it is saved, and only then
     */
    public void save(Path file, Runnable done) {
        writer.save(file, done);
    }

    /** Saves an earlier run with its own experiment; the document's file stays what it is. */
    public void saveRun(RunEntry run, Path file) {
        writer.saveRun(run, file);
    }

    /**
     * All of the document as it is now, with the state of its run between two steps; completes on
     * the FX thread. Where the run has no state that could be saved, it is left out.
     */
    public CompletableFuture<Project> project() {
        return writer.project();
    }

    /** Gives up the file. */
    void close() {
        work.held().close();
    }

    /**
     * @param inFile whether it is in a file of the user's
     * @return whether what was learnt came with it, if anything was
     */
    private boolean take(Project project, OptionalLong runId, String name, boolean inFile) {
        editor.replace(new EditName.OpenFile(name), project.experiment());
        look.restore(project.view());
        Optional<Checkpoint> run = project.run();
        boolean whole =
                run.map(state -> editor.check(state.experiment()))
                        .map(Outcome.Ready.class::isInstance)
                        .orElse(true);
        if (whole) {
            run.ifPresent(
                    state ->
                            training.goOnFrom(
                                    state,
                                    runId,
                                    project.past().orElseGet(() -> RunPast.of(state)),
                                    inFile ? state.seconds() : 0));
        } else {
            work.warn(new Happening.WeightsNotLoaded(name));
        }
        return whole;
    }
}
