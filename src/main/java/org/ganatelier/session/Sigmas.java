package org.ganatelier.session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.Run;

import java.util.List;
import java.util.Optional;

/**
 * The largest singular values by which the run divides the weights of its spectrally normalized
 * layers, as long as these are the layers that the experiment has now: after an edit of a network
 * its layers are others than those of the run. FX thread only.
 */
public final class Sigmas {
    private final Training training;
    private final ExperimentEditor editor;
    private final ReadOnlyObjectWrapper<List<Metrics.Sigma>> known =
            new ReadOnlyObjectWrapper<>(List.of());

    Sigmas(Training training, ExperimentEditor editor) {
        this.training = training;
        this.editor = editor;
        training.metricsProperty().subscribe(this::update);
        editor.outcomeProperty().subscribe(this::update);
    }

    /** Those of the newest step; empty where there are none. */
    public ReadOnlyObjectProperty<List<Metrics.Sigma>> knownProperty() {
        return known.getReadOnlyProperty();
    }

    private void update() {
        List<Metrics.Sigma> told =
                training.metricsProperty().get().map(Metrics::sigmas).orElse(List.of());
        Optional<Plan> trained = training.runProperty().get().map(Run::plan);
        // Most runs have none, and are asked for them at every step.
        known.set(
                told.isEmpty() || trained.isEmpty()
                        ? List.of()
                        : told.stream().filter(s -> isEdited(trained.get(), s.side())).toList());
    }

    private boolean isEdited(Plan trained, Side side) {
        return editor.outcomeProperty().get().plan().network(side).equals(trained.network(side));
    }
}
