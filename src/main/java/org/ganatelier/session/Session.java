package org.ganatelier.session;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import org.ganatelier.data.Dataset;
import org.ganatelier.spec.DataSpec;
import org.ganatelier.spec.Experiment;
import org.ganatelier.train.Trainer;

import java.util.function.Function;

/** What the window is about now: its parts, put together. FX thread only. */
public final class Session {
    private final Notices notices = new Notices();
    private final ExperimentEditor editor;
    private final Engine engine;
    private final RealImages data;
    private final Training training;
    private final ReadOnlyBooleanWrapper edited = new ReadOnlyBooleanWrapper();
    private Experiment known;

    /**
     * A session that begins at once to load the engine and the experiment's data.
     *
     * @param datasets reads a data set; called in the background
     */
    public Session(
            ExperimentEditor editor,
            Trainer trainer,
            Function<DataSpec, Dataset> datasets,
            Workers workers) {
        this.editor = editor;
        engine = new Engine(trainer, workers, notices);
        data = new RealImages(editor, datasets, workers, notices);
        training = new Training(trainer, editor, data, workers, notices);
        known = editor.experimentProperty().get();
        editor.experimentProperty().subscribe(now -> edited.set(!now.equals(known)));
    }

    /** The experiment and the way to change it. */
    public ExperimentEditor editor() {
        return editor;
    }

    /** The engine's loading. */
    public Engine engine() {
        return engine;
    }

    /** The data set. */
    public RealImages data() {
        return data;
    }

    /** The run. */
    public Training training() {
        return training;
    }

    /** What the user has to be told. */
    public Notices notices() {
        return notices;
    }

    /** Whether the experiment differs from the preset or file it came from. */
    public ReadOnlyBooleanProperty editedProperty() {
        return edited.getReadOnlyProperty();
    }

    /** Ends the run. */
    public void close() {
        training.close();
    }
}
