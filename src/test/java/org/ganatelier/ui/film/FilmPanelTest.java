package org.ganatelier.ui.film;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.ganatelier.checkpoints.Cadence;
import org.ganatelier.checkpoints.RunFolders;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.session.Documents;
import org.ganatelier.session.Frame;
import org.ganatelier.session.RunEntry;
import org.ganatelier.session.TrainingState;
import org.ganatelier.text.Language;
import org.ganatelier.text.Words;
import org.ganatelier.train.Trainer;
import org.ganatelier.ui.panel.PanelCase;
import org.ganatelier.ui.panel.PanelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.imageio.ImageIO;

/** The film below the images, of a real run. */
final class FilmPanelTest extends PanelCase<FilmPanel> {
    private static final int FRAMES = 3;

    /** Seconds in advance, so that no checkpoint has to wait until it is cheap. */
    private static final double ENOUGH = 100_000;

    @TempDir private Path data;

    @Override
    protected Experiment experiment() {
        return Documents.preset("mlp").withTraining(t -> t.withBatchSize(4));
    }

    @Override
    protected Trainer trainer() {
        return new EngineTrainer();
    }

    @Override
    protected FilmPanel make(PanelContext context) {
        return (FilmPanel) FilmPanel.in(context);
    }

    @Override
    protected double height() {
        return 120;
    }

    @BeforeEach
    void keep() {
        interact(() -> session.film().keepIn(new RunFolders(data), new Cadence.Adaptive(ENOUGH)));
    }

    @AfterEach
    void finish() throws TimeoutException {
        var done = new AtomicBoolean();
        interact(() -> session.film().finish().thenRun(() -> done.set(true)));
        waitUntil(done::get);
    }

    private List<Frame> frames() {
        return session.film().frames();
    }

    private RunEntry shown() {
        return session.runs().shownProperty().get().orElseThrow();
    }

    private boolean isLookedAt(Frame frame) {
        return session.film()
                .lookedAtProperty()
                .get()
                .filter(now -> now.step() == frame.step())
                .isPresent();
    }

    private void train() throws TimeoutException {
        interact(
                () -> {
                    session.training().speedProperty().set(20);
                    session.training().train();
                });
        waitUntil(() -> frames().size() >= FRAMES);
        interact(session.training()::pause);
        waitUntil(() -> session.training().stateProperty().get() == TrainingState.PAUSED);
    }

    private Button button(String name) {
        return seen("#film-" + name, Button.class);
    }

    @Test
    void beforeTheFirstCheckpointItSaysWhatComesHere() {
        assertThat(texts()).anyMatch(text -> text.startsWith("Checkpoints of the run come here"));
        for (String name : List.of("play", "best", "mark", "back", "branch", "present")) {
            assertThat(button(name).isDisabled()).as(name).isTrue();
        }
        interact(() -> session.film().budgetProperty().set(0));
        settle();
        assertThat(texts()).anyMatch(text -> text.startsWith("No checkpoints are kept."));
    }

    @Test
    void keysGoThroughTheFramesAndBackToThePresent() throws Exception {
        train();
        assertThat(texts()).contains("Now").noneMatch(text -> text.startsWith("Checkpoints of"));
        interact(panel::requestFocus);
        type(KeyCode.LEFT);
        Frame last = frames().getLast();
        waitUntil(() -> isLookedAt(last));
        assertThat(texts()).contains("Step " + last.step());
        type(KeyCode.LEFT);
        waitUntil(() -> isLookedAt(frames().get(frames().size() - 2)));
        type(KeyCode.HOME);
        waitUntil(() -> isLookedAt(frames().getFirst()));
        assertThat(session.training().previewProperty().get().orElseThrow().step())
                .isEqualTo(frames().getFirst().step());
        type(KeyCode.M);
        waitUntil(() -> frames().getFirst().marked());
        type(KeyCode.ESCAPE);
        waitUntil(() -> session.film().lookedAtProperty().get().isEmpty());
        assertThat(texts()).contains("Now");
    }

    @Test
    void theMouseFindsTheFrameAtItsPlace() throws Exception {
        train();
        var strip = seen(".film-strip");
        double width = strip.getLayoutBounds().getWidth();
        for (int i = 0; i < frames().size(); i++) {
            double x = (i + 0.5) / frames().size() * width;
            interact(() -> Event.fireEvent(strip, pressedAt(x)));
            Frame there = frames().get(i);
            assertThat(isLookedAt(there)).as("frame %d", i).isTrue();
        }
    }

    private static MouseEvent pressedAt(double x) {
        return new MouseEvent(
                MouseEvent.MOUSE_PRESSED,
                x,
                10,
                x,
                10,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                false,
                null);
    }

    @Test
    void theFilmPlaysToItsEnd() throws Exception {
        train();
        interact(panel::requestFocus);
        type(KeyCode.P);
        waitUntil(() -> isLookedAt(frames().getLast()));
        waitUntil(() -> button("play").getAccessibleText().startsWith("Play"));
    }

    @Test
    void theButtonGoesBackAndTheFilmBeforeItStays() throws Exception {
        train();
        RunEntry first = shown();
        Frame there = frames().get(1);
        interact(() -> session.film().lookAt(there));
        settle();
        interact(button("back")::fire);
        waitUntil(
                () ->
                        shown() != first
                                && session.training().stateProperty().get()
                                        == TrainingState.PAUSED);
        assertThat(session.training().historyProperty().get().lastStep()).isEqualTo(there.step());
        assertThat(frames().getLast().step()).isEqualTo(there.step());
        assertThat(session.runs().all()).contains(first);
    }

    @Test
    void itSpeaksGerman() throws Exception {
        train();
        speak(Words.of(Language.ofCode("de").orElseThrow()));
        assertThat(texts()).contains("Jetzt", "Zurück hierher");
    }

    @Test
    void theFilmIsSavedAsOneThatPlaysAndAsOnePicture() throws Exception {
        train();
        Path gif = data.resolve("film.gif");
        Path sheet = data.resolve("film.png");
        int count = frames().size();
        interact(
                () -> {
                    session.pictures().saveFilm(frames(), gif);
                    session.pictures().saveSheet(frames(), sheet);
                });
        waitUntil(() -> session.notices().open().size() == 2);
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var input = ImageIO.createImageInputStream(gif.toFile())) {
            reader.setInput(input);
            assertThat(reader.getNumImages(true)).isEqualTo(count);
        }
        // A row of eight images for each frame, with gaps.
        var picture = ImageIO.read(sheet.toFile());
        assertThat((double) picture.getHeight() / picture.getWidth())
                .isBetween(0.9 * count / 8, 1.1 * count / 8);
    }
}
