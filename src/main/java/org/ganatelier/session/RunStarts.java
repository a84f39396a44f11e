package org.ganatelier.session;

import org.ganatelier.data.Dataset;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunOptions;
import org.ganatelier.train.RunPast;
import org.ganatelier.train.RunStart;
import org.ganatelier.train.RunStory;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Starts runs, one at a time: waits for the data, puts the run before away, and begins. The newest
 * start wins. FX thread only.
 */
final class RunStarts {
    private final ChosenTrainer trainer;
    private final ExperimentEditor editor;
    private final RealImages data;
    private final Runs runs;
    private final Workers workers;

    /** The start that waits for its data or for the run before it. */
    private @Nullable Start waiting;

    RunStarts(
            ChosenTrainer trainer,
            ExperimentEditor editor,
            RealImages data,
            Runs runs,
            Workers workers) {
        this.trainer = trainer;
        this.editor = editor;
        this.data = data;
        this.runs = runs;
        this.workers = workers;
    }

    /** Who ordered a start. */
    interface Client extends Consumer<RunEvent> {
        /** Asked when it begins: whether the run shall train at once, or wait. */
        boolean goesOnAtOnce();

        /** A run begins; it is not in the list yet. */
        void started(Run run);

        /** The run before was put away; it can be brought back if there is a state of it. */
        void tookOver(RunEntry before);

        /** No run can start; the one before it, if there is one, is there still. */
        void failed();
    }

    /**
     * A state to go on from.
     *
     * @param runId the run that it is of, where it is known
     * @param past what that run told up to the state: part of the new one's story
     * @param savedSeconds how much of its training is in a file, in seconds
     */
    record Saved(Checkpoint state, OptionalLong runId, RunPast past, double savedSeconds) {
        private RunStart.Parent parent() {
            return new RunStart.Parent(runId, state.step());
        }
    }

    /**
     * What a run is that is trained to be compared: it is told of no edits.
     *
     * @param steps after which it is done
     * @param begun is told of it before anybody else is
     */
    record Apart(long steps, Consumer<RunEntry> begun) {}

    /** A start as it was ordered: later edits do not change it. Each is one of its kind. */
    static final class Start {
        private final Plan plan;
        private final Branch branch;
        private final Optional<Saved> from;
        private Optional<Apart> apart = Optional.empty();

        /** Steps asked for before there is a run to do them. */
        private final List<Consumer<Run>> steps;

        private Start(Plan plan, Branch branch, Optional<Saved> from, List<Consumer<Run>> steps) {
            this.plan = plan;
            this.branch = branch;
            this.from = from;
            this.steps = new ArrayList<>(steps);
        }

        private RunStory of(Run run, RunOptions options) {
            var begun = new RunStart(run.id(), plan, from.map(Saved::parent), options.threads());
            return from.map(saved -> new RunStory(begun, saved.past))
                    .orElseGet(() -> new RunStory(begun));
        }
    }

    /**
     * A start with the experiment as it is now, or as it was in a state to go on from; empty where
     * that has problems.
     *
     * @param steps to begin with
     */
    Optional<Start> planned(Optional<Saved> from, List<Consumer<Run>> steps) {
        Outcome outcome =
                from.map(saved -> editor.check(saved.state.experiment()))
                        .orElseGet(editor.outcomeProperty()::get);
        return outcome instanceof Outcome.Ready(Plan plan, _)
                ? Optional.of(new Start(plan, editor.branch(), from, steps))
                : Optional.empty();
    }

    /** A start with a plan of its own, to be compared with other runs. */
    Start apart(Plan plan, Apart how) {
        var start = new Start(plan, Branch.apart(editor.document()), Optional.empty(), List.of());
        start.apart = Optional.of(how);
        return start;
    }

    /** Whether a start waits. */
    boolean isWaiting() {
        return waiting != null;
    }

    /** The start that waits, if there is one, begins with one step more. */
    void addStep(Consumer<Run> step) {
        if (waiting != null) {
            waiting.steps.add(step);
        }
    }

    /** The start that waits, if there is one, begins with no steps of its own. */
    void forgetSteps() {
        if (waiting != null) {
            waiting.steps.clear();
        }
    }

    /** Nobody wants the start any more that waits. */
    void cancel() {
        waiting = null;
    }

    /**
     * Begins a run. The run before it is given up only when the new one can start: data that cannot
     * be read costs nothing.
     */
    void begin(Start start, Client client) {
        CompletableFuture<Dataset> read = data.get(start.plan.experiment().data());
        if (!read.isDone()) {
            openRun().ifPresent(Run::pause);
        }
        waiting = start;
        var _ =
                read.whenComplete(
                        (dataset, failure) -> {
                            if (waiting == start) {
                                if (failure == null) {
                                    takeOver(start, dataset, client);
                                } else {
                                    waiting = null;
                                    client.failed();
                                }
                            }
                        });
    }

    /** A state of the run before is taken first, between two of its steps, to come back to. */
    private void takeOver(Start start, Dataset dataset, Client client) {
        Optional<RunEntry> before = runs.open().filter(RunEntry::hasLearnt);
        if (before.isEmpty()) {
            launch(start, dataset, Optional.empty(), client);
            return;
        }
        CompletableFuture<Optional<Checkpoint>> asked =
                before.get().checkpoint().handle((state, _) -> Optional.ofNullable(state));
        var _ =
                asked.thenAcceptAsync(
                        state -> {
                            if (waiting == start) {
                                launch(start, dataset, state, client);
                            }
                        },
                        asked.isDone() ? Runnable::run : workers.fx());
    }

    private void launch(
            Start start, Dataset dataset, Optional<Checkpoint> stateBefore, Client client) {
        waiting = null;
        Optional<RunEntry> before = runs.putOpenAway(stateBefore);
        RunOptions live =
                start.apart
                        .map(how -> RunOptions.live().until(how.steps()))
                        .orElseGet(RunOptions::live);
        RunOptions options = client.goesOnAtOnce() ? live : live.startingPaused();
        Run run = trainer.start(start.plan, dataset, start.from.map(Saved::state), options, client);
        client.started(run);
        var entry = new RunEntry(run, start.of(run, options), runs.nextNumber(), start.branch);
        start.from.ifPresent(saved -> entry.saved(saved.savedSeconds));
        start.apart.ifPresent(how -> how.begun().accept(entry));
        runs.begin(entry);
        // Whoever brings a run back, or compares runs, knows where the others are.
        boolean known =
                start.apart.isPresent()
                        || start.from.stream().anyMatch(saved -> saved.runId.isPresent());
        if (!known) {
            before.ifPresent(client::tookOver);
        }
        start.steps.forEach(step -> step.accept(run));
    }

    private Optional<Run> openRun() {
        return runs.open().flatMap(RunEntry::run);
    }
}
