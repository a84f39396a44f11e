package org.ganatelier.cli;

import org.ganatelier.cli.bench.Bench;
import org.ganatelier.cli.bench.PreviewCost;
import org.ganatelier.cli.bench.SpeedCheck;
import org.ganatelier.cli.command.Atelier;
import org.ganatelier.cli.command.Check;
import org.ganatelier.cli.command.Diff;
import org.ganatelier.cli.command.Explain;
import org.ganatelier.cli.command.ExportModel;
import org.ganatelier.cli.command.Import;
import org.ganatelier.cli.command.PresetList;
import org.ganatelier.cli.command.RunHistory;
import org.ganatelier.cli.command.Sample;
import org.ganatelier.cli.command.Score;
import org.ganatelier.cli.command.SweepCommand;
import org.ganatelier.cli.command.TerminalTour;
import org.ganatelier.cli.command.Train;
import org.ganatelier.cli.command.TrainClassifier;
import org.ganatelier.cli.support.Engines;
import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.cli.support.FailureText;
import org.ganatelier.cli.support.Interrupt;
import org.ganatelier.cli.support.Output;
import org.ganatelier.cli.support.UsageFailure;
import org.ganatelier.cli.support.Window;
import org.ganatelier.exchange.ModelWriters;
import org.ganatelier.train.Goal;
import org.ganatelier.train.Trainer;

import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/** The program's command line, with what it works with. */
public final class Cli {
    /** Long enough for readable digits on a laptop. */
    private static final Goal TOUR = new Goal.Seconds(60);

    private final CommandLine commands;
    private final Output output;
    private final PrintWriter errors;

    /**
     * @param errors receives one sentence where a command fails
     */
    public Cli(
            Engines engines,
            Window window,
            Output output,
            PrintWriter errors,
            Interrupt interrupt) {
        this.output = output;
        this.errors = errors;
        Trainer trainer = engines.trainer();
        var tour = new TerminalTour(trainer, output, interrupt, TOUR);
        commands =
                new CommandLine(new Atelier(window, tour, output))
                        .addSubcommand(
                                new Train(
                                        trainer, engines.classifiers(), output, errors, interrupt))
                        .addSubcommand(new RunHistory(output))
                        .addSubcommand(new Sample(trainer, output))
                        .addSubcommand(
                                new ExportModel(
                                        trainer, ModelWriters.all(engines.stockModels()), output))
                        .addSubcommand(new Import(trainer, output, System.in))
                        .addSubcommand(new PresetList(output.out()))
                        .addSubcommand(new Check(trainer, output.out()))
                        .addSubcommand(new Diff(output))
                        .addSubcommand(new Explain(trainer, engines.classifiers(), output))
                        .addSubcommand(new Score(trainer, engines.classifiers(), output))
                        .addSubcommand(
                                new SweepCommand(trainer, engines.classifiers(), output, interrupt))
                        .addSubcommand(
                                new TrainClassifier(engines.classifiers(), output, interrupt))
                        .addSubcommand(new Bench(engines.benchmark(), output))
                        .addSubcommand(new SpeedCheck(trainer, engines.benchmark(), output))
                        .addSubcommand(new PreviewCost(engines, output, interrupt))
                        .registerConverter(Path.class, Cli::path)
                        .setOut(output.out())
                        .setErr(errors)
                        .setParameterExceptionHandler((e, _) -> misused(e, e.getCommandLine()))
                        .setExecutionExceptionHandler((e, command, _) -> failed(e, command));
    }

    private static Path path(String name) {
        if (name.isEmpty()) {
            throw new TypeConversionException("a name is needed");
        }
        return Path.of(name);
    }

    /**
     * Does what the arguments ask for and waits until it is done.
     *
     * @return 0 for success, 1 for failure, 2 where the arguments make no sense
     */
    public int run(String... arguments) {
        int code;
        try {
            code = commands.execute(arguments);
        } catch (Throwable failure) {
            // The top of the thread: out of memory must end in a sentence too.
            code = failed(failure, commands);
        }
        code = withOutput(code);
        errors.flush();
        return code;
    }

    /** What nobody can read was not done. */
    private int withOutput(int code) {
        output.out().flush();
        Optional<IOException> trouble = output.trouble().get();
        if (trouble.isEmpty() || code != ExitCode.DONE) {
            return code;
        }
        errors.println(
                "Not all of the output could be written: " + trouble.get().getMessage() + ".");
        return ExitCode.FAILED;
    }

    private int misused(Exception failure, CommandLine command) {
        errors.println(failure.getMessage());
        errors.printf("Try \"%s --help\".%n", command.getCommandSpec().qualifiedName());
        return ExitCode.USAGE;
    }

    private int failed(Throwable failure, CommandLine command) {
        if (failure instanceof UsageFailure misuse) {
            return misused(misuse, command);
        }
        errors.println(FailureText.of(failure));
        return ExitCode.FAILED;
    }
}
