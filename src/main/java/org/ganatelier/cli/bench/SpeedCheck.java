package org.ganatelier.cli.bench;

import org.ganatelier.cli.support.Experiments;
import org.ganatelier.cli.support.Output;
import org.ganatelier.data.Datasets;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.ganatelier.train.Benchmark;
import org.ganatelier.train.Trainer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

/** Compares the estimate of the steps in a second with what a longer training measures. */
@Command(
        name = "bench-estimate",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = {
            "Compares the estimate of steps per second with one that takes longer, and with the"
                + " speed of a training by the clock on the wall: for a machine that does nothing"
                + " else."
        })
public final class SpeedCheck implements Callable<Integer> {
    private static final Duration BUDGET = Duration.ofMillis(900);

    /** Long enough for Java's compiler to be done. */
    private static final Duration LONG = Duration.ofSeconds(8);

    private static final double MILLISECONDS = 1000;
    private static final double PERCENT = 100;

    private final Trainer trainer;
    private final Benchmark benchmark;
    private final Output output;

    @Parameters(paramLabel = "PRESET", description = "Presets; all where none is named.")
    private List<String> presets = new ArrayList<>();

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "60",
            description = "Steps to measure (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "How long to train before measuring (default: ${DEFAULT-VALUE}).")
    private double warmUp;

    public SpeedCheck(Trainer trainer, Benchmark benchmark, Output output) {
        this.trainer = trainer;
        this.benchmark = benchmark;
        this.output = output;
    }

    @Override
    public Integer call() throws Exception {
        List<String> names = presets.isEmpty() ? Presets.names() : presets;
        output.line("preset                estimate  long trial   measured   difference");
        for (String name : names) {
            Experiment experiment = Presets.load(name);
            Plan plan = Experiments.ready(experiment);
            OptionalDouble estimate =
                    trainer.stepsPerSecond(plan, OptionalInt.empty(), BUDGET, () -> false);
            OptionalDouble longer =
                    trainer.stepsPerSecond(plan, OptionalInt.empty(), LONG, () -> false);
            double measured = MILLISECONDS / measure(plan).milliseconds();
            double guess = estimate.orElse(Double.NaN);
            output.line(
                    "%-20s %8.1f/s %8.1f/s %8.1f/s %+9.0f %%"
                            .formatted(
                                    name,
                                    guess,
                                    longer.orElse(Double.NaN),
                                    measured,
                                    PERCENT * (guess / measured - 1)));
        }
        return 0;
    }

    private Benchmark.Result measure(Plan plan) {
        return benchmark.run(
                new Benchmark.Task(
                        plan,
                        Datasets.open(plan.experiment().data()),
                        Benchmark.Layers.ATELIER,
                        OptionalInt.empty(),
                        Duration.ofMillis(Math.round(warmUp * MILLISECONDS)),
                        steps,
                        false));
    }
}
