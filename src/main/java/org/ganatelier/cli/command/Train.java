package org.ganatelier.cli.command;

import org.ganatelier.cli.support.CheckpointOptions;
import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.cli.support.GoalOptions;
import org.ganatelier.cli.support.GoalText;
import org.ganatelier.cli.support.Interrupt;
import org.ganatelier.cli.support.LayerChoice;
import org.ganatelier.cli.support.Output;
import org.ganatelier.cli.support.Progress;
import org.ganatelier.cli.support.Script;
import org.ganatelier.cli.support.UsageFailure;
import org.ganatelier.cli.training.CheckpointOrder;
import org.ganatelier.cli.training.Coached;
import org.ganatelier.cli.training.Job;
import org.ganatelier.cli.training.Training;
import org.ganatelier.cli.training.TrainingFolder;
import org.ganatelier.cli.training.WayBack;
import org.ganatelier.coach.fact.Finding;
import org.ganatelier.data.Dataset;
import org.ganatelier.data.Datasets;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.project.ProjectJson;
import org.ganatelier.text.SettingText;
import org.ganatelier.text.Words;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.ClassifierTrainer;
import org.ganatelier.train.Edit;
import org.ganatelier.train.Goal;
import org.ganatelier.train.Interventions;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.RunOptions;
import org.ganatelier.train.RunRecord;
import org.ganatelier.train.Trainer;
import org.ganatelier.train.watch.WatchedRun;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

/** Trains an experiment and leaves a folder with what came of it. */
@Command(
        name = "train",
        description = {
            "Trains an experiment and writes run.atelier (all that was learnt), metrics.csv (the"
                + " figures of every step) and grid.png (64 generated images; where the networks"
                + " are told labels, a row of each class) to a folder.",
            "Ctrl-C ends the training early and saves what there is. It is saved on its way too, to"
                + " the folder autosave inside: --resume goes on from there, to the same bits as if"
                + " it had never stopped. --checkpoint-every keeps states on its way, to go back"
                + " to."
        })
public final class Train implements Callable<Integer> {
    private final Trainer trainer;
    private final ClassifierTrainer classifiers;
    private final Output output;
    private final Interrupt interrupt;
    private final PrintWriter errors;

    @Option(
            names = "--preset",
            paramLabel = "NAME|FILE",
            description = "A preset's name or an experiment file.")
    private @Nullable String preset;

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
            names = "--engine",
            paramLabel = "own|stock",
            description =
                    "Whose layers compute the training: the program's own, or those that"
                            + " Deeplearning4j brings (stock). The same experiment, much slower: to"
                            + " compare.")
    private @Nullable LayerChoice layers;

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
            paramLabel = "DIR",
            description =
                    "The folder to write to; files of an earlier training are replaced, but what it"
                            + " had learnt is kept as run.atelier.bak.")
    private @Nullable Path out;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description =
                    "Instead of --preset and --out: goes on with the training in this folder, with"
                            + " its experiment, its edits, its threads and as far as it was to go."
                            + " --steps and --seconds say another length: in all, not further.")
    private @Nullable Path resume;

    @Option(
            names = "--at",
            paramLabel = "STEP",
            description =
                    "With --resume: goes on from the checkpoint of this step, to the same bits as"
                            + " the first time. Edits that were made later are not made, but"
                            + " listed. What was learnt after it is kept in a folder former-N"
                            + " inside.")
    private @Nullable Long at;

    @Option(
            names = "--repeat-edits",
            description = "With --at: makes the later edits again, and single steps of one player.")
    private boolean repeatsEdits;

    @Mixin private CheckpointOptions checkpointOptions = new CheckpointOptions();

    @Option(
            names = "--no-coach",
            description =
                    "Without the coach, who has images scored while the training goes on (a"
                            + " twentieth of one core) and says what happens. What is learnt is the"
                            + " same either way, to the bit.")
    private boolean noCoach;

    @Option(
            names = "--json",
            description = "Prints nothing but the result, as a JSON object on one line.")
    private boolean json;

    /**
     * @param errors receives what goes wrong while the training goes on all the same
     */
    public Train(
            Trainer trainer,
            ClassifierTrainer classifiers,
            Output output,
            PrintWriter errors,
            Interrupt interrupt) {
        this.trainer = trainer;
        this.classifiers = classifiers;
        this.output = output;
        this.errors = errors;
        this.interrupt = interrupt;
    }

    @Override
    public Integer call() throws ProjectException, IOException {
        if (resume != null) {
            return goOn(resume);
        }
        if (at != null || repeatsEdits) {
            throw new UsageFailure("--at and --repeat-edits belong to --resume=DIR");
        }
        if (preset == null || preset.isBlank()) {
            throw missing("--preset=NAME|FILE");
        }
        if (out == null || out.toString().isEmpty()) {
            throw missing("--out=DIR");
        }
        return begin(preset, out);
    }

    private static UsageFailure missing(String option) {
        return new UsageFailure(
                "Missing required option: '%s' (or '--resume=DIR' alone)".formatted(option));
    }

    private int begin(String what, Path place) throws ProjectException, IOException {
        Optional<Goal> asked = goalOptions.asked();
        OptionalInt ordered = threads();
        Optional<CheckpointOrder> checkpoints = checkpoints();
        Optional<Checkpoint> original =
                replay ? Optional.of(ProjectFile.loadRun(Path.of(what))) : Optional.empty();
        Script script = script(what, original);
        Goal goal =
                asked.orElseGet(
                        () -> original.map(run -> length(what, run)).orElse(GoalOptions.DEFAULT));
        OptionalInt wanted =
                ordered.isPresent()
                        ? ordered
                        : original.map(Checkpoint::threads).orElse(OptionalInt.empty());
        Job anew = Job.of(script, goal, wanted, layers().orElse(LayerChoice.OWN));
        Job job = original.map(anew::drawingAs).orElse(anew);
        Dataset data = Datasets.open(job.plan().experiment().data());
        try (var folder = TrainingFolder.open(place)) {
            TrainReport report = report(job, folder);
            Optional<Long> unfinished = folder.makeRoom();
            give(checkpoints, folder);
            say(report.title());
            unfinished.ifPresent(step -> say(keptAside(step, folder)));
            if (original.filter(run -> run.threads().isEmpty()).isPresent()) {
                say(
                        "The number of threads changed during that run, so the replay may differ"
                                + " from it in the last digits.");
            }
            return train(job, data, folder, report);
        }
    }

    private static String keptAside(long step, TrainingFolder folder) {
        return "The unfinished training that was here (step %,d) is kept as %s.bak."
                .formatted(step, folder.files().model());
    }

    private int goOn(Path place) throws ProjectException, IOException {
        if (preset != null || out != null || replay || seed != null || !settings.isEmpty()) {
            throw new UsageFailure(
                    "--resume goes on with a training as it is: it takes only --steps or --seconds,"
                            + " --threads, --engine, --edit, --at,"
                            + " --checkpoint-every and --json");
        }
        if (!Files.isDirectory(place)) {
            throw new CommandFailure("There is no folder " + place + ".");
        }
        if (repeatsEdits && at == null) {
            throw new UsageFailure("--repeat-edits belongs to --at=STEP");
        }
        Optional<Goal> asked = goalOptions.asked();
        OptionalInt ordered = threads();
        Optional<CheckpointOrder> checkpoints = checkpoints();
        try (var folder = TrainingFolder.open(place)) {
            Optional<WayBack> back =
                    at == null ? Optional.empty() : Optional.of(WayBack.to(at, folder));
            Job job =
                    back.isPresent()
                            ? back.get().job(repeatsEdits, asked, ordered, layers(), edits)
                            : Job.goingOn(folder, asked, ordered, layers(), edits);
            Dataset data = Datasets.open(job.plan().experiment().data());
            TrainReport report = report(job, folder);
            say(report.title());
            if (back.isPresent()) {
                folder.goBackTo(back.get().project())
                        .ifPresent(
                                former ->
                                        say(
                                                "What was learnt after step %,d is kept in %s."
                                                        .formatted(at, former)));
                back.get().notice(repeatsEdits).ifPresent(this::say);
            }
            give(checkpoints, folder);
            say(
                    "Going on from step %,d, up to %s in all."
                            .formatted(job.step(), GoalText.of(job.goal())));
            return train(job, data, folder, report);
        }
    }

    private Optional<CheckpointOrder> checkpoints() {
        OptionalLong every = checkpointOptions.every();
        OptionalLong megabytes = checkpointOptions.megabytes();
        return every.isPresent()
                ? Optional.of(new CheckpointOrder(every.getAsLong(), megabytes))
                : Optional.empty();
    }

    private static void give(Optional<CheckpointOrder> order, TrainingFolder folder)
            throws IOException {
        if (order.isPresent()) {
            order.get().give(folder.checkpoints());
        }
    }

    private TrainReport report(Job job, TrainingFolder folder) {
        var engine = job.layers().of(trainer).warmUp(json ? _ -> {} : output::unpacked);
        return new TrainReport(job.plan(), engine, job.threads(), folder.files());
    }

    private int train(Job job, Dataset data, TrainingFolder folder, TrainReport report)
            throws IOException {
        Progress progress = json ? Progress.SILENT : output.progress(job.goal());
        var training = new Training(job.layers().of(trainer), interrupt, this::complain);
        var talk = new Talk(progress);
        if (noCoach) {
            WatchedRun.Result result = training.run(job, data, folder, talk);
            return report(report, result.record(), Optional.empty());
        }
        try (var coached = new Coached(talk, talk::coach, data, classifiers)) {
            WatchedRun.Result result = training.run(job, data, folder, coached);
            return report(report, result.record(), Optional.of(coached.said()));
        }
    }

    private int report(TrainReport report, RunRecord run, Optional<List<Finding>> said) {
        if (json) {
            output.line(report.json(run, said));
        } else {
            said.filter(findings -> !findings.isEmpty())
                    .ifPresent(findings -> output.line(TrainReport.coach(findings)));
            output.line(report.text(run));
        }
        return ExitCode.DONE;
    }

    private void say(String line) {
        if (!json) {
            output.line(line);
        }
    }

    private void complain(String sentence) {
        errors.println(sentence);
        errors.flush();
    }

    private Script script(String what, Optional<Checkpoint> original) throws ProjectException {
        return original.isPresent()
                ? Script.of(
                        changed(original.get().beginning()), original.get().interventions(), edits)
                : Script.of(changed(Presets.open(what)), Interventions.NONE, edits);
    }

    private static Goal length(String what, Checkpoint original) {
        if (original.step() == 0) {
            throw new CommandFailure(
                    what + " was saved before its first step: there is nothing to repeat.");
        }
        return new Goal.Steps(original.step());
    }

    private Experiment changed(Experiment experiment) throws ProjectException {
        Experiment changed = ProjectJson.withOverrides(experiment, settings);
        return seed == null ? changed : changed.withSeed(seed);
    }

    private Optional<LayerChoice> layers() {
        return Optional.ofNullable(layers);
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

    /** Shows how the training goes. */
    private final class Talk implements WatchedRun.Watcher {
        private final Progress progress;

        Talk(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void measured(Metrics metrics) {
            progress.show(metrics);
        }

        @Override
        public void edited(Edit edit) {
            progress.end();
            say(
                    "after step %,d: %s %s → %s"
                            .formatted(
                                    edit.step(),
                                    SettingText.name(Words.english(), edit.setting()),
                                    edit.before(),
                                    edit.after()));
        }

        /** What the coach says, on a line of its own. */
        void coach(String line) {
            progress.end();
            say(line);
        }

        @Override
        public void ended() {
            progress.end();
        }
    }
}
