package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.CheckpointMark;
import org.ganatelier.train.EngineInfo;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.FakeTrainer.FakeRun;
import org.ganatelier.train.History;
import org.ganatelier.train.PlayerStep;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunOptions;
import org.ganatelier.train.RunRecord;
import org.ganatelier.train.RunStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

class RunsTest {
    @TempDir private Path directory;

    private final LaterExecutor fx = new LaterExecutor();
    private final LaterExecutor background = new LaterExecutor();
    private final FakeTrainer trainer = new FakeTrainer();
    private final Session session =
            new Session(
                    new ExperimentEditor(
                            Documents.preset("digits"),
                            Planning.real(),
                            new Workers(fx, background)),
                    trainer,
                    RunsTest::read,
                    new BundledScorers(new FakeClassifiers()),
                    new Workers(fx, background));
    private final Training training = session.training();
    private final Runs runs = session.runs();

    @Test
    void aRunThatWasResetIsStillThere() {
        FakeRun first = trained(3);
        first.paintPreview(3, 200);
        reset();

        assertThat(runs.all()).extracting(RunEntry::id).containsExactly(first.id(), run().id());
        assertThat(first.orders()).containsExactly("start", "close");
        RunEntry entry = runs.all().getFirst();
        assertThat(entry.history().lastStep()).isEqualTo(3);
        assertThat(entry.previewProperty().get().orElseThrow().step()).isEqualTo(3);
        assertThat(entry.isOver()).isTrue();
        assertThat(entry.canGoOn()).isTrue();
        assertThat(entry.record().checkpoints())
                .containsExactly(new CheckpointMark(7, CheckpointMark.Reason.REPLACED));
    }

    @Test
    void anEarlierRunIsShownWithItsCurvesAndImagesWhileTheCurrentOneGoesOn() {
        FakeRun first = trained(3);
        first.paintPreview(3, 200);
        reset();
        run().measure(1);
        settle();
        runs.show(first.id());

        assertThat(training.historyProperty().get().lastStep()).isEqualTo(3);
        assertThat(training.metricsProperty().get().orElseThrow().step()).isEqualTo(3);
        assertThat(training.previewProperty().get().orElseThrow().step()).isEqualTo(3);
        assertThat(training.imagesProperty().getValue()).isPresent();
        assertThat(training.runProperty().get()).as("it cannot be asked any more").isEmpty();
        assertThat(session.walk().readyProperty().get()).isFalse();
        assertThat(session.score().stateProperty().get())
                .isInstanceOf(LiveScore.State.NoScores.class);
        run().measure(2);
        settle();
        assertThat(training.historyProperty().get().lastStep()).isEqualTo(3);
        assertThat(run().orders()).doesNotContain("pause", "close");

        runs.show(run().id());
        assertThat(training.historyProperty().get().lastStep()).isEqualTo(2);
        assertThat(training.previewProperty().get()).isEmpty();
        assertThat(session.walk().readyProperty().get()).isTrue();
    }

    @Test
    void aStepShowsTheCurrentRunAgain() {
        FakeRun first = trained(3);
        reset();
        runs.show(first.id());
        training.step(Run.Turn.BOTH);

        assertThat(runs.shownProperty().get()).isEqualTo(runs.currentProperty().get());
        assertThat(run().orders()).endsWith("step BOTH");
    }

    @Test
    void aRunIsComparedWithTheOneBeforeItAsItWasThen() {
        FakeRun first = trained(3);
        assertThat(shown().origin()).isEqualTo(RunOrigin.first(first.plan().experiment()));
        session.editor()
                .edit(
                        new EditName.ChangeSeed(),
                        e -> e.withTraining(t -> t.withBatchSize(16)).withSeed(5));
        reset();

        RunOrigin origin = shown().origin();
        assertThat(origin.before()).contains(new RunOrigin.Before(first.id(), 1));
        assertThat(origin.step()).isEmpty();
        assertThat(origin.parent()).as("it has its own initial weights").isEmpty();
        assertThat(origin.experiment()).isEqualTo(first.plan().experiment());
    }

    @Test
    void aRunThatGoesOnIsABranchOfTheOtherAndDiffersByItsEditsSince() {
        FakeRun first = trained(3);
        reset();
        run().measure(1);
        settle();
        training.goOnWith(first.id());
        settle();

        assertThat(shown().origin().parent()).hasValue(first.id());
        assertThat(shown().origin().step()).hasValue(7);
        assertThat(shown().origin().experiment()).isEqualTo(first.plan().experiment());
    }

    @Test
    void aRunOfAnotherDocumentIsComparedWithNone() {
        trained(3);
        session.documents().load("mlp");
        settle();
        training.train();
        settle();

        assertThat(shown().origin().before()).isEmpty();
    }

    @Test
    void aRunIsRemovedWithItsCurvesButNotTheCurrentOne() {
        FakeRun first = trained(3);
        reset();
        runs.show(first.id());
        runs.overlays().add(shown());
        runs.remove(first.id());

        assertThat(runs.all()).extracting(RunEntry::id).containsExactly(run().id());
        assertThat(runs.shownProperty().get()).isEqualTo(runs.currentProperty().get());
        assertThat(runs.overlays().allProperty().get()).isEmpty();
        assertThatThrownBy(() -> runs.remove(run().id()))
                .isInstanceOf(IllegalArgumentException.class);
        run().measure(1);
        settle();
        reset();
        assertThat(shown().number()).as("a number does not come again").isEqualTo(3);
    }

    @Test
    void overlaidRunsTakeTheFirstColourThatIsFree() {
        for (int i = 0; i <= Overlays.MOST; i++) {
            training.reset();
            settle();
            run().measure(1);
            settle();
        }
        Overlays overlays = runs.overlays();
        runs.all().forEach(overlays::add);
        assertThat(overlays.allProperty().get())
                .as("no more than there are colours")
                .extracting(Overlay::color)
                .containsExactly(0, 1, 2, 3);
        assertThat(overlays.contains(runs.all().getLast())).isFalse();

        overlays.remove(runs.all().get(1));
        overlays.add(runs.all().getLast());
        assertThat(overlays.allProperty().get().getLast())
                .isEqualTo(new Overlay(runs.all().getLast(), 1));
    }

    @Test
    void runsSayHowTheyStand() {
        FakeRun first = trained(1);
        assertThat(shown().standing()).isEqualTo(RunStanding.TRAINING);
        first.tell(RunEvent.State.PAUSED);
        settle();
        assertThat(shown().standing()).isEqualTo(RunStanding.PAUSED);
        reset();
        RunEntry entry = runs.require(first.id());
        assertThat(entry.standing()).isEqualTo(RunStanding.PUT_AWAY);
        entry.forgetKept();
        assertThat(entry.standing()).isEqualTo(RunStanding.TOLD);
        run().end(new RunEvent.End.Completed());
        settle();
        assertThat(shown().standing()).isEqualTo(RunStanding.DONE);
    }

    @Test
    void whereCurvesTakeTooMuchMemoryTheOldestRunsAreForgotten() {
        long limit = 5L * History.BYTES_PER_STEP;
        var small = new Runs(() -> true, limit);
        RunEntry first = begun(small, 2);
        RunEntry second = begun(small, 3);
        assertThat(small.all()).containsExactly(first, second);
        RunEntry third = begun(small, 1);

        assertThat(small.all()).containsExactly(first, second, third);
        RunEntry fourth = begun(small, 9);
        assertThat(small.all())
                .as("six steps were too many")
                .containsExactly(second, third, fourth);
        RunEntry newest = begun(small, 1);
        assertThat(small.all()).as("the newest stays").containsExactly(newest);
    }

    /** Begins a run that then tells so many steps. */
    private static RunEntry begun(Runs among, int steps) {
        Plan plan = ((Outcome.Ready) Planner.check(Documents.preset("digits"))).plan();
        var told = new ArrayList<RunEvent>();
        Run run =
                new FakeTrainer()
                        .start(
                                plan,
                                read(plan.experiment().data()),
                                Optional.empty(),
                                RunOptions.live(),
                                told::add);
        var start = new RunStart(run.id(), plan, Optional.empty(), OptionalInt.empty());
        var entry = new RunEntry(run, start, among.nextNumber(), Branch.FIRST);
        among.begin(entry);
        for (int step = 1; step <= steps; step++) {
            ((FakeRun) run).measure(step);
        }
        told.forEach(entry::accept);
        return entry;
    }

    @Test
    void ofEarlierRunsTheNewestAreKept() {
        FakeRun first = trained(1);
        for (int i = 0; i < Runs.EARLIER; i++) {
            reset();
            run().measure(1);
            settle();
        }
        assertThat(runs.all()).hasSize(Runs.EARLIER + 1);
        assertThat(runs.find(first.id())).isPresent();
        reset();

        assertThat(runs.all()).hasSize(Runs.EARLIER + 1);
        assertThat(runs.find(first.id())).isEmpty();
        assertThatThrownBy(() -> runs.show(first.id()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(trainer.runs().subList(0, trainer.runs().size() - 1))
                .as("one alone may train")
                .allSatisfy(run -> assertThat(run.orders()).endsWith("close"));
    }

    @Test
    void aRunWithoutAStepLeavesNoTrace() {
        training.train();
        settle();
        reset();

        assertThat(runs.all()).extracting(RunEntry::id).containsExactly(run().id());
    }

    @Test
    void anEarlierRunIsBroughtBackWithItsExperimentAndKnowsItsParent() {
        FakeRun first = trained(3);
        session.editor().edit(new EditName.ChangeSeed(), e -> e.withSeed(5));
        assertThat(session.documents().current().unsavedProperty().get()).isTrue();
        reset();
        run().measure(1);
        settle();
        training.goOnWith(first.id());
        settle();

        assertThat(session.editor().experimentProperty().get().seed())
                .isEqualTo(first.plan().experiment().seed());
        assertThat(session.editor().undoNameProperty().get()).contains(new EditName.BringBackRun());
        assertThat(session.documents().current().unsavedProperty().get()).isFalse();
        assertThat(run().orders()).containsExactly("start paused");
        assertThat(run().from().orElseThrow().step()).isEqualTo(7);
        assertThat(shown().start().parent())
                .contains(new RunStart.Parent(OptionalLong.of(first.id()), 7));
        assertThat(runs.all()).hasSize(3);
    }

    @Test
    void anEarlierRunIsSavedAsItWas() {
        FakeRun first = trained(3);
        reset();
        runs.show(first.id());
        session.documents().saveRun(shown(), directory.resolve("first.atelier"));
        settle();

        assertThat(directory.resolve("first.atelier")).exists();
        assertThat(shown().record().checkpoints())
                .contains(new CheckpointMark(7, CheckpointMark.Reason.SAVED));
    }

    @Test
    void theRecordHasAllThatTheRunTold() {
        FakeRun run = trained(1);
        run.tellEdit(1, "0.001", "0.0001");
        run.tellStep(1, Run.Turn.GENERATOR);
        run.measure(2);
        run.end(new RunEvent.End.Completed());
        settle();

        RunRecord record = shown().record();
        assertThat(record.edits()).hasSize(1);
        assertThat(record.playerSteps()).containsExactly(new PlayerStep(1, Run.Turn.GENERATOR));
        assertThat(record.history().lastStep()).isEqualTo(2);
        assertThat(record.engine()).contains(new EngineInfo("Fake 1.0", 2));
        assertThat(record.end()).contains(new RunEvent.End.Completed());
    }

    @Test
    void theRevisionChangesWithTheRunThatIsShown() {
        trained(1);
        long before = training.revisionProperty().get();
        run().measure(2);
        settle();
        assertThat(training.revisionProperty().get()).isGreaterThan(before);
    }

    @Test
    void closingClosesEveryRun() {
        trained(1);
        reset();
        session.close();

        assertThat(trainer.runs()).allSatisfy(run -> assertThat(run.orders()).endsWith("close"));
        assertThat(runs.all()).isEmpty();
        assertThat(runs.shownProperty().get()).isEmpty();
    }

    private FakeRun run() {
        return trainer.run();
    }

    private RunEntry shown() {
        return runs.shownProperty().get().orElseThrow();
    }

    private FakeRun trained(int steps) {
        training.train();
        settle();
        for (int step = 1; step <= steps; step++) {
            run().measure(step);
        }
        settle();
        return run();
    }

    private void reset() {
        training.reset();
        settle();
    }

    private void settle() {
        while (fx.waiting() + background.waiting() > 0) {
            background.runAll();
            fx.runAll();
        }
    }

    private static Dataset read(DataSpec spec) {
        return Dataset.of(
                new Images(1, new Shape.Image(28, 28, 1), new byte[28 * 28]), Optional.empty());
    }
}
