package org.ganatelier.ui.objective;

import javafx.scene.Node;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Card;
import org.ganatelier.ui.widget.Remarks;
import org.kordamp.ikonli.feather.Feather;

/** The game the networks play, their turns and optimizers, in brief. FX thread only. */
final class ObjectiveCard extends Card {
    private final ObjectiveDrawer drawer;
    private final Words words;

    /**
     * @param drawer holds the details; it opens instead of the card
     */
    ObjectiveCard(ObjectiveModel model, ObjectiveDrawer drawer, Words words) {
        super(model::apply, words);
        this.drawer = drawer;
        this.words = words;
        getStyleClass().add("networks-objective");
        define("objective", words);
        drawer.openProperty().subscribe(this::layOutOpen);
    }

    void show(Outcome outcome) {
        Experiment experiment = outcome.plan().experiment();
        String loss = ObjectiveTexts.title(experiment.objective().loss(), words);
        String summary = ObjectiveTexts.summary(experiment, words);
        show(
                new Face(
                        Feather.TARGET,
                        words.say("objective.card"),
                        loss,
                        summary,
                        words.say(
                                "objective.card.spoken",
                                "loss",
                                loss,
                                "summary",
                                summary.replace('\u00a0', ' ')),
                        ObjectiveTexts.hint(experiment.objective(), words)),
                Remarks.onSettings(outcome));
    }

    @Override
    public boolean isOpen() {
        return drawer.openProperty().get();
    }

    @Override
    public void open() {
        drawer.open();
    }

    @Override
    public void close() {
        drawer.close();
    }

    @Override
    protected boolean isForEditing(Node node) {
        return false;
    }
}
