package org.ganatelier.cli.command;

import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.cli.support.Experiments;
import org.ganatelier.cli.support.FailureText;
import org.ganatelier.cli.support.Interrupt;
import org.ganatelier.cli.support.Output;
import org.ganatelier.cli.support.UsageFailure;
import org.ganatelier.cli.sweeping.SweepReport;
import org.ganatelier.cli.sweeping.SweepTalk;
import org.ganatelier.project.SweepException;
import org.ganatelier.project.sweep.CellResult;
import org.ganatelier.sweep.CellRunner;
import org.ganatelier.sweep.Cluster;
import org.ganatelier.sweep.ClusterException;
import org.ganatelier.sweep.LocalBackend;
import org.ganatelier.sweep.Rejected;
import org.ganatelier.sweep.ResultFolder;
import org.ganatelier.sweep.Row;
import org.ganatelier.sweep.Scorers;
import org.ganatelier.sweep.Standing;
import org.ganatelier.sweep.Sweep;
import org.ganatelier.sweep.SweepBackend;
import org.ganatelier.sweep.SweepRun;
import org.ganatelier.sweep.SweepTime;
import org.ganatelier.sweep.ThisMachine;
import org.ganatelier.train.ClassifierTrainer;
import org.ganatelier.train.Trainer;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;

/** Trains many experiments that differ in a few settings. */
@Command(
        name = "sweep",
        description = {
            "Trains every combination of the settings, experiments and seeds that a sweep file"
                    + " names, and leaves a table (results.csv, results.json) and a folder for each"
                    + " training.",
            "Ctrl-C ends it early. The same command goes on where it stopped: what is finished is"
                    + " not done again."
        })
public final class SweepCommand implements Callable<Integer> {
    private static final int MOST_SLOTS = 1024;

    private final Trainer trainer;
    private final ClassifierTrainer classifiers;
    private final Output output;
    private final Interrupt interrupt;

    @Parameters(paramLabel = "FILE", description = "What to vary: a JSON file.")
    private Path file = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder to write to, or to go on in.")
    private @Nullable Path out;

    @Option(
            names = "--slots",
            paramLabel = "N",
            description =
                    "Trainings at a time, each on one thread (as many as there are cores, unless"
                            + " that takes too much memory). The results are the same.")
    private @Nullable Integer slots;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description =
                    "Trains on an Apache Spark cluster, such as spark://HOST:7077. Needs the build"
                            + " for it (mvn -Pspark package).")
    private @Nullable String master;

    @Option(
            names = "--dry-run",
            description = "Only prints the trainings, and how long they will take.")
    private boolean dryRun;

    public SweepCommand(
            Trainer trainer, ClassifierTrainer classifiers, Output output, Interrupt interrupt) {
        this.trainer = trainer;
        this.classifiers = classifiers;
        this.output = output;
        this.interrupt = interrupt;
    }

    @Override
    public Integer call() throws SweepException, IOException {
        if (slots != null && (slots < 1 || slots > MOST_SLOTS)) {
            throw new UsageFailure("--slots must be between 1 and " + MOST_SLOTS);
        }
        if (slots != null && master != null) {
            throw new UsageFailure(
                    "--slots is for this machine: a cluster has as many as its executors have"
                            + " cores");
        }
        if (dryRun) {
            return foretell(open());
        }
        if (out == null) {
            throw new UsageFailure("Missing required option: '--out=DIR' (or '--dry-run')");
        }
        return train(open(), new ResultFolder(out));
    }

    private Sweep open() throws SweepException {
        Sweep sweep = Sweep.open(file);
        requireSomething(sweep);
        trainer.warmUp(output::unpacked);
        return sweep;
    }

    private int slotsFor(Sweep sweep) {
        return slots == null ? LocalBackend.slotsFor(sweep) : slots;
    }

    private ResultFolder.Hold hold(ResultFolder folder) throws IOException {
        return folder.hold()
                .orElseThrow(
                        () ->
                                new CommandFailure(
                                        "Another sweep writes to %s: wait for its end, or choose another folder."
                                                .formatted(out)));
    }

    private static void requireSomething(Sweep sweep) {
        if (sweep.cells().isEmpty()) {
            throw new CommandFailure(
                    "None of the %,d combinations can be trained. The first: %s"
                            .formatted(
                                    sweep.rejected().size(), reason(sweep.rejected().getFirst())));
        }
    }

    private int foretell(Sweep sweep) throws IOException {
        int atATime = slotsFor(sweep);
        Map<String, CellResult> done = out == null ? Map.of() : new ResultFolder(out).read(sweep);
        var standing = new Standing(sweep, done, Map.of(), SweepCommand::reason);
        var report = new SweepReport(sweep);
        standing.rows().forEach(row -> output.line(report.plan(row)));
        output.line(SweepReport.summary(standing, atATime, time(standing, atATime)));
        return ExitCode.DONE;
    }

    private OptionalDouble time(Standing standing, int atATime) {
        return new SweepTime(trainer, () -> false).seconds(standing, atATime);
    }

    private int train(Sweep sweep, ResultFolder folder) throws IOException {
        try (var _ = hold(folder);
                var scorers = new Scorers(trainer, classifiers);
                SweepBackend backend = backend(sweep, scorers)) {
            folder.keep(Files.readAllBytes(file));
            var talk = new SweepTalk(output, sweep);
            var run = new SweepRun(sweep, folder, backend, talk, new Words());
            Standing before = run.standing();
            int atATime = backend.slots();
            output.line(SweepReport.summary(before, atATime, time(before, atATime)));
            interrupt.whenAsked(run::stop);
            talk.begin(before);
            Standing after = run.run();
            talk.end();
            output.line(new SweepReport(sweep).table(after));
            return report(run, after);
        }
    }

    private SweepBackend backend(Sweep sweep, Scorers scorers) throws ClusterException {
        if (master == null) {
            var runner = new CellRunner(trainer, scorers, ThisMachine.place());
            return new LocalBackend(runner, slotsFor(sweep));
        }
        return Cluster.find()
                .orElseThrow(
                        () ->
                                new CommandFailure(
                                        "This build knows no cluster: mvn -Pspark package makes one"
                                                + " that does, in target/spark."))
                .connect(master);
    }

    private int report(SweepRun run, Standing after) {
        long failed = count(after, Row.State.FAILED);
        long open = count(after, Row.State.UNFINISHED);
        if (run.stopped()) {
            output.line(
                    "Stopped with %,d trainings still to do: the same command goes on."
                            .formatted(open + failed));
        }
        if (failed > 0) {
            throw new CommandFailure(
                    "%,d of %,d trainings failed; the table says why. The same command tries them again."
                            .formatted(failed, after.sweep().cells().size()));
        }
        return ExitCode.DONE;
    }

    private static long count(Standing standing, Row.State state) {
        return standing.rows().stream().filter(row -> row.state() == state).count();
    }

    private static String reason(Rejected rejected) {
        return Experiments.sentence(
                rejected.outcome().problems().getFirst(), rejected.outcome().plan().experiment());
    }

    private static final class Words implements SweepRun.SweepWords {
        @Override
        public String of(Throwable failure) {
            return FailureText.of(failure);
        }

        @Override
        public String of(Rejected rejected) {
            return reason(rejected);
        }
    }
}
