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
import org.ganatelier.train.Run;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Steps a second of a run while the window shows some panels: run by {@code packaging/bench/views}.
 * Arguments: the ids of panels, and of overlays of the images, joined by plus signs; the preset,
 * the seconds of training, and how many of them pass before it is measured. Prints one number.
 */
public final class ViewBench {
    private static final long SEED = 42;

    /** The window as it is at first. */
    private static final String EVERYTHING = "all";

    /** Of D, over the images. */
    private static final Set<String> OVERLAYS = Set.of("borders", "heat", "sorted");

    private ViewBench() {}

    public static void main(String[] arguments) {
        Application.launch(Program.class, arguments);
    }

    /** JavaFX makes it. */
    public static final class Program extends Application {
        @Override
        public void start(Stage stage) {
            var given = getParameters().getRaw();
            Set<String> view = Set.of(given.get(0).split("\\+", -1));
            double seconds = Double.parseDouble(given.get(2));
            double warm = Double.parseDouble(given.get(3));
            var settings = Settings.forgetful();
            settings.setHidden(hidden(view));
            OVERLAYS.stream()
                    .filter(view::contains)
                    .forEach(overlay -> settings.setChoice("images-eye-" + overlay, "on"));
            settings.setChoice("charts-plots", "losses,outputs,distance,classes,gradients");
            var window = new BenchWindow(stage, given.get(1), SEED, settings);
            if (view.contains("slow")) {
                window.session().training().dissect(Run.Turn.BOTH);
            }
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

    /** All panels but those of a view. */
    private static Set<String> hidden(Set<String> view) {
        if (view.contains(EVERYTHING)) {
            return Set.of();
        }
        Set<String> all = ids();
        Set<String> wanted = new TreeSet<>(view);
        wanted.removeAll(OVERLAYS);
        if (!all.containsAll(wanted)) {
            throw new IllegalArgumentException("Of " + wanted + " some are not among " + all);
        }
        all.removeAll(wanted);
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
