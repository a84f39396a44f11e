package org.ganatelier.session;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.project.Project;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The document in the editor: where it came from, its file, its note, and whether all of it is
 * saved. Others that were in the editor before are remembered, for undo brings them back. FX thread
 * only.
 */
public final class OpenDocument {
    /** Seconds of training that nobody asks about: they are made again sooner than answered. */
    public static final double SLIGHT = 3;

    /** Characters of a note. */
    public static final int LONGEST_NOTE = Project.LONGEST_NOTE;

    private final ExperimentEditor editor;
    private final Runs runs;
    private final ReadOnlyStringWrapper preset = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Path>> file =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private final StringProperty note = new SimpleStringProperty("");

    /** By {@link ExperimentEditor#document}. */
    private final Map<Integer, Origin> origins = new HashMap<>();

    private final Map<Integer, String> notes = new HashMap<>();

    /**
     * What a document began with, or was saved as.
     *
     * @param preset its name, or an empty string for all others
     * @param file that it came from or was saved to last
     * @param saved what of the experiment needs no saving; empty where all of it does
     * @param note what of the note needs none
     */
    record Origin(String preset, Optional<Path> file, Optional<Experiment> saved, String note) {
        /** A preset. */
        static Origin ofPreset(String name, Experiment experiment) {
            return new Origin(name, Optional.empty(), Optional.of(experiment), "");
        }

        /** What is in a file, or was, as it is in the editor now. */
        static Origin saved(Optional<Path> file, Experiment experiment, String note) {
            return new Origin("", file, Optional.of(experiment), note);
        }

        /** What is in no file. */
        static Origin unsaved(String note) {
            return new Origin("", Optional.empty(), Optional.empty(), note);
        }
    }

    /**
     * @param revision changes whenever the current run has told something
     */
    OpenDocument(ExperimentEditor editor, Runs runs, ObservableValue<?> revision) {
        this.editor = editor;
        this.runs = runs;
        Experiment first = editor.experimentProperty().get();
        origins.put(editor.document(), Origin.saved(Optional.empty(), first, ""));
        editor.documentProperty().subscribe(this::turn);
        note.subscribe(
                text -> {
                    notes.put(editor.document(), text);
                    update();
                });
        editor.experimentProperty().subscribe(this::update);
        runs.currentProperty().subscribe(this::update);
        revision.subscribe(_ -> update());
    }

    /** The name of the preset that it came from, or an empty string. */
    public ReadOnlyStringProperty presetProperty() {
        return preset.getReadOnlyProperty();
    }

    /** The file that it came from, or was saved to last. */
    public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /**
     * Whether it was changed since it was loaded or saved, or trained for more than {@link #SLIGHT}
     * seconds.
     */
    public ReadOnlyBooleanProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    /** The author's own words about it. */
    public StringProperty noteProperty() {
        return note;
    }

    /**
     * Runs of other documents that would be lost with the window: of each document the newest, if
     * it was trained for more than {@link #SLIGHT} seconds since it was saved.
     */
    public List<RunEntry> unsavedElsewhere() {
        var newest = new HashMap<Integer, RunEntry>();
        runs.all().forEach(entry -> newest.put(entry.document(), entry));
        newest.remove(editor.document());
        return runs.all().stream()
                .filter(newest::containsValue)
                .filter(OpenDocument::isTrainingUnsaved)
                .toList();
    }

    /** The document that has just come into the editor began with this. */
    void began(Origin origin) {
        origins.put(editor.document(), origin);
        notes.put(editor.document(), origin.note);
        turn();
    }

    /** All of a document is in a file, as it was when the saving began. */
    void saved(int document, Origin now) {
        origins.put(document, now);
        turn();
    }

    private void turn() {
        note.set(notes.getOrDefault(editor.document(), ""));
        update();
    }

    private void update() {
        Experiment now = editor.experimentProperty().get();
        Origin origin = origins.getOrDefault(editor.document(), Origin.unsaved(""));
        preset.set(origin.preset);
        file.set(origin.file);
        unsaved.set(
                origin.saved.filter(now::equals).isEmpty()
                        || !origin.note.equals(note.get())
                        || runs.currentProperty()
                                .get()
                                .filter(OpenDocument::isTrainingUnsaved)
                                .isPresent());
    }

    private static boolean isTrainingUnsaved(RunEntry entry) {
        return entry.canBeSaved() && entry.unsavedSeconds() > SLIGHT;
    }
}
