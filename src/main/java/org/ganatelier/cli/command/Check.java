package org.ganatelier.cli.command;

import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.cli.support.Experiments;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.plan.model.Problem;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.Warning;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectJson;
import org.ganatelier.text.FixText;
import org.ganatelier.text.SpeedText;
import org.ganatelier.text.Words;
import org.ganatelier.train.Trainer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Prints what keeps an experiment from being trained. */
@Command(
        name = "check",
        description =
                "Prints all problems and warnings of an experiment; the exit code is 1 if there are"
                        + " problems.")
public final class Check implements Callable<Integer> {
    private static final Duration BUDGET = Duration.ofMillis(900);

    private final Trainer trainer;
    private final PrintWriter out;

    @Parameters(paramLabel = "PRESET|FILE", description = "A preset's name or an experiment file.")
    private String experiment = "";

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Changes the experiment first, as often as wanted, as train does.")
    private Map<String, String> settings = new LinkedHashMap<>();

    public Check(Trainer trainer, PrintWriter out) {
        this.trainer = trainer;
        this.out = out;
    }

    @Override
    public Integer call() throws ProjectException {
        Outcome outcome =
                Planner.suggest(ProjectJson.withOverrides(Presets.open(experiment), settings));
        Experiment of = outcome.plan().experiment();
        int code = problems(outcome);
        for (Warning warning : outcome.warnings()) {
            out.println("warning: " + Experiments.sentence(warning, of));
            print(warning.fixes(), warning.place(), of);
        }
        return code;
    }

    private int problems(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Ready(Plan plan, _) -> {
                out.printf(
                        "No problems: the generator has %,d parameters, the discriminator %,d.%n",
                        plan.generator().parameterCount(), plan.discriminator().parameterCount());
                out.printf(
                        "Multiply-adds for each image: generator %,d, discriminator %,d.%n",
                        plan.generator().multiplyAdds(), plan.discriminator().multiplyAdds());
                printSpeed(plan);
                yield ExitCode.DONE;
            }
            case Outcome.Rejected rejected -> {
                rejected.problems().forEach(p -> print(p, rejected.plan().experiment()));
                yield ExitCode.FAILED;
            }
        };
    }

    private void printSpeed(Plan plan) {
        trainer.stepsPerSecond(plan, OptionalInt.empty(), BUDGET, () -> false)
                .ifPresent(
                        speed ->
                                out.printf(
                                        "On this machine: about %s.%n",
                                        SpeedText.steps(Words.english(), speed)));
    }

    private void print(Problem problem, Experiment of) {
        out.println(Experiments.sentence(problem, of));
        print(problem.fixes(), problem.place(), of);
    }

    private void print(List<Fix> fixes, Place place, Experiment of) {
        if (!fixes.isEmpty()) {
            out.printf(
                    "    to solve it: %s%n",
                    fixes.stream()
                            .map(fix -> FixText.label(Words.english(), fix, place, of))
                            .collect(Collectors.joining(" | ")));
        }
    }
}
