package org.ganatelier.session;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.ganatelier.data.Bundled;
import org.ganatelier.data.DataException;
import org.ganatelier.data.Datasets;
import org.ganatelier.data.Grid;
import org.ganatelier.data.Images;
import org.ganatelier.exchange.image.Png;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.train.Checkpoint;

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
    private final ReadOnlyStringWrapper busy = new ReadOnlyStringWrapper("");
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

    /** The presets in the order of the menu; the first is the one to begin with. */
    public static List<PresetChoice> presets() {
        return Presets.list().stream()
                .map(p -> new PresetChoice(p.name(), p.title(), p.description()))
                .toList();
    }

    /**
     * The experiment of a preset.
     *
     * @throws IllegalArgumentException with a sentence for the user where there is no such preset
     */
    public static Experiment preset(String name) {
        try {
            return Presets.load(name);
        } catch (ProjectException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The licence of a bundled set: plain text of several lines. */
    public static String licence(DataSpec.Collection set) {
        return Bundled.licence(set);
    }

    /** Whether the experiment differs from the preset or the file it came from. */
    public ReadOnlyBooleanProperty editedProperty() {
        return edited.getReadOnlyProperty();
    }

    /** What is being read or written, such as "Saving the run…", or an empty string. */
    public ReadOnlyStringProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** The name of the preset that the experiment came from, or an empty string. */
    public ReadOnlyStringProperty presetProperty() {
        return preset.getReadOnlyProperty();
    }

    /** Brings a preset into the editor: an edit like any other, which can be taken back. */
    public void load(PresetChoice choice) {
        work(
                "Loading the preset…",
                () -> preset(choice.name()),
                loaded ->
                        begin(
                                new EditName.LoadPreset(choice.title()),
                                new Origin(loaded, choice.name())));
    }

    /**
     * Makes IDX files the data of the experiment, after a look at their headers.
     *
     * @param done called when they are
     * @param refused receives a sentence for the user when they cannot be
     */
    public void useIdxFiles(
            Path images, Optional<Path> labels, Runnable done, Consumer<String> refused) {
        workers.work(
                () -> Datasets.describe(images, labels),
                spec -> {
                    editor.edit(new EditName.UseData(spec.title()), e -> e.withData(spec));
                    done.run();
                },
                failure ->
                        refused.accept(
                                failure instanceof DataException known
                                        ? String.valueOf(known.getMessage())
                                        : "The files could not be read: " + failure));
    }

    /** Loads a saved run: its experiment, as an edit, and what it has learnt, paused. */
    public void open(Path file) {
        work(
                "Opening " + file.getFileName() + "…",
                () -> ProjectFile.load(file),
                saved -> {
                    begin(
                            new EditName.OpenFile(file.getFileName().toString()),
                            new Origin(saved.experiment(), ""));
                    goOnFrom(saved, file);
                });
    }

    /** Saves the experiment with all that its run has learnt. */
    public void save(Path file) {
        busy.set("Saving " + file.getFileName() + "…");
        var _ =
                training.checkpoint()
                        .whenComplete(
                                (checkpoint, failure) ->
                                        workers.fx()
                                                .execute(
                                                        () -> {
                                                            if (failure == null) {
                                                                write(checkpoint, file);
                                                            } else {
                                                                fail(failure);
                                                            }
                                                        }));
    }

    /** Saves the generated images that are shown as one picture. */
    public void saveGrid(Path file) {
        training.imagesProperty()
                .getValue()
                .ifPresent(
                        shown ->
                                work(
                                        "Saving " + file.getFileName() + "…",
                                        () -> writeGrid(shown, file),
                                        _ -> notices.inform("The images are in " + file + ".")));
    }

    /**
     * Saves a picture.
     *
     * @param argb width * height colours, row by row
     * @param done called when it is saved
     * @param failed receives a sentence for the user
     */
    public void savePicture(
            int[] argb, int width, int height, Path file, Runnable done, Consumer<String> failed) {
        workers.work(
                () -> {
                    Png.write(argb, width, height, file);
                    return file;
                },
                _ -> done.run(),
                failure -> failed.accept(sentenceFor(failure)));
    }

    private void write(Checkpoint checkpoint, Path file) {
        work(
                "Saving " + file.getFileName() + "…",
                () -> {
                    ProjectFile.save(file, checkpoint);
                    return checkpoint.step();
                },
                step ->
                        notices.inform(
                                "The run is saved in %s, as it was after step %,d."
                                        .formatted(file, step)));
    }

    private static Path writeGrid(Images images, Path file) throws IOException {
        Images grid = Grid.of(images, GRID_COLUMNS, GRID_GAP);
        Png.write(Grid.enlarged(grid, PICTURE_FACTOR), file);
        return file;
    }

    /** Works in the background, visibly; a failure is told to the user. */
    private <T> void work(String what, Callable<T> task, Consumer<T> done) {
        busy.set(what);
        workers.work(
                task,
                result -> {
                    busy.set("");
                    done.accept(result);
                },
                this::fail);
    }

    private void fail(Throwable failure) {
        busy.set("");
        // A file that is none of ours says all in its sentence.
        boolean expected = failure instanceof ProjectException;
        notices.error(sentenceFor(failure), expected ? null : failure);
    }

    private static String sentenceFor(Throwable failure) {
        return switch (failure) {
            case ProjectException known -> String.valueOf(known.getMessage());
            case IOException io -> "The file cannot be used: " + io.getMessage();
            default -> "That did not work: " + failure;
        };
    }

    private void goOnFrom(Checkpoint saved, Path file) {
        if (editor.outcomeProperty().get() instanceof Outcome.Ready) {
            training.goOnFrom(saved);
        } else {
            notices.error(
                    "What "
                            + file.getFileName()
                            + " has learnt was not loaded: its experiment has problems here."
                            + " They stand in red, with their remedies.",
                    null);
        }
    }

    private void begin(EditName name, Origin origin) {
        editor.replace(name, origin.experiment());
        origins.put(editor.document(), origin);
        compareWithOrigin();
    }

    private void compareWithOrigin() {
        Origin origin = origins.get(editor.document());
        if (origin != null) {
            edited.set(!editor.experimentProperty().get().equals(origin.experiment()));
            preset.set(origin.preset());
        }
    }
}
