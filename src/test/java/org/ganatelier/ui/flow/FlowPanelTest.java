package org.ganatelier.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.session.Documents;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.History;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.Trainer;
import org.ganatelier.ui.panel.PanelCase;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.widget.PanelLinks;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** The game in one picture. */
class FlowPanelTest extends PanelCase<FlowPanel> {
    private final FakeTrainer trainer = new FakeTrainer();
    private final List<String> opened = new ArrayList<>();

    @Override
    protected Experiment experiment() {
        return Documents.preset("digits");
    }

    @Override
    protected Trainer trainer() {
        return trainer;
    }

    @Override
    protected FlowPanel make(PanelContext context) {
        return (FlowPanel) FlowPanel.in(context);
    }

    @Override
    protected double width() {
        return 1000;
    }

    @Override
    protected double height() {
        return 60;
    }

    @Test
    void figuresOfTheNewestStepStandInThePicture() throws TimeoutException {
        begin();
        tell(metrics(7, 1.25, 1.5));
        waitForText("D(real) 0.80");
        assertThat(texts()).contains("D(G(z)) 0.30", "loss of G 1.25", "loss of D 0.75");
        assertThat(panel.getAccessibleText()).contains("loss of G 1.25");
    }

    @Test
    void whatWasNotMeasuredHasNoFigure() throws TimeoutException {
        begin();
        tell(metrics(7, Double.NaN, 1.5));
        waitForText("loss of D 0.75");
        assertThat(texts()).contains("loss of G –");
    }

    @Test
    void whoLearntAloneIsKnownFromTheFigures() {
        assertThat(FlowFacts.learners(metrics(1, Double.NaN, 1)))
                .isEqualTo(Set.of(Side.DISCRIMINATOR));
        assertThat(FlowFacts.learners(metrics(1, 1, Double.NaN))).isEqualTo(Set.of(Side.GENERATOR));
        assertThat(FlowFacts.learners(metrics(1, 1, 1))).containsExactlyInAnyOrder(Side.values());
    }

    @Test
    void theLastMeasuredGradientStays() {
        var history = new History(Documents.preset("digits"));
        var before = new FlowFacts.Gradients(0.5, 2);
        history.add(metrics(1, 1, 1));
        assertThat(FlowFacts.Gradients.newest(history, before)).isEqualTo(before);
    }

    @Test
    void aClickOnAPartLeadsToItsPanel() {
        interact(() -> PanelLinks.openWith(stage.getScene(), opened::add));
        clickOn("D(G(z)) –");
        clickOn("Generator");
        assertThat(opened).containsExactly("charts", "networks");
        assertThat(session.selectedPlaceProperty().get())
                .contains(new Place.Layer(Side.GENERATOR, 0));
    }

    @Test
    void thereIsMoreToReadWhereThereIsRoom() {
        assertThat(texts()).noneMatch(text -> text.contains("log"));
        interact(() -> stage.setHeight(500));
        settle();
        assertThat(texts()).anyMatch(text -> text.contains("log"));
        assertThat(texts()).contains("7 layers");
    }

    private void begin() throws TimeoutException {
        interact(session.training()::train);
        waitUntil(() -> !trainer.runs().isEmpty());
        interact(() -> trainer.run().tell(RunEvent.State.TRAINING));
    }

    private void tell(Metrics metrics) {
        interact(() -> trainer.run().tell(metrics));
    }

    private static Metrics metrics(long step, double generatorLoss, double discriminatorLoss) {
        return new Metrics(step, 0.1, 1, generatorLoss, discriminatorLoss, 0.8, 0.3, 100);
    }
}
