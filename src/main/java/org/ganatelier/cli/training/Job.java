package org.ganatelier.cli.training;

import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.cli.support.Experiments;
import org.ganatelier.cli.support.GoalText;
import org.ganatelier.cli.support.LayerChoice;
import org.ganatelier.cli.support.Script;
import org.ganatelier.cli.support.UsageFailure;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Project;
import org.ganatelier.project.ProjectException;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.DropoutMasks;
import org.ganatelier.train.Goal;
import org.ganatelier.train.Interventions;
import org.ganatelier.train.RunOptions;
import org.ganatelier.train.RunPast;
import org.ganatelier.train.watch.WatchedRun.Beginning;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What is to be trained, and how far.
 *
 * @param plan of the experiment as it is where the training begins or goes on
 * @param goal how long in all
 * @param threads of the engine; empty: its own choice
 * @param script what is still to be done on the way
 * @param from where the training goes on
 * @param masks how dropout is drawn in a training from the beginning
 * @param layers that compute it
 */
public record Job(
        Plan plan,
        Goal goal,
        OptionalInt threads,
        Interventions script,
        Optional<Beginning.From> from,
        DropoutMasks masks,
        LayerChoice layers) {
    /** A training from the beginning. */
    public static Job of(Script script, Goal goal, OptionalInt threads, LayerChoice layers) {
        return new Job(
                Experiments.ready(script.beginning()),
                goal,
                threads,
                script.interventions(),
                Optional.empty(),
                DropoutMasks.NEWEST,
                layers);
    }

    /** The same, drawing as an earlier training did. */
    public Job drawingAs(Checkpoint original) {
        return new Job(
                plan, goal, threads, script, from, DropoutMasks.of(original.counters()), layers);
    }

    /**
     * What the training in a folder has still to do.
     *
     * @param asked how long in all, instead of what was said then
     * @param threads instead of those it had
     * @param layers instead of those it had
     * @param edits more of them
     */
    public static Job goingOn(
            TrainingFolder folder,
            Optional<Goal> asked,
            OptionalInt threads,
            Optional<LayerChoice> layers,
            List<String> edits)
            throws ProjectException, IOException {
        Project project = folder.newest().orElseThrow(() -> nothingIn(folder));
        Checkpoint state = project.run().orElseThrow(() -> nothingIn(folder));
        Optional<Orders> orders = Orders.read(folder.orders());
        Goal goal =
                asked.or(() -> orders.map(Orders::goal))
                        .orElseThrow(
                                () ->
                                        new UsageFailure(
                                                "The training in %s is done (%s): say by --steps or --seconds how far it shall go in all"
                                                        .formatted(
                                                                folder.files().folder(),
                                                                GoalText.done(state))));
        if (asked.isPresent() && goal.isReachedBy(state)) {
            throw new UsageFailure(
                    "The training in %s has done %s already: --steps and --seconds count from its beginning"
                            .formatted(folder.files().folder(), GoalText.done(state)));
        }
        List<String> rest = orders.map(of -> of.editsAfter(state)).orElse(List.of());
        var script =
                Script.of(
                        state.experiment(),
                        new Interventions(
                                List.of(), orders.map(Orders::halfSteps).orElse(List.of())),
                        Stream.concat(rest.stream(), edits.stream()).toList());
        return new Job(
                Experiments.ready(state.experiment()),
                goal,
                threads.isPresent() ? threads : state.threads(),
                script.interventions(),
                Optional.of(
                        new Beginning.From(
                                state, project.past().orElseGet(() -> RunPast.of(state)))),
                DropoutMasks.NEWEST,
                layers.or(() -> orders.map(Orders::layers)).orElse(LayerChoice.OWN));
    }

    private static CommandFailure nothingIn(TrainingFolder folder) {
        return new CommandFailure(
                "%s holds no training to go on with: nothing was saved there yet."
                        .formatted(folder.files().folder()));
    }

    /** To be written down, so that the training can go on later. */
    Orders orders() {
        return Orders.of(goal, threads, layers, script);
    }

    RunOptions options() {
        return goal.options(threads).replaying(script).drawing(masks);
    }

    /** Whether there is nothing left to train. */
    boolean isDone() {
        return from.filter(of -> goal.isReachedBy(of.state())).isPresent();
    }

    /** Steps that are done before it begins. */
    public long step() {
        return from.map(of -> of.state().step()).orElse(0L);
    }
}
