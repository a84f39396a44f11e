package org.ganatelier.session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.ganatelier.data.DataException;
import org.ganatelier.data.DataProblem;
import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.data.Samples;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.data.DataSpec;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The data set of the experiment, read in the background when it changes. FX thread only. */
public final class RealImages {
    /** As many as there are previews, to be compared with them. */
    private static final int SHOWN = 64;

    private static final int SHOWN_POINTS = 1024;

    private final Function<DataSpec, Dataset> datasets;
    private final Workers workers;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<Optional<Dataset>> dataset =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Samples>> samples =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Images>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<DataProblem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private DataSpec wanted;
    private CompletableFuture<Dataset> loading;

    RealImages(
            ExperimentEditor editor,
            Function<DataSpec, Dataset> datasets,
            Workers workers,
            Notices notices) {
        this.datasets = datasets;
        this.workers = workers;
        this.notices = notices;
        wanted = editor.experimentProperty().get().data();
        loading = loadWanted();
        editor.experimentProperty().subscribe(experiment -> want(experiment.data()));
    }

    /** The data set, or empty while it is being read or where it cannot be. */
    public ReadOnlyObjectProperty<Optional<Dataset>> datasetProperty() {
        return dataset.getReadOnlyProperty();
    }

    /** The first of its samples, as many as are shown. */
    public ReadOnlyObjectProperty<Optional<Samples>> samplesProperty() {
        return samples.getReadOnlyProperty();
    }

    /** Which data set that is. */
    DataSpec spec() {
        return wanted;
    }

    /** The first of its images, as many as there are previews. */
    public ReadOnlyObjectProperty<Optional<Images>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Why the data set cannot be read, or empty. */
    public ReadOnlyObjectProperty<Optional<DataProblem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /**
     * A data set; completes on the FX thread. That of the experiment in the editor is read already;
     * one that failed is tried again. Of a failure the user has been told.
     */
    CompletableFuture<Dataset> get(DataSpec spec) {
        if (!spec.equals(wanted)) {
            return load(spec);
        }
        if (loading.isCompletedExceptionally()) {
            loading = loadWanted();
        }
        return loading;
    }

    private void want(DataSpec spec) {
        if (!spec.equals(wanted)) {
            wanted = spec;
            loading = loadWanted();
        }
    }

    private CompletableFuture<Dataset> loadWanted() {
        dataset.set(Optional.empty());
        samples.set(Optional.empty());
        shown.set(Optional.empty());
        problem.set(Optional.empty());
        return load(wanted);
    }

    /** What is read is shown if it is still wanted then. */
    private CompletableFuture<Dataset> load(DataSpec spec) {
        var future = new CompletableFuture<Dataset>();
        workers.work(
                () -> read(spec),
                read -> {
                    if (spec.equals(wanted)) {
                        notices.wentWell(Notices.Topic.DATA);
                        dataset.set(Optional.of(read.dataset));
                        samples.set(Optional.of(read.first));
                        shown.set(Optional.of(read.pictures));
                    }
                    future.complete(read.dataset);
                },
                cause -> {
                    DataProblem fact = fact(spec, cause);
                    if (spec.equals(wanted)) {
                        problem.set(Optional.of(fact));
                    }
                    notices.error(
                            new Happening.DataRefused(fact),
                            cause instanceof DataException ? null : cause);
                    future.completeExceptionally(cause);
                });
        return future;
    }

    private Read read(DataSpec spec) {
        Dataset read = datasets.apply(spec);
        Samples first = read.first(shown(read.shape()));
        return new Read(read, first, first.pictures());
    }

    /** How many samples are as many as a preview has. */
    private static int shown(Shape shape) {
        return switch (shape) {
            case Shape.Image _ -> SHOWN;
            case Shape.Flat _ -> SHOWN_POINTS;
        };
    }

    private static DataProblem fact(DataSpec spec, Throwable failure) {
        return failure instanceof DataException known
                ? known.problem()
                : new DataProblem.Unforeseen(spec, failure.toString());
    }

    private record Read(Dataset dataset, Samples first, Images pictures) {}
}
