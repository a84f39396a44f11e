package org.ganatelier.cli.command;

import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.cli.support.Experiments;
import org.ganatelier.cli.support.Output;
import org.ganatelier.cli.support.SavedRun;
import org.ganatelier.cli.training.CoachVoice;
import org.ganatelier.cli.training.Examination;
import org.ganatelier.coach.Coach;
import org.ganatelier.coach.fact.Finding;
import org.ganatelier.data.DataException;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.project.JsonLine;
import org.ganatelier.project.Project;
import org.ganatelier.project.ProjectException;
import org.ganatelier.text.Foreign;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.ClassifierTrainer;
import org.ganatelier.train.RunPast;
import org.ganatelier.train.RunStart;
import org.ganatelier.train.RunStory;
import org.ganatelier.train.Trainer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Says what happened in a run. */
@Command(
        name = "explain",
        description = {
            "Says what the coach has to say about a run, from its curves and from how good its"
                + " images were, with figures, what to try, and where it is explained. Where the"
                + " run was trained without scores, its newest state is scored first."
        })
public final class Explain implements Callable<Integer> {
    private final Trainer trainer;
    private final ClassifierTrainer classifiers;
    private final Output output;

    @Parameters(paramLabel = "RUN", description = "The folder of a training, or a run.atelier.")
    private Path run = Path.of("");

    @Option(
            names = "--json",
            description =
                    "Prints nothing but the findings, as a JSON array on one line: objects with"
                            + " rule, step, evidence and text, oldest first.")
    private boolean json;

    public Explain(Trainer trainer, ClassifierTrainer classifiers, Output output) {
        this.trainer = trainer;
        this.classifiers = classifiers;
        this.output = output;
    }

    @Override
    public Integer call() throws ProjectException, IOException {
        Project project = SavedRun.open(run);
        Checkpoint state = project.run().orElseThrow(this::neverTrained);
        RunPast past = project.past().orElseGet(() -> RunPast.of(state));
        var start =
                new RunStart(
                        0,
                        Experiments.ready(state.experiment()),
                        Optional.empty(),
                        state.threads());
        var story = new RunStory(start, past);
        List<Finding> findings = findings(story, state, past);
        DataSpec data = state.experiment().data();
        output.line(json ? JsonLine.of(CoachVoice.json(findings, data)) : text(findings, state));
        return ExitCode.DONE;
    }

    private List<Finding> findings(RunStory story, Checkpoint state, RunPast past) {
        var coach = new Coach();
        boolean examined = !past.scores().isEmpty() || !past.varieties().isEmpty();
        if (!examined && state.step() > 0) {
            try {
                new Examination(trainer, classifiers).of(story, state);
            } catch (DataException e) {
                // The user's own files may be elsewhere: then the curves must do.
                complain(e);
            }
        }
        coach.hear(story.record());
        if (!examined || coach.said().isEmpty()) {
            coach.conclude(story.record());
        }
        return coach.said();
    }

    private void complain(DataException e) {
        if (!json) {
            output.line(
                    "Without the images, which cannot be read (%s): from the curves alone."
                            .formatted(e.getMessage()));
        }
    }

    private CommandFailure neverTrained() {
        return new CommandFailure(
                "%s holds an experiment that was never trained: there is nothing to explain."
                        .formatted(Foreign.shown(run)));
    }

    private static String text(List<Finding> findings, Checkpoint state) {
        String title =
                "“%s”, %,d steps".formatted(Foreign.shown(state.experiment().name()), state.step());
        if (findings.isEmpty()) {
            return title + ": the coach has found nothing to speak of.";
        }
        return findings.stream()
                .map(finding -> CoachVoice.full(finding, state.experiment().data()))
                .collect(
                        Collectors.joining(
                                System.lineSeparator() + System.lineSeparator(),
                                title + System.lineSeparator() + System.lineSeparator(),
                                ""));
    }
}
