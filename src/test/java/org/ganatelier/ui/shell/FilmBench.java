package org.ganatelier.ui.shell;

import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.embed.swing.SwingFXUtils;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.ganatelier.coach.fact.Finding;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.session.Coaching.State;
import org.ganatelier.session.Settings;
import org.ganatelier.text.CoachText;
import org.ganatelier.text.Words;
import org.ganatelier.train.Metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

/**
 * Films the window while it trains: run by {@code packaging/bench/film}. Arguments: the preset, the
 * seed, the folder, the seconds from picture to picture, and how many pictures. Beside the pictures
 * a text tells what the coach had said at each of them.
 */
public final class FilmBench {
    private FilmBench() {}

    public static void main(String[] arguments) {
        Application.launch(Program.class, arguments);
    }

    /** JavaFX makes it. */
    public static final class Program extends Application {
        @Override
        public void start(Stage stage) {
            List<String> given = getParameters().getRaw();
            var window =
                    new BenchWindow(
                            stage,
                            given.get(0),
                            Long.parseLong(given.get(1)),
                            Settings.forgetful());
            var film =
                    new Film(
                            window,
                            Path.of(given.get(2)).resolve(given.get(0) + "-" + given.get(1)),
                            Double.parseDouble(given.get(3)),
                            Integer.parseInt(given.get(4)));
            window.session().training().train();
            film.begin();
        }
    }

    /** One film; its clock is the run's, so that a slow start takes no picture from it. */
    private static final class Film {
        private static final Words WORDS = Words.english();

        private final BenchWindow window;
        private final Path name;
        private final double each;
        private final int most;
        private final List<String> told = new ArrayList<>();
        private int taken;

        /**
         * @param name of all its files, without what follows in each
         */
        Film(BenchWindow window, Path name, double each, int most) {
            this.window = window;
            this.name = name;
            this.each = each;
            this.most = most;
        }

        void begin() {
            var look = new PauseTransition(Duration.millis(100));
            look.setOnFinished(
                    _ -> {
                        if (seconds() >= each * (taken + 1) || hasEnded()) {
                            take();
                        }
                        if (taken < most) {
                            look.playFromStart();
                        } else {
                            write();
                            window.leave();
                        }
                    });
            look.play();
        }

        private double seconds() {
            return window.session()
                    .training()
                    .metricsProperty()
                    .get()
                    .map(Metrics::seconds)
                    .orElse(0.0);
        }

        /**
         * A run that diverged is over before the film is: what is seen then is the last picture.
         */
        private boolean hasEnded() {
            return seconds() > 0 && !window.session().training().goingProperty().get();
        }

        private void take() {
            taken++;
            long step = window.session().training().historyProperty().get().lastStep();
            told.add(
                    String.format(
                            Locale.ROOT,
                            "%.0f seconds of training, step %d%s%n%s%n",
                            seconds(),
                            step,
                            hasEnded() ? ", the run has ended" : "",
                            said()));
            Path file = Path.of(String.format(Locale.ROOT, "%s-%03.0fs.png", name, each * taken));
            try {
                ImageIO.write(
                        SwingFXUtils.fromFXImage(window.picture(), null), "png", file.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (hasEnded()) {
                taken = most;
            }
        }

        private String said() {
            return switch (window.session().coaching().stateProperty().get()) {
                case State.Said known ->
                        known.findings().stream()
                                .map(finding -> "  " + line(finding))
                                .collect(Collectors.joining(System.lineSeparator()));
                case State.Watching _, State.NoRun _, State.Off _ -> "  nothing";
            };
        }

        private String line(Finding finding) {
            DataSpec data = window.session().editor().experimentProperty().get().data();
            return CoachText.line(WORDS, finding, data);
        }

        private void write() {
            try {
                Files.write(Path.of(name + ".txt"), told);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
