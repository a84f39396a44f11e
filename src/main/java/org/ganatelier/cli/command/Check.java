package org.ganatelier.cli.command;

import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.cli.support.Experiments;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.plan.model.Problem;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectException;
import org.ganatelier.text.FixText;
import org.ganatelier.text.Words;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Prints what keeps an experiment from being trained. */
@Command(
        name = "check",
        description = "Prints all problems of an experiment; the exit code is 1 if there are any.")
public final class Check implements Callable<Integer> {
    private final PrintWriter out;

    @Parameters(paramLabel = "PRESET|FILE", description = "A preset's name or an experiment file.")
    private String experiment = "";

    public Check(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws ProjectException {
        Outcome outcome = Planner.suggest(Presets.open(experiment));
        return switch (outcome) {
            case Outcome.Ready(Plan plan) -> {
                out.printf(
                        "No problems: the generator has %,d parameters, the discriminator %,d.%n",
                        plan.generator().parameterCount(), plan.discriminator().parameterCount());
                yield ExitCode.DONE;
            }
            case Outcome.Rejected rejected -> {
                rejected.problems().forEach(p -> print(p, rejected.plan().experiment()));
                yield ExitCode.FAILED;
            }
        };
    }

    private void print(Problem problem, Experiment of) {
        out.println(Experiments.sentence(problem, of));
        if (!problem.fixes().isEmpty()) {
            out.printf(
                    "    to solve it: %s%n",
                    problem.fixes().stream()
                            .map(fix -> FixText.label(Words.english(), fix, problem.place(), of))
                            .collect(Collectors.joining(" | ")));
        }
    }
}
