package org.ganatelier.cli.command;

import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.cli.support.Experiments;
import org.ganatelier.cli.support.GoalText;
import org.ganatelier.cli.support.HalfBlocks;
import org.ganatelier.cli.support.Interrupt;
import org.ganatelier.cli.support.Output;
import org.ganatelier.cli.support.Progress;
import org.ganatelier.data.Datasets;
import org.ganatelier.data.Samples;
import org.ganatelier.exchange.folder.ClassRows;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectException;
import org.ganatelier.text.Foreign;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.Goal;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.Trainer;
import org.ganatelier.train.Weights;
import org.ganatelier.train.watch.WatchedRun;

import java.io.IOException;
import java.util.OptionalInt;

/** The program's main job where no window can be opened: trains a preset and shows its images. */
public final class TerminalTour {
    // A terminal has 80 columns and 24 rows; four images side by side keep their strokes.
    private static final int COLUMNS = 80;
    private static final int IMAGES = 8;
    private static final int IMAGES_IN_A_ROW = 4;

    private final Trainer trainer;
    private final Output output;
    private final Interrupt interrupt;
    private final Goal goal;

    public TerminalTour(Trainer trainer, Output output, Interrupt interrupt, Goal goal) {
        this.trainer = trainer;
        this.output = output;
        this.interrupt = interrupt;
        this.goal = goal;
    }

    int run() throws ProjectException, IOException {
        String preset = Presets.names().getFirst();
        Plan plan = Experiments.ready(Presets.load(preset));
        var data = Datasets.open(plan.experiment().data());
        var engine = trainer.warmUp(output::unpacked);
        output.line(
                "Training “%s” for %s with %s; Ctrl-C ends it early."
                        .formatted(
                                Foreign.shown(plan.experiment().name()),
                                GoalText.of(goal),
                                engine.name()));
        Progress progress = output.progress(goal);
        WatchedRun.Result result =
                new WatchedRun(trainer, interrupt)
                        .train(
                                new WatchedRun.Beginning(plan, data),
                                goal.options(OptionalInt.empty()),
                                progress::show);
        progress.end();
        result.checkpoint().map(learnt -> images(plan, learnt)).ifPresent(this::show);
        if (result.end() instanceof RunEvent.End.Failed failed) {
            throw CommandFailure.of(failed);
        }
        output.line("To keep what is learnt: gan-atelier train --preset " + preset + " --out DIR");
        return ExitCode.DONE;
    }

    private ClassRows images(Plan plan, Checkpoint learnt) {
        Experiment experiment = plan.experiment();
        int count = ClassRows.filled(experiment, IMAGES_IN_A_ROW, IMAGES);
        var input = GeneratorInput.sampled(experiment, count, experiment.seed());
        Samples made = trainer.sample(plan, learnt, input, Weights.AVERAGED);
        return ClassRows.of(made, experiment.named(input.labels()), IMAGES_IN_A_ROW);
    }

    private void show(ClassRows rows) {
        var picture = new HalfBlocks(rows.picture(1), COLUMNS);
        output.line(output.terminal() ? picture.grey() : picture.plain());
    }
}
