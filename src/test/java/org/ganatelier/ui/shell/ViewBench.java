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

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Steps a second of a run while the window shows some panels: run by {@code packaging/bench/views}.
 * Arguments: the ids of panels, and of overlays of the images, joined by plus signs; the preset,
 * the seconds of training, and how many of them pass before it is measured. Prints two numbers:
 * steps a second, and the processor time of all that is not training, in percent of a core. The
 * second hardly depends on what else the machine does.
 */
public final class ViewBench {
    private static final long SEED = 42;

    /** The window as it is at first. */
    private static final String EVERYTHING = "all";

    /** Threads that take steps; compilers are not among those that are seen. */
    private static final List<String> TRAINING = List.of("training", "beside-training");

    private static final double PERCENT = 100;

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
                    warm,
                    () -> {
                        var before = Spent.now();
                        whenTrained(window, seconds, () -> tell(window, warm, before));
                    });
        }
    }

    /** What was spent until a moment, in nanoseconds. */
    private record Spent(long wall, Map<Long, Long> threads) {
        static Spent now() {
            ThreadMXBean all = ManagementFactory.getThreadMXBean();
            var threads = new HashMap<Long, Long>();
            for (ThreadInfo thread : all.getThreadInfo(all.getAllThreadIds())) {
                if (thread != null
                        && TRAINING.stream().noneMatch(thread.getThreadName()::startsWith)) {
                    threads.put(
                            thread.getThreadId(),
                            Math.max(0, all.getThreadCpuTime(thread.getThreadId())));
                }
            }
            return new Spent(System.nanoTime(), threads);
        }

        /** Percent of a core since another moment. */
        double since(Spent before) {
            long spent = 0;
            for (var thread : threads.entrySet()) {
                spent += thread.getValue() - before.threads.getOrDefault(thread.getKey(), 0L);
            }
            return PERCENT * spent / (wall - before.wall);
        }
    }

    private static void tell(BenchWindow window, double warm, Spent before) {
        double beside = Spent.now().since(before);
        History history = window.session().training().historyProperty().get();
        System.out.printf(Locale.ROOT, "%.3f %.2f%n", stepsPerSecond(history, warm), beside);
        window.leave();
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
