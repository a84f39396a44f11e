package org.ganatelier.cli.training;

import org.ganatelier.checkpoints.CheckpointFile;
import org.ganatelier.checkpoints.CheckpointFolder;
import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.cli.support.Experiments;
import org.ganatelier.cli.support.GoalText;
import org.ganatelier.cli.support.LayerChoice;
import org.ganatelier.cli.support.Script;
import org.ganatelier.cli.support.UsageFailure;
import org.ganatelier.project.Project;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.DropoutMasks;
import org.ganatelier.train.Goal;
import org.ganatelier.train.Interventions;
import org.ganatelier.train.PlayerStep;
import org.ganatelier.train.RunPast;
import org.ganatelier.train.watch.WatchedRun.Beginning;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A training that goes back to one of its checkpoints, and on from there.
 *
 * @param state that it goes on from
 * @param past what it told up to there
 * @param later edits that were made after it the first time, such as {@code 500:objective.r1=1}
 * @param halfSteps steps of one player, those after the state among them
 * @param reached how far it was the first time
 * @param told how far it was to go, where that is known
 * @param layers that computed it, where that is known, or else our own
 */
public record WayBack(
        Checkpoint state,
        RunPast past,
        List<String> later,
        List<PlayerStep> halfSteps,
        Goal reached,
        Optional<Goal> told,
        LayerChoice layers) {
    /**
     * Looks for a checkpoint.
     *
     * @throws CommandFailure where there is none of this step, naming the nearest
     */
    public static WayBack to(long step, TrainingFolder folder)
            throws ProjectException, IOException {
        Checkpoint state = ProjectFile.loadRun(require(folder.checkpoints(), step).file());
        Optional<Project> newest =
                folder.newestIfWhole()
                        .filter(of -> of.run().filter(run -> follows(run, state)).isPresent());
        Checkpoint last = newest.flatMap(Project::run).orElse(state);
        RunPast past =
                newest.flatMap(Project::past)
                        .map(all -> all.until(state))
                        .orElseGet(() -> RunPast.of(state));
        Optional<Orders> orders = Orders.read(folder.orders());
        Optional<Goal> told = orders.map(Orders::goal);
        var reached = new Goal.Steps(last.step());
        List<String> made =
                Orders.of(reached, OptionalInt.empty(), LayerChoice.OWN, last.interventions())
                        .editsAfter(state);
        List<String> still = orders.map(of -> of.editsAfter(last)).orElse(List.of());
        return new WayBack(
                state,
                past,
                Stream.concat(made.stream(), still.stream()).toList(),
                orders.map(Orders::halfSteps).orElse(last.interventions().halfSteps()),
                reached,
                told,
                orders.map(Orders::layers).orElse(LayerChoice.OWN));
    }

    /**
     * The checkpoint of a step.
     *
     * @throws CommandFailure where there is none, naming the nearest
     */
    public static CheckpointFile require(CheckpointFolder folder, long step) throws IOException {
        Optional<CheckpointFile> found = folder.at(step);
        if (found.isPresent()) {
            return found.get();
        }
        List<Long> nearest = folder.nearest(step);
        if (nearest.isEmpty()) {
            throw new CommandFailure(
                    "%s holds no checkpoints: train with --checkpoint-every to keep some."
                            .formatted(folder.path()));
        }
        throw new CommandFailure(
                "%s holds no checkpoint of step %,d; the nearest: %s."
                        .formatted(
                                folder.path(),
                                step,
                                nearest.stream()
                                        .map("%,d"::formatted)
                                        .collect(Collectors.joining(" and "))));
    }

    /** Whether a state is a later one of the same run. */
    private static boolean follows(Checkpoint later, Checkpoint state) {
        return later.step() >= state.step()
                && later.beginning().equals(state.beginning())
                && later.edits().stream()
                        .filter(edit -> edit.step() < state.step())
                        .toList()
                        .equals(
                                state.edits().stream()
                                        .filter(edit -> edit.step() < state.step())
                                        .toList());
    }

    /**
     * What is to be trained from there.
     *
     * @param repeats whether what was done after it the first time is done again
     * @param asked how long in all; empty: as long as it was told, or as it went the first time
     * @param threads instead of those it had
     * @param chosen layers, instead of those it had
     * @param edits more of them
     */
    public Job job(
            boolean repeats,
            Optional<Goal> asked,
            OptionalInt threads,
            Optional<LayerChoice> chosen,
            List<String> edits) {
        Goal goal = asked.or(() -> told).orElse(reached);
        if (goal.isReachedBy(state)) {
            throw new UsageFailure(
                    "There is nothing to train after %s: say by --steps or --seconds how far it shall go in all"
                            .formatted(GoalText.done(state)));
        }
        List<String> again = repeats ? later : List.of();
        var script =
                Script.of(
                        state.experiment(),
                        new Interventions(List.of(), repeats ? halfSteps : List.of()),
                        Stream.concat(again.stream(), edits.stream()).toList());
        return new Job(
                Experiments.ready(state.experiment()),
                goal,
                threads.isPresent() ? threads : state.threads(),
                script.interventions(),
                Optional.of(new Beginning.From(state, past)),
                DropoutMasks.NEWEST,
                chosen.orElse(layers));
    }

    /** Which edits of the first time are not made again, and how they would be. */
    public Optional<String> notice(boolean repeats) {
        return repeats || later.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Edits that came later are not made again (--repeat-edits makes them): %s."
                                .formatted(String.join(", ", later)));
    }

    /** The state with its past, to be the newest of its folder. */
    public Project project() {
        return Project.of(state).withPast(past);
    }
}
