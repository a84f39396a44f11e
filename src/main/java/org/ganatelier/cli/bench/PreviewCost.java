package org.ganatelier.cli.bench;

import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.cli.support.Engines;
import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.cli.support.Experiments;
import org.ganatelier.cli.support.Interrupt;
import org.ganatelier.cli.support.Output;
import org.ganatelier.cli.support.UsageFailure;
import org.ganatelier.data.Datasets;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.measure.ScoredRun;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.JsonLine;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectException;
import org.ganatelier.train.watch.WatchedRun;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;

/** Measures how much the pictures that a window shows slow the training down. */
@Command(
        mixinStandardHelpOptions = true,
        name = "preview-cost",
        description = {
            "Measures what a window's previews cost: trains with 64 images up to 15 times a second"
                    + " and without, in turns, and compares the medians.",
        })
public final class PreviewCost implements Callable<Integer> {
    private static final double NANOS = 1e9;
    private static final double SECONDS = 5;

    /** Of the preset with the largest networks there are then several scores in a turn. */
    private static final double SECONDS_SCORED = 60;

    private final Engines engines;
    private final Output output;
    private final Interrupt interrupt;

    @Option(
            names = "--preset",
            paramLabel = "NAME|FILE",
            defaultValue = "digits",
            description = "What to train (default: ${DEFAULT-VALUE}).")
    private String preset = "";

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "9",
            description = "Turns of each kind (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "How long each turn trains (default: 5; 60 with --score).")
    private @Nullable Double seconds;

    @Option(
            names = {"--score", "--judge"},
            description =
                    "Turns with previews also score 500 images every few seconds, as a window"
                            + " does.")
    private boolean score;

    @Option(
            names = "--inspect",
            description =
                    "The other turns show no images, but have the layers of both networks looked"
                            + " at twice a second, as a window's Inside panel does.")
    private boolean inspect;

    @Option(
            names = "--json",
            description = "Prints nothing but the result, as a JSON object on one line.")
    private boolean json;

    public PreviewCost(Engines engines, Output output, Interrupt interrupt) {
        this.engines = engines;
        this.output = output;
        this.interrupt = interrupt;
    }

    @Override
    public Integer call() throws ProjectException, IOException {
        if (inspect && score) {
            throw new UsageFailure("--inspect and --score are measured one at a time");
        }
        if (rounds < 1 || !(seconds() > 0)) {
            throw new UsageFailure("--rounds and --seconds must be above 0");
        }
        Plan plan = Experiments.ready(Presets.open(preset));
        DataSpec data = plan.experiment().data();
        var turns =
                new Turns(
                        new WatchedRun(engines.trainer(), interrupt),
                        plan,
                        Datasets.open(data),
                        Duration.ofNanos((long) (seconds() * NANOS)),
                        inspect);
        if (score) {
            try (var scorer = PauseScorer.of(data, engines.classifiers())) {
                compare(turns, Optional.of(scorer));
            }
        } else {
            compare(turns, Optional.empty());
        }
        return ExitCode.DONE;
    }

    private double seconds() {
        if (seconds != null) {
            return seconds;
        }
        return score ? SECONDS_SCORED : SECONDS;
    }

    private void compare(Turns turns, Optional<PauseScorer> scorer) throws IOException {
        // Until Java has compiled what is slow, turns cannot be compared.
        turns.with(scorer);
        scorer.ifPresent(PauseScorer::skipRest);
        var without = new double[rounds];
        var with = new double[rounds];
        int scores = 0;
        for (int i = 0; i < rounds; i++) {
            without[i] = turns.without();
            Turns.Shown shown = turns.with(scorer);
            if (scorer.isPresent() && shown.scores() == 0) {
                throw new CommandFailure(
                        "A turn was over before its first score: give it more --seconds");
            }
            with[i] = shown.stepsPerSecond();
            scores += shown.scores();
        }
        output.line(text(median(without), median(with), scores));
    }

    private String text(double without, double with, int scores) {
        double slower = 100 * (1 - with / without);
        if (json) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("preset", preset);
            values.put("inspected", inspect);
            values.put("rounds", rounds);
            values.put("seconds", seconds());
            values.put("scores", scores);
            values.put("scored_images", score ? ScoredRun.IMAGES : 0);
            values.put("steps_per_s_without", without);
            values.put("steps_per_s_with", with);
            values.put("percent_slower", slower);
            return JsonLine.of(values);
        }
        String scored =
                score ? " and %d scores of %d images".formatted(scores, ScoredRun.IMAGES) : "";
        String what = inspect ? "looks inside" : "previews";
        return "%s: %.1f steps/s without %s, %.1f with%s (medians of %d turns): %.1f %% slower"
                .formatted(preset, without, what, with, scored, rounds, slower);
    }

    private static double median(double[] values) {
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
