package org.ganatelier.cli;

import org.ganatelier.data.Datasets;
import org.ganatelier.export.MetricsCsv;
import org.ganatelier.plan.Plan;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectJson;
import org.ganatelier.spec.Experiment;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.Trainer;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

/** Trains an experiment and leaves a folder with what came of it. */
@Command(
        name = "train",
        description = {
            "Trains an experiment and writes run.atelier (all that was learnt), metrics.csv (the"
                    + " figures of every step) and grid.png (64 generated images) to a folder.",
            "Ctrl-C ends the training early and saves what there is."
        })
final class Train implements Callable<Integer> {
    /** Images in grid.png: eight rows of eight, as in the window. */
    private static final int GRID = 64;

    private static final int MOST_THREADS = 1024;

    private final Trainer trainer;
    private final Output output;
    private final Interrupt interrupt;

    @Option(
            names = "--preset",
            required = true,
            paramLabel = "NAME|FILE",
            description = "A preset's name or an experiment file.")
    private String preset = "";

    @ArgGroup private GoalOptions goalOptions = new GoalOptions();

    @Option(names = "--seed", paramLabel = "N", description = "Instead of the experiment's own.")
    private @Nullable Long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads of the engine, instead of its own choice.")
    private @Nullable Integer threads;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description =
                    "Changes the experiment, as often as wanted: training.batchSize=32,"
                            + " generator.layers.2.filters=64 (layers count from 0).")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder to write to; files of an earlier training are replaced.")
    private Path out = Path.of("");

    @Option(
            names = "--json",
            description = "Prints nothing but the result, as a JSON object on one line.")
    private boolean json;

    Train(Trainer trainer, Output output, Interrupt interrupt) {
        this.trainer = trainer;
        this.output = output;
        this.interrupt = interrupt;
    }

    @Override
    public Integer call() throws ProjectException, IOException {
        Goal goal = goalOptions.goal();
        OptionalInt wanted = threads();
        Plan plan = Experiments.ready(experiment());
        var data = Datasets.open(plan.experiment().data());
        var folder = new RunFolder(out);
        Progress progress = json ? Progress.SILENT : output.progress(goal);
        var engine = trainer.warmUp(json ? _ -> {} : output::unpacked);
        var report = new TrainReport(plan, engine, wanted, folder);
        Training.Result result;
        try (MetricsCsv csv = folder.begin()) {
            announce(report);
            result =
                    new Training(trainer, interrupt)
                            .train(
                                    plan,
                                    data,
                                    goal.options(wanted),
                                    metrics -> {
                                        csv.add(metrics);
                                        report.measured(metrics);
                                        progress.show(metrics);
                                    });
        } finally {
            progress.end();
        }
        save(result, folder, plan);
        if (result.end() instanceof RunEvent.End.Failed failed) {
            throw new CommandFailure(failed.sentence());
        }
        output.line(json ? report.json(result.end()) : report.text(result.end()));
        return Cli.DONE;
    }

    private Experiment experiment() throws ProjectException {
        Experiment changed = ProjectJson.withOverrides(Presets.open(preset), settings);
        return seed == null ? changed : changed.withSeed(seed);
    }

    private OptionalInt threads() {
        if (threads == null) {
            return OptionalInt.empty();
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw new UsageFailure("--threads must be between 1 and " + MOST_THREADS);
        }
        return OptionalInt.of(threads);
    }

    private void announce(TrainReport report) {
        if (!json) {
            output.line(report.title());
        }
    }

    private void save(Training.Result result, RunFolder folder, Plan plan)
            throws ProjectException, IOException {
        if (result.checkpoint().isPresent()) {
            Checkpoint learnt = result.checkpoint().get();
            folder.save(learnt);
            folder.save(trainer.sample(plan, learnt, GRID, plan.experiment().seed()));
        }
    }
}
