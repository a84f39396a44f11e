package org.ganatelier.ui.networks;

import javafx.scene.Node;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Problem.Place;
import org.kordamp.ikonli.feather.Feather;

/** The game the networks play, their turns and optimizers, in brief. FX thread only. */
final class ObjectiveCard extends Card {
    private final ObjectiveDrawer drawer;

    /**
     * @param drawer holds the details; it opens instead of the card
     */
    ObjectiveCard(NetworksModel model, ObjectiveDrawer drawer) {
        super(model::apply);
        this.drawer = drawer;
        getStyleClass().add("networks-objective");
        show(model.outcomeProperty().get());
        drawer.openProperty().subscribe(this::layOutOpen);
    }

    void show(Outcome outcome) {
        Experiment experiment = outcome.plan().experiment();
        String kind = experiment.objective().kind().title();
        String summary = ObjectiveTexts.summary(experiment);
        show(
                new Face(
                        Feather.TARGET,
                        "Objective",
                        kind,
                        summary,
                        "Objective and optimizers: %s, %s"
                                .formatted(kind, summary.replace('\u00a0', ' ')),
                        ObjectiveTexts.hint(experiment.objective())),
                outcome.problems().stream()
                        .filter(problem -> problem.place() instanceof Place.Settings)
                        .toList());
    }

    @Override
    boolean isOpen() {
        return drawer.openProperty().get();
    }

    @Override
    void open() {
        drawer.open();
    }

    @Override
    void close() {
        drawer.close();
    }

    @Override
    boolean isForEditing(Node node) {
        return false;
    }
}
