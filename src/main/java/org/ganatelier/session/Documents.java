package org.ganatelier.session;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.ganatelier.data.DataException;
import org.ganatelier.data.Datasets;
import org.ganatelier.data.Grid;
import org.ganatelier.data.Images;
import org.ganatelier.exchange.image.Png;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.project.FileProblem;
import org.ganatelier.project.Presets;
import org.ganatelier.project.Project;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.CheckpointMark;
import org.ganatelier.train.RunPast;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Where the experiment comes from and where its results go: presets, files of data, files of runs,
 * pictures. Files are read and written in the background. FX thread only.
 */
public final class Documents {
    private static final int GRID_COLUMNS = 8;
    private static final int GRID_GAP = 2;

    /** A digit of 28 pixels is then 112 pixels wide. */
    private static final int PICTURE_FACTOR = 4;

    private final ExperimentEditor editor;
    private final Training training;
    private final Workers workers;
    private final Notices notices;
    private final ReadOnlyBooleanWrapper edited = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Activity>> busy =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper preset = new ReadOnlyStringWrapper("");

    /** Where each document of the editor came from: see {@link ExperimentEditor#document}. */
    private final Map<Integer, Origin> origins = new HashMap<>();

    /**
     * @param preset its name, or an empty string for a file
     */
    private record Origin(Experiment experiment, String preset) {}

    Documents(ExperimentEditor editor, Training training, Workers workers, Notices notices) {
        this.editor = editor;
        this.training = training;
        this.workers = workers;
        this.notices = notices;
        origins.put(editor.document(), new Origin(editor.experimentProperty().get(), ""));
        editor.experimentProperty().subscribe(this::compareWithOrigin);
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

    /** Whether the experiment differs from the preset or the file it came from. */
    public ReadOnlyBooleanProperty editedProperty() {
        return edited.getReadOnlyProperty();
    }

    /** What is being read or written, if anything. */
    public ReadOnlyObjectProperty<Optional<Activity>> busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** The name of the preset that the experiment came from, or an empty string. */
    public ReadOnlyStringProperty presetProperty() {
        return preset.getReadOnlyProperty();
    }

    /** Brings a preset into the editor: an edit like any other, which can be taken back. */
    public void load(String name) {
        workers.fxThread().require();
        work(
                new Activity.LoadingPreset(),
                () -> preset(name),
                loaded -> begin(new EditName.LoadPreset(name), new Origin(loaded, name)));
    }

    /**
     * Makes IDX files the data of the experiment, after a look at their headers.
     *
     * @param done called when they are
     * @param refused told why when they cannot be
     */
    public void useIdxFiles(
            Path images, Optional<Path> labels, Runnable done, Consumer<Happening> refused) {
        workers.fxThread().require();
        workers.work(
                () -> Datasets.describe(images, labels),
                spec -> {
                    editor.edit(new EditName.UseData(spec), e -> e.withData(spec));
                    done.run();
                },
                failure -> refused.accept(happeningOf(failure)));
    }

    /** Loads a saved run: its experiment, as an edit, and what it has learnt, paused. */
    public void open(Path file) {
        workers.fxThread().require();
        work(
                new Activity.Opening(nameOf(file)),
                () -> ProjectFile.load(file),
                saved -> {
                    begin(new EditName.OpenFile(nameOf(file)), new Origin(saved.experiment(), ""));
                    saved.run().ifPresent(run -> goOnFrom(run, saved, file));
                });
    }

    /** Saves the run that is shown: its experiment with all that it has learnt. */
    public void save(Path file) {
        workers.fxThread().require();
        Optional<RunEntry> run = training.shown();
        if (run.isPresent()) {
            save(run.get(), file);
        } else {
            fail(new IllegalStateException("Nothing has been trained yet"));
        }
    }

    private void save(RunEntry run, Path file) {
        busy.set(Optional.of(new Activity.Saving(nameOf(file))));
        var _ =
                run.checkpoint()
                        .whenComplete(
                                (checkpoint, failure) ->
                                        workers.fx()
                                                .execute(
                                                        () -> {
                                                            if (failure == null) {
                                                                write(run, checkpoint, file);
                                                            } else {
                                                                fail(failure);
                                                            }
                                                        }));
    }

    /** Saves the generated images that are shown as one picture. */
    public void saveGrid(Path file) {
        workers.fxThread().require();
        training.imagesProperty()
                .getValue()
                .ifPresent(
                        shown ->
                                work(
                                        new Activity.Saving(nameOf(file)),
                                        () -> writeGrid(shown, file),
                                        _ -> notices.inform(new Happening.ImagesSaved(file))));
    }

    /**
     * Saves a picture.
     *
     * @param argb width * height colours, row by row
     * @param done called when it is saved
     * @param failed told why when it cannot be
     */
    public void savePicture(
            int[] argb,
            int width,
            int height,
            Path file,
            Runnable done,
            Consumer<Happening> failed) {
        workers.fxThread().require();
        workers.work(
                () -> {
                    Png.write(argb, width, height, file);
                    return file;
                },
                _ -> done.run(),
                failure -> failed.accept(happeningOf(failure)));
    }

    private void write(RunEntry run, Checkpoint checkpoint, Path file) {
        Project project = Project.of(checkpoint).withPast(RunPast.of(run.record()));
        work(
                new Activity.Saving(nameOf(file)),
                () -> {
                    ProjectFile.save(file, project);
                    return checkpoint.step();
                },
                step -> {
                    run.kept(new CheckpointMark(step, CheckpointMark.Reason.SAVED));
                    notices.inform(new Happening.RunSaved(file, step));
                });
    }

    private static Path writeGrid(Images images, Path file) throws IOException {
        Images grid = Grid.of(images, GRID_COLUMNS, GRID_GAP);
        Png.write(Grid.enlarged(grid, PICTURE_FACTOR), file);
        return file;
    }

    /** Works in the background, visibly; a failure is told to the user. */
    private <T> void work(Activity what, Callable<T> task, Consumer<T> done) {
        busy.set(Optional.of(what));
        workers.work(
                task,
                result -> {
                    busy.set(Optional.empty());
                    done.accept(result);
                },
                this::fail);
    }

    private void fail(Throwable failure) {
        busy.set(Optional.empty());
        // Of a file that is none of ours all is said.
        boolean expected = failure instanceof ProjectException;
        notices.error(happeningOf(failure), expected ? null : failure);
    }

    private static Happening happeningOf(Throwable failure) {
        return switch (failure) {
            case ProjectException known -> new Happening.FileFailed(known.problem());
            case DataException known -> new Happening.DataRefused(known.problem());
            case IOException io -> new Happening.FileFailed(FileProblem.of(io));
            default -> new Happening.ActionFailed(failure.toString());
        };
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    private void goOnFrom(Checkpoint run, Project saved, Path file) {
        if (editor.check(run.experiment()) instanceof Outcome.Ready) {
            training.goOnFrom(run, saved.past().orElseGet(() -> RunPast.of(run)));
        } else {
            notices.error(new Happening.WeightsNotLoaded(nameOf(file)), null);
        }
    }

    private void begin(EditName name, Origin origin) {
        editor.replace(name, origin.experiment());
        origins.put(editor.document(), origin);
        compareWithOrigin();
    }

    private void compareWithOrigin() {
        Experiment now = editor.experimentProperty().get();
        // What came of an earlier run, and of no file, is its own origin.
        Origin origin = origins.computeIfAbsent(editor.document(), _ -> new Origin(now, ""));
        edited.set(!now.equals(origin.experiment()));
        preset.set(origin.preset());
    }
}
