package org.ganatelier.cli.command;

import org.ganatelier.cli.support.ClassRows;
import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.cli.support.Experiments;
import org.ganatelier.cli.support.Goal;
import org.ganatelier.cli.support.GoalOptions;
import org.ganatelier.cli.support.Interrupt;
import org.ganatelier.cli.support.Output;
import org.ganatelier.cli.support.Progress;
import org.ganatelier.cli.support.RunFolder;
import org.ganatelier.cli.support.Script;
import org.ganatelier.cli.support.UsageFailure;
import org.ganatelier.cli.support.WatchedRun;
import org.ganatelier.data.Datasets;
import org.ganatelier.data.Samples;
import org.ganatelier.exchange.table.MetricsCsv;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.project.ProjectJson;
import org.ganatelier.text.SettingText;
import org.ganatelier.text.Words;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Edit;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.Interventions;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunOptions;
import org.ganatelier.train.Trainer;
import org.ganatelier.train.Weights;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

/** Trains an experiment and leaves a folder with what came of it. */
@Command(
        name = "train",
        description = {
            "Trains an experiment and writes run.atelier (all that was learnt), metrics.csv (the"
                + " figures of every step) and grid.png (64 generated images; where the networks"
                + " are told labels, a row of each class) to a folder.",
            "Ctrl-C ends the training early and saves what there is."
        })
public final class Train implements Callable<Integer> {
    /** Images in grid.png: eight rows of eight, or eight of each class, as in the window. */
    private static final int GRID = 64;

    private static final int GRID_ROW = 8;

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
            description =
                    "Threads of the engine, instead of its own choice or, in a replay, those of the"
                            + " run.")
    private @Nullable Integer threads;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description =
                    "Changes the experiment, as often as wanted: training.batchSize=32,"
                            + " generator.layers.2.filters=64 (layers count from 0).")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--edit",
            paramLabel = "STEP:PATH=VALUE",
            description =
                    "Changes a value after so many steps, as often as wanted:"
                            + " 500:training.generatorOptimizer.learningRate=0.0001.")
    private List<String> edits = new ArrayList<>();

    @Option(
            names = "--replay",
            description =
                    "With the run.atelier of a training as FILE: begins as that began and repeats"
                            + " what was done on its way, every edit and half of a step, for as"
                            + " many steps and with as many threads, so that the same machine"
                            + " arrives at the same bits. (Files from before threads were written"
                            + " down count as of one.)")
    private boolean replay;

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

    public Train(Trainer trainer, Output output, Interrupt interrupt) {
        this.trainer = trainer;
        this.output = output;
        this.interrupt = interrupt;
    }

    @Override
    public Integer call() throws ProjectException, IOException {
        Optional<Goal> asked = goalOptions.asked();
        OptionalInt ordered = threads();
        Optional<Checkpoint> original = original();
        Script script = script(original);
        Goal goal = asked.orElseGet(() -> original.map(this::length).orElse(GoalOptions.DEFAULT));
        OptionalInt wanted =
                ordered.isPresent()
                        ? ordered
                        : original.map(Checkpoint::threads).orElse(OptionalInt.empty());
        Plan plan = Experiments.ready(script.beginning());
        var data = Datasets.open(plan.experiment().data());
        var folder = new RunFolder(out);
        Progress progress = json ? Progress.SILENT : output.progress(goal);
        var engine = trainer.warmUp(json ? _ -> {} : output::unpacked);
        var report = new TrainReport(plan, engine, wanted, folder);
        WatchedRun.Result result;
        try (MetricsCsv csv = folder.begin()) {
            announce(report, original);
            result =
                    new WatchedRun(trainer, interrupt)
                            .train(
                                    plan,
                                    data,
                                    goal.options(wanted).replaying(script.interventions()),
                                    new Watch(csv, progress));
        } finally {
            progress.end();
        }
        save(result, folder, plan);
        if (result.end() instanceof RunEvent.End.Failed failed) {
            throw CommandFailure.of(failed);
        }
        output.line(json ? report.json(result.record()) : report.text(result.record()));
        return ExitCode.DONE;
    }

    /** The run to repeat, where one is. */
    private Optional<Checkpoint> original() throws ProjectException {
        return replay ? Optional.of(ProjectFile.loadRun(Path.of(preset))) : Optional.empty();
    }

    private Script script(Optional<Checkpoint> original) throws ProjectException {
        return original.isPresent()
                ? Script.of(
                        changed(original.get().beginning()), original.get().interventions(), edits)
                : Script.of(changed(Presets.open(preset)), Interventions.NONE, edits);
    }

    private Goal length(Checkpoint original) {
        if (original.step() == 0) {
            throw new CommandFailure(
                    preset + " was saved before its first step: there is nothing to repeat.");
        }
        return new Goal.Steps(original.step());
    }

    private Experiment changed(Experiment experiment) throws ProjectException {
        Experiment changed = ProjectJson.withOverrides(experiment, settings);
        return seed == null ? changed : changed.withSeed(seed);
    }

    /** Writes down and shows how the training goes. */
    private final class Watch implements WatchedRun.Watcher {
        private final MetricsCsv csv;
        private final Progress progress;

        Watch(MetricsCsv csv, Progress progress) {
            this.csv = csv;
            this.progress = progress;
        }

        @Override
        public void measured(Metrics metrics) throws IOException {
            csv.add(metrics);
            progress.show(metrics);
        }

        @Override
        public void edited(Edit edit) {
            if (!json) {
                progress.end();
                output.line(
                        "after step %,d: %s %s → %s"
                                .formatted(
                                        edit.step(),
                                        SettingText.name(Words.english(), edit.setting()),
                                        edit.before(),
                                        edit.after()));
            }
        }
    }

    private OptionalInt threads() {
        if (threads == null) {
            return OptionalInt.empty();
        }
        if (threads < 1 || threads > RunOptions.MOST_THREADS) {
            throw new UsageFailure("--threads must be between 1 and " + RunOptions.MOST_THREADS);
        }
        return OptionalInt.of(threads);
    }

    private void announce(TrainReport report, Optional<Checkpoint> original) {
        if (json) {
            return;
        }
        output.line(report.title());
        if (original.filter(run -> run.threads().isEmpty()).isPresent()) {
            output.line(
                    "The number of threads changed during that run, so the replay may differ from"
                            + " it in the last digits.");
        }
    }

    private void save(WatchedRun.Result result, RunFolder folder, Plan plan)
            throws ProjectException, IOException {
        if (result.checkpoint().isPresent()) {
            Checkpoint learnt = result.checkpoint().get();
            folder.save(learnt, result.record());
            int count = ClassRows.filled(plan.experiment(), GRID_ROW, GRID);
            var input = GeneratorInput.sampled(plan.experiment(), count, plan.experiment().seed());
            Samples made = trainer.sample(plan, learnt, input, Weights.AVERAGED);
            folder.save(ClassRows.of(made, input.labels()));
        }
    }
}
