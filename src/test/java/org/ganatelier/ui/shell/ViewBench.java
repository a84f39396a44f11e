package org.ganatelier.ui.shell;

import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.ganatelier.session.Settings;
import org.ganatelier.text.Words;
import org.ganatelier.train.History;
import org.ganatelier.train.History.Curve;
import org.ganatelier.train.Metrics;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Steps a second of a run while the window shows one panel: run by {@code packaging/bench/views}.
 * Arguments: the panel's id, the preset, the seconds of training, and how many of them pass before
 * it is measured. Prints one number.
 */
public final class ViewBench {
    private static final long SEED = 42;

    private ViewBench() {}

    public static void main(String[] arguments) {
        Application.launch(Program.class, arguments);
    }

    /** JavaFX makes it. */
    public static final class Program extends Application {
        @Override
        public void start(Stage stage) {
            var given = getParameters().getRaw();
            String panel = given.get(0);
            double seconds = Double.parseDouble(given.get(2));
            double warm = Double.parseDouble(given.get(3));
            var settings = Settings.forgetful();
            settings.setHidden(allBut(panel));
            settings.setChoice("charts-plots", "losses,outputs,distance,classes,gradients");
            var window = new BenchWindow(stage, given.get(1), SEED, settings);
            window.session().training().train();
            whenTrained(
                    window,
                    seconds,
                    () -> {
                        History history = window.session().training().historyProperty().get();
                        System.out.printf(Locale.ROOT, "%.3f%n", stepsPerSecond(history, warm));
                        window.leave();
                    });
        }
    }

    private static Set<String> allBut(String panel) {
        Set<String> all = ids();
        if (!all.remove(panel)) {
            throw new IllegalArgumentException("There is no panel " + panel + " among " + all);
        }
        return all;
    }

    private static Set<String> ids() {
        var parts = new ShellParts(Words.english());
        Set<String> ids =
                parts.panels().stream()
                        .map(placed -> placed.panel().id())
                        .collect(Collectors.toCollection(TreeSet::new));
        parts.session().close();
        return ids;
    }

    private static void whenTrained(BenchWindow window, double seconds, Runnable done) {
        var look = new PauseTransition(Duration.seconds(0.5));
        look.setOnFinished(
                _ -> {
                    double trained =
                            window.session()
                                    .training()
                                    .metricsProperty()
                                    .get()
                                    .map(Metrics::seconds)
                                    .orElse(0.0);
                    if (trained < seconds) {
                        look.playFromStart();
                    } else {
                        done.run();
                    }
                });
        look.play();
    }

    private static double stepsPerSecond(History history, double warm) {
        long first = history.firstStep();
        while (!(history.value(Curve.SECONDS, first) >= warm)) {
            first++;
        }
        long last = history.lastStep();
        return (last - first)
                / (history.value(Curve.SECONDS, last) - history.value(Curve.SECONDS, first));
    }
}
