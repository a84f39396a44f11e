package org.ganatelier.ui.panel;

import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.controlsfx.control.action.Action;
import org.ganatelier.engine.classifier.EngineClassifierTrainer;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.session.Workers;
import org.ganatelier.text.Words;
import org.ganatelier.train.ClassifierTrainer;
import org.ganatelier.train.Run;
import org.ganatelier.train.Trainer;
import org.ganatelier.ui.widget.Pictures;
import org.junit.jupiter.api.AfterEach;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** A panel alone in a window, of a session with real data and the real planner. */
@SuppressWarnings("NullAway.Init") // TestFX fills the fields before each test
public abstract class PanelCase<P extends Panel> extends ApplicationTest {
    /** For the engine to load, and a few steps. */
    private static final long PATIENCE_SECONDS = 120;

    protected final Settings settings = Settings.forgetful();
    protected Session session;
    protected P panel;
    protected Stage stage;
    private final StackPane root = new StackPane();

    /** What the session begins with. */
    protected abstract Experiment experiment();

    /** Who trains. */
    protected abstract Trainer trainer();

    /** Who opens the classifiers of the data. */
    protected ClassifierTrainer classifiers() {
        return new EngineClassifierTrainer();
    }

    /** The panel. */
    protected abstract P make(PanelContext context);

    /** Of the window's inside, in pixels. */
    protected double width() {
        return 600;
    }

    /** Of the window's inside, in pixels. */
    protected double height() {
        return 600;
    }

    @Override
    public final void start(Stage primary) {
        stage = primary;
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        session =
                Session.of(
                        experiment(),
                        trainer(),
                        classifiers(),
                        new Workers(
                                Platform::runLater,
                                task -> Thread.ofPlatform().start(task),
                                Platform::isFxApplicationThread));
        panel = make(context(Words.english()));
        root.getChildren().setAll(panel.node());
        var scene = new Scene(root, width(), height());
        scene.getStylesheets().addAll(Pictures.sheet("base.css"), Pictures.sheet(panel.sheet()));
        stage.setScene(scene);
        stage.sizeToScene();
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @AfterEach
    final void close() throws TimeoutException {
        release(new KeyCode[0]);
        release(new MouseButton[0]);
        interact(session::close);
        FxToolkit.cleanupStages();
    }

    /** Shows the same panel in another language, as the window does. */
    protected final void speak(Words words) {
        interact(
                () -> {
                    P next = make(context(words));
                    next.takeOver(panel);
                    panel = next;
                    root.getChildren().setAll(next.node());
                });
        settle();
    }

    /** Hides the panel, as a tab does that another comes before, or shows it again. */
    protected final void show(boolean seen) {
        interact(() -> root.setVisible(seen));
        settle();
    }

    /** Lets the run that is there, or another one, learn a step, and waits until it rests. */
    protected final void step() throws TimeoutException {
        long before = steps();
        interact(() -> session.training().step(Run.Turn.BOTH));
        waitUntil(() -> steps() > before && isResting());
    }

    /** Begins another run, of which nothing is learnt yet. */
    protected final void reset() throws TimeoutException {
        var before = session.runs().currentProperty().get();
        interact(session.training()::reset);
        waitUntil(() -> !session.runs().currentProperty().get().equals(before) && isResting());
    }

    private long steps() {
        return session.training().metricsProperty().get().map(m -> m.step()).orElse(0L);
    }

    /** Whether the run pauses and shows images. */
    private boolean isResting() {
        return session.runs()
                .currentProperty()
                .get()
                .filter(
                        run ->
                                run.restingProperty().get()
                                        && run.previewProperty().get().isPresent())
                .isPresent();
    }

    /** What is written where it can be seen. */
    protected final List<String> texts() {
        return panel.node().lookupAll("*").stream()
                .filter(Labeled.class::isInstance)
                .filter(PanelCase::isSeen)
                .map(label -> ((Labeled) label).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList();
    }

    /** Whether neither a node nor anything around it is hidden. */
    protected static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** The one of a style or an id that can be seen. */
    protected final Node seen(String selector) {
        return lookup(selector).match(PanelCase::isSeen).query();
    }

    /** The one of a style or an id that can be seen, which is of a type. */
    protected final <T extends Node> T seen(String selector, Class<T> type) {
        return type.cast(seen(selector));
    }

    protected final void waitForText(String text) throws TimeoutException {
        waitUntil(() -> texts().contains(text));
    }

    protected static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    protected static void waitUntil(BooleanSupplier reached) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, reached::getAsBoolean);
        settle();
    }

    private PanelContext context(Words words) {
        return new PanelContext(session, new Action("Train"), () -> {}, settings, words);
    }
}
