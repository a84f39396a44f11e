package org.ganatelier.ui.networks;

import org.ganatelier.plan.Outcome;
import org.ganatelier.plan.Problem;
import org.ganatelier.plan.Problem.Place;
import org.ganatelier.spec.Experiment;
import org.ganatelier.ui.widget.Field;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.function.Consumer;

/** The game the networks play, their turns and optimizers. FX thread only. */
final class ObjectiveCard extends Card<Experiment> {
    private final NetworksModel model;
    private Experiment experiment;

    ObjectiveCard(NetworksModel model, Consumer<Card<?>> opened) {
        super(model::apply, opened);
        this.model = model;
        experiment = model.plan().experiment();
        getStyleClass().add("networks-objective");
        show(model.outcomeProperty().get());
    }

    void show(Outcome outcome) {
        experiment = outcome.plan().experiment();
        String summary = ObjectiveTexts.summary(experiment);
        var kind = experiment.objective().kind();
        List<Problem> problems =
                outcome.problems().stream()
                        .filter(problem -> problem.place() instanceof Place.Settings)
                        .toList();
        show(
                new Face(
                        Feather.TARGET,
                        "Objective",
                        "",
                        summary,
                        "Objective and optimizers, " + summary,
                        ObjectiveTexts.meaning(kind) + "\n" + ObjectiveTexts.formula(kind)),
                problems);
    }

    @Override
    List<Field.Section<Experiment>> sections() {
        return ExperimentFields.objective(experiment);
    }

    @Override
    void edited(String editName, Experiment result) {
        model.change(editName, result);
    }
}
