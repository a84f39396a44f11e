package org.ganatelier.session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.LongStream;

/**
 * Trains several experiments one after another, each for as many steps, as runs like any other:
 * what is done stays when it is stopped. Edits meanwhile do not reach them. FX thread only.
 */
public final class RunQueue {
    private final ExperimentEditor editor;
    private final Runs runs;
    private final Training training;
    private final Workers workers;
    private final ReadOnlyObjectWrapper<Optional<Batch>> batch =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Queue<Plan> waiting = new ArrayDeque<>();
    private Subscription following = Subscription.EMPTY;

    /** The run that the batch is compared with, where that is none of its own. */
    private Optional<RunEntry> beside = Optional.empty();

    RunQueue(ExperimentEditor editor, Runs runs, Training training, Workers workers) {
        this.editor = editor;
        this.runs = runs;
        this.training = training;
        this.workers = workers;
        runs.currentProperty().subscribe(this::look);
    }

    /** What is trained now, if anything. */
    public ReadOnlyObjectProperty<Optional<Batch>> batchProperty() {
        return batch.getReadOnlyProperty();
    }

    /**
     * Trains the experiment in the editor with several seeds: its own and those that follow.
     * Nothing happens where it has problems.
     *
     * @param seeds at least 2
     * @param steps of each run, at least 1
     */
    public void repeat(int seeds, long steps) {
        workers.fxThread().require();
        Experiment first = editor.experimentProperty().get();
        List<Plan> plans =
                LongStream.range(0, seeds)
                        .mapToObj(i -> first.withSeed(first.seed() + i))
                        .flatMap(experiment -> plan(experiment).stream())
                        .toList();
        if (plans.size() == seeds) {
            beside = Optional.empty();
            begin(new Batch(Batch.Kind.REPEATS, seeds, steps), plans);
        }
    }

    /**
     * Trains the experiment in the editor for as many steps as a run has, with that run's seed: the
     * same noise and the same images in the same order, so that all that differs comes from what
     * was changed. Both are drawn on the plots.
     *
     * @param of the run to compare with
     */
    public void twin(RunEntry of) {
        workers.fxThread().require();
        plan(twinOf(of))
                .ifPresent(
                        plan -> {
                            beside = Optional.of(of);
                            runs.overlays().add(of);
                            begin(
                                    new Batch(Batch.Kind.TWIN, 1, of.history().lastStep()),
                                    List.of(plan));
                        });
    }

    /** What a twin of a run would be trained with: what is in the editor, with that run's seed. */
    public Experiment twinOf(RunEntry of) {
        return editor.experimentProperty().get().withSeed(of.experiment().seed());
    }

    /** Trains no more of it; the run that trains pauses, and what is done stays. */
    public void stop() {
        workers.fxThread().require();
        if (batch.get().isPresent()) {
            end();
            training.pause();
        }
    }

    private Optional<Plan> plan(Experiment experiment) {
        return editor.check(experiment) instanceof Outcome.Ready(Plan plan, _)
                ? Optional.of(plan)
                : Optional.empty();
    }

    private void begin(Batch next, List<Plan> plans) {
        end();
        waiting.addAll(plans);
        batch.set(Optional.of(next));
        if (next.kind() == Batch.Kind.REPEATS) {
            runs.overlays().add(next);
        }
        trainNext(next);
    }

    private void trainNext(Batch of) {
        Plan next = waiting.poll();
        if (next == null) {
            end();
        } else {
            training.beginApart(next, new RunStarts.Apart(of.steps(), run -> joins(run, of)));
        }
    }

    /** One of its runs begins. */
    private void joins(RunEntry run, Batch of) {
        RunEntry first = beside.orElse(of.runs().isEmpty() ? run : of.runs().getFirst());
        run.joins(of, first);
        of.add(run);
        following.unsubscribe();
        following =
                run.revisionProperty()
                        .subscribe(
                                _ -> {
                                    if (run.hasEnded()) {
                                        // Whoever hears of the end has to hear it first.
                                        workers.fx().execute(() -> ended(run, of));
                                    }
                                });
    }

    private void ended(RunEntry run, Batch of) {
        boolean mine = batch.get().filter(of::equals).isPresent() && runs.isCurrent(run);
        boolean newest = !of.runs().isEmpty() && of.runs().getLast().equals(run);
        if (mine && newest) {
            following.unsubscribe();
            trainNext(of);
        }
    }

    /** Another run took its place: somebody has begun one, or opened another document. */
    private void look(Optional<RunEntry> current) {
        boolean left =
                batch.get()
                        .filter(of -> !of.runs().isEmpty())
                        .filter(of -> current.filter(of.runs()::contains).isEmpty())
                        .isPresent();
        if (left) {
            end();
        }
    }

    private void end() {
        following.unsubscribe();
        following = Subscription.EMPTY;
        waiting.clear();
        batch.get().ifPresent(Batch::end);
        batch.set(Optional.empty());
    }
}
