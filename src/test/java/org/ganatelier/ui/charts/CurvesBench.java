package org.ganatelier.ui.charts;

import atlantafx.base.theme.PrimerLight;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.ganatelier.session.Settings;
import org.ganatelier.text.Words;
import org.ganatelier.train.History;
import org.ganatelier.ui.widget.Pictures;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How long a frame takes while the curves of a long run are panned in a real window: run by {@code
 * packaging/bench/curves}. The number of steps is the argument.
 */
public final class CurvesBench {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int FRAMES = 600;

    /** The compiler and the caches are warm after so many. */
    private static final int WARM = 120;

    /** Of the run's length is seen. */
    private static final double SEEN = 0.1;

    /** Of what is seen, a frame moves on by this much. */
    private static final double MOVED = 0.02;

    /** What is measured: a panel as large as in a window of a size, with these plots. */
    private record Case(String name, double width, double height, List<PlotKind> plots) {}

    private static final List<Case> CASES =
            List.of(
                    new Case(
                            "two plots, 480x450 (window 1366x768)",
                            480,
                            450,
                            List.of(PlotKind.LOSSES, PlotKind.OUTPUTS)),
                    new Case(
                            "two plots, 690x700 (window 1920x1080)",
                            690,
                            700,
                            List.of(PlotKind.LOSSES, PlotKind.OUTPUTS)),
                    new Case("all plots, 690x900", 690, 900, List.of(PlotKind.values())),
                    new Case(
                            "two plots, 1900x1000 (panel alone)",
                            1900,
                            1000,
                            List.of(PlotKind.LOSSES, PlotKind.OUTPUTS)));

    private CurvesBench() {}

    public static void main(String[] arguments) {
        Application.launch(Program.class, arguments);
    }

    /** JavaFX makes it. */
    public static final class Program extends Application {
        @Override
        public void start(Stage stage) {
            setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            int steps = Integer.parseInt(getParameters().getRaw().getFirst());
            next(stage, Histories.of(steps), 0);
        }
    }

    private static void next(Stage stage, History history, int index) {
        if (index == CASES.size()) {
            Platform.exit();
            return;
        }
        Case what = CASES.get(index);
        var choices = new Choices(Settings.forgetful());
        Arrays.stream(PlotKind.values())
                .forEach(kind -> choices.show(kind, what.plots().contains(kind)));
        var feed =
                new Feed(
                        new SimpleObjectProperty<>(history),
                        () -> List.of(Histories.score(1, 240, 1), Histories.score(9_000, 40, 8)),
                        new SimpleLongProperty());
        var export = new ChartsExport((_, _) -> {}, Settings.forgetful(), Words.english());
        var panel = new ChartsPanel(feed, choices, export, Words.english());
        var scene = new Scene(panel, what.width(), what.height());
        scene.getStylesheets().addAll(Pictures.sheet("base.css"), Pictures.sheet("charts.css"));
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
        Plot plot = (Plot) scene.lookup("#losses");
        new Panning(plot, scene, what.name(), () -> next(stage, history, index + 1)).start();
    }

    /** Moves on at every frame and measures. */
    private static final class Panning extends AnimationTimer {
        private final Plot plot;
        private final String name;
        private final Runnable done;
        private final double[] work = new double[FRAMES];
        private final double[] frame = new double[FRAMES];
        private int count = -WARM;
        private long begin;
        private long beginOfWork;
        private long last;
        private double by = MOVED;

        Panning(Plot plot, Scene scene, String name, Runnable done) {
            this.plot = plot;
            this.name = name;
            this.done = done;
            scene.addPostLayoutPulseListener(this::laidOut);
        }

        @Override
        public void handle(long now) {
            begin = System.nanoTime();
            beginOfWork = THREADS.getCurrentThreadCpuTime();
            if (count >= 0 && last != 0) {
                frame[count] = (begin - last) / 1e6;
            }
            last = begin;
            if (count == -WARM) {
                plot.zoom(SEEN, 0.5);
            }
            Span seen = plot.frame().part();
            Span whole = plot.whole();
            if (seen.to() >= whole.to() - 1) {
                by = -MOVED;
            } else if (seen.from() <= whole.from() + 1) {
                by = MOVED;
            }
            // As a drag does.
            plot.pan(by);
        }

        private void laidOut() {
            if (count >= 0) {
                work[count] = (THREADS.getCurrentThreadCpuTime() - beginOfWork) / 1e6;
            }
            count++;
            if (count == FRAMES) {
                stop();
                tell();
                Platform.runLater(done);
            }
        }

        private void tell() {
            Arrays.sort(work);
            Arrays.sort(frame);
            System.out.printf(
                    Locale.ROOT,
                    "%-40s the FX thread's own time a frame: median %.2f ms, 95 %% under %.2f ms,"
                        + " worst %.2f ms; from frame to frame: median %.2f ms, 95 %% under %.2f"
                        + " ms%n",
                    name,
                    at(work, 0.5),
                    at(work, 0.95),
                    at(work, 1),
                    at(frame, 0.5),
                    at(frame, 0.95));
        }

        private static double at(double[] sorted, double share) {
            return sorted[(int) (share * (sorted.length - 1))];
        }
    }
}
