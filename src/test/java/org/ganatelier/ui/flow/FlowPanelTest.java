package org.ganatelier.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;

import org.controlsfx.control.action.Action;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.session.Documents;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.session.Workers;
import org.ganatelier.text.Words;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.History;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.RunEvent;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.widget.PanelLinks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The game in one picture. */
@SuppressWarnings("NullAway.Init") // TestFX fills the fields before each test
class FlowPanelTest extends ApplicationTest {
    private static final long PATIENCE_SECONDS = 30;

    private final FakeTrainer trainer = new FakeTrainer();
    private final List<String> opened = new ArrayList<>();
    private Session session;
    private FlowPanel panel;
    private Stage stage;

    @Override
    public void start(Stage primary) {
        stage = primary;
        session =
                Session.of(
                        Documents.preset("digits"),
                        trainer,
                        new FakeClassifiers(),
                        new Workers(
                                Platform::runLater,
                                task -> Thread.ofPlatform().start(task),
                                Platform::isFxApplicationThread));
        panel =
                (FlowPanel)
                        FlowPanel.in(
                                new PanelContext(
                                        session,
                                        new Action("Train"),
                                        () -> {},
                                        Settings.forgetful(),
                                        Words.english()));
        var scene = new Scene(panel, 1000, 60);
        PanelLinks.openWith(scene, opened::add);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() throws TimeoutException {
        interact(session::close);
        FxToolkit.cleanupStages();
    }

    @Test
    void figuresOfTheNewestStepStandInThePicture() throws TimeoutException {
        begin();
        tell(metrics(7, 1.25, 1.5));
        waitFor("D(real) 0.80");
        assertThat(shown()).contains("D(G(z)) 0.30", "loss of G 1.25", "loss of D 0.75");
        assertThat(panel.getAccessibleText()).contains("loss of G 1.25");
    }

    @Test
    void whatWasNotMeasuredHasNoFigure() throws TimeoutException {
        begin();
        tell(metrics(7, Double.NaN, 1.5));
        waitFor("loss of D 0.75");
        assertThat(shown()).contains("loss of G –");
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
        clickOn("D(G(z)) –");
        clickOn("Generator");
        assertThat(opened).containsExactly("charts", "networks");
        assertThat(session.selectedPlaceProperty().get())
                .contains(new Place.Layer(Side.GENERATOR, 0));
    }

    @Test
    void thereIsMoreToReadWhereThereIsRoom() {
        assertThat(shown()).noneMatch(text -> text.contains("log"));
        interact(() -> stage.setHeight(500));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(shown()).anyMatch(text -> text.contains("log"));
        assertThat(shown()).contains("7 layers");
    }

    private void begin() throws TimeoutException {
        interact(session.training()::train);
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS, TimeUnit.SECONDS, () -> !trainer.runs().isEmpty());
        interact(() -> trainer.run().tell(RunEvent.State.TRAINING));
    }

    private void tell(Metrics metrics) {
        interact(() -> trainer.run().tell(metrics));
    }

    private void waitFor(String text) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> shown().contains(text));
    }

    private static Metrics metrics(long step, double generatorLoss, double discriminatorLoss) {
        return new Metrics(step, 0.1, 1, generatorLoss, discriminatorLoss, 0.8, 0.3, 100);
    }

    private List<String> shown() {
        return panel.lookupAll(".label").stream()
                .filter(Node::isVisible)
                .map(label -> ((Labeled) label).getText())
                .toList();
    }
}
