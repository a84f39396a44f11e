package org.ganatelier.cli;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Datasets;
import org.ganatelier.plan.Plan;
import org.ganatelier.project.JsonLine;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectException;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunOptions;
import org.ganatelier.train.Trainer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
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
final class PreviewCost implements Callable<Integer> {
    private static final double NANOS = 1e9;

    private final Trainer trainer;
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
            defaultValue = "5",
            description = "How long each turn trains (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(
            names = "--json",
            description = "Prints nothing but the result, as a JSON object on one line.")
    private boolean json;

    PreviewCost(Trainer trainer, Output output, Interrupt interrupt) {
        this.trainer = trainer;
        this.output = output;
        this.interrupt = interrupt;
    }

    @Override
    public Integer call() throws ProjectException, IOException {
        if (rounds < 1 || !(seconds > 0)) {
            throw new UsageFailure("--rounds and --seconds must be above 0");
        }
        Plan plan = Experiments.ready(Presets.open(preset));
        Dataset data = Datasets.open(plan.experiment().data());
        // Until Java has compiled what is slow, turns cannot be compared.
        stepsPerSecond(plan, data, true);
        var without = new double[rounds];
        var with = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            without[i] = stepsPerSecond(plan, data, false);
            with[i] = stepsPerSecond(plan, data, true);
        }
        output.line(text(median(without), median(with)));
        return Cli.DONE;
    }

    private double stepsPerSecond(Plan plan, Dataset data, boolean previews) throws IOException {
        RunOptions live = RunOptions.live();
        var options =
                new RunOptions(
                        OptionalLong.empty(),
                        Optional.of(Duration.ofNanos((long) (seconds * NANOS))),
                        OptionalInt.empty(),
                        false,
                        previews ? live.previews() : 0,
                        live.previewInterval(),
                        live.replay());
        var clock = new Clock();
        var result =
                new Training(trainer, interrupt)
                        .train(plan, data, options, _ -> clock.step(System.nanoTime()));
        if (result.end() instanceof RunEvent.End.Failed failed) {
            throw new CommandFailure(failed.sentence());
        }
        return clock.stepsPerSecond();
    }

    private String text(double without, double with) {
        double slower = 100 * (1 - with / without);
        if (json) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("preset", preset);
            values.put("rounds", rounds);
            values.put("steps_per_s_without", without);
            values.put("steps_per_s_with", with);
            values.put("percent_slower", slower);
            return JsonLine.of(values);
        }
        return "%s: %.1f steps/s without previews, %.1f with (medians of %d turns): %.1f %% slower"
                .formatted(preset, without, with, rounds, slower);
    }

    private static double median(double[] values) {
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The time on the wall: what a step takes itself is not all that previews may slow down. */
    private static final class Clock {
        private long first;
        private long last;
        private long steps = -1;

        void step(long now) {
            if (steps < 0) {
                first = now;
            }
            last = now;
            steps++;
        }

        double stepsPerSecond() {
            if (steps < 1) {
                throw new CommandFailure(
                        "A turn was over before its second step: give it more --seconds");
            }
            return steps * NANOS / (last - first);
        }
    }
}
