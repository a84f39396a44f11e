package org.ganatelier.ui.flow;

import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.session.Session;
import org.ganatelier.session.Training;
import org.ganatelier.session.TrainingState;
import org.ganatelier.text.Words;
import org.ganatelier.train.History;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.PreviewNoise;
import org.ganatelier.ui.panel.Panel;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.PanelLinks;
import org.ganatelier.ui.widget.Repaint;
import org.ganatelier.ui.widget.Terms;
import org.kordamp.ikonli.feather.Feather;

import java.util.Arrays;
import java.util.Optional;

/** The game in one picture, with its newest figures. FX thread only. */
public final class FlowPanel extends StackPane implements Panel {
    /** So many steps a second can be told apart; at more, the picture is steady. */
    private static final double SLOW = 1;

    private final Session session;
    private final Training training;
    private final Words words;
    private final FlowPicture picture;
    private final Pulse pulse;
    private FlowFacts.Gradients gradients = FlowFacts.Gradients.NONE;

    private FlowPanel(Session session, Words words) {
        this.session = session;
        this.words = words;
        training = session.training();
        picture = new FlowPicture(words);
        pulse = new Pulse(picture::light);
        getStyleClass().add("flow-panel");
        getChildren().add(picture);
        // There is nothing to type, but a screen reader reads what has the keyboard.
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        explain();
        lead();
        follow();
    }

    /** The panel of the session's run. */
    public static Panel in(PanelContext context) {
        return new FlowPanel(context.session(), context.words());
    }

    @Override
    public String id() {
        return "flow";
    }

    @Override
    public String title() {
        return words.say("flow.title");
    }

    @Override
    public Feather icon() {
        return Feather.SHUFFLE;
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public String sheet() {
        return "flow.css";
    }

    private void explain() {
        Terms.on(picture.noiseName, "noise", words);
        Terms.on(picture.noise, "noise", words);
        Terms.on(picture.generator, "generator", words);
        Terms.on(picture.discriminator, "discriminator", words);
        Terms.on(picture.generated, "generator", words);
        Terms.on(picture.real, "mnist", words);
        Terms.on(picture.outputGenerated, "d-of-x", words);
        Terms.on(picture.outputReal, "d-of-x", words);
        Terms.on(picture.lossOfGenerator, "loss", words);
        Terms.on(picture.lossOfDiscriminator, "loss", words);
        Terms.on(picture.objective, "objective", words);
        Terms.on(picture.gradientOfGenerator, "gradient-norm", words);
        Terms.on(picture.gradientOfDiscriminator, "gradient-norm", words);
    }

    private void lead() {
        onClick(picture.generator, () -> select(Side.GENERATOR));
        onClick(picture.discriminator, () -> select(Side.DISCRIMINATOR));
        onClick(picture.noise, () -> PanelLinks.open(this, "latent"));
        onClick(picture.generated, () -> PanelLinks.open(this, "images"));
        onClick(picture.real, () -> PanelLinks.open(this, "images"));
        onClick(picture.outputGenerated, () -> PanelLinks.open(this, "charts"));
        onClick(picture.outputReal, () -> PanelLinks.open(this, "charts"));
        onClick(picture.lossOfGenerator, () -> PanelLinks.open(this, "charts"));
        onClick(picture.lossOfDiscriminator, () -> PanelLinks.open(this, "charts"));
    }

    private static void onClick(Node node, Runnable work) {
        node.setCursor(Cursor.HAND);
        node.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                        event.consume();
                        work.run();
                    }
                });
    }

    private void select(Side side) {
        PanelLinks.open(this, "networks");
        session.selectedPlaceProperty().set(Optional.of(new Place.Layer(side, 0)));
    }

    private void follow() {
        var repaint = new Repaint(this, this::paint);
        Live.on(this, training.historyProperty())
                .subscribe(
                        _ -> {
                            gradients = FlowFacts.Gradients.NONE;
                            repaint.request();
                        });
        Live.on(this, training.metricsProperty())
                .addListener((_, _, now) -> now.ifPresent(metrics -> stepped(metrics, repaint)));
        Live.on(this, training.imagesProperty()).subscribe(_ -> repaint.request());
        Live.on(this, session.data().shownProperty()).subscribe(_ -> repaint.request());
        ObservableValue<Experiment> edited = Live.on(this, session.editor().experimentProperty());
        edited.subscribe(_ -> repaint.request());
        Live.on(this, training.stateProperty()).subscribe(this::show);
    }

    private void stepped(Metrics metrics, Repaint repaint) {
        gradients = FlowFacts.Gradients.newest(training.historyProperty().get(), gradients);
        boolean toldApart =
                !training.goingProperty().get() || training.speedProperty().get() <= SLOW;
        if (toldApart) {
            pulse.step(FlowFacts.learners(metrics));
        }
        repaint.request();
    }

    private void show(TrainingState state) {
        picture.setActive(state == TrainingState.TRAINING);
        if (state == TrainingState.TRAINING && training.speedProperty().get() > SLOW) {
            pulse.stop();
        }
    }

    private void paint() {
        History history = training.historyProperty().get();
        boolean running = training.metricsProperty().get().isPresent();
        Experiment experiment =
                running ? history.experiment() : session.editor().experimentProperty().get();
        picture.noise.show(firstNoise(experiment));
        picture.show(
                new FlowFacts(
                        experiment,
                        running ? history.objective() : experiment.objective(),
                        training.metricsProperty().get(),
                        gradients,
                        training.imagesProperty().getValue(),
                        session.data().shownProperty().get()));
        setAccessibleText(words.say("flow.title") + ": " + picture.spoken());
    }

    /** Of the image that is shown. */
    private static float[] firstNoise(Experiment experiment) {
        return Arrays.copyOf(PreviewNoise.of(experiment, 1), experiment.latentSize());
    }
}
