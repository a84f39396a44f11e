package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.FakeTrainer.FakeRun;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunFailure;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Runs that are trained one after another. */
class RunQueueTest {
    private static final long SEED = 42;

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
                    RunQueueTest::read,
                    new BundledScorers(new FakeClassifiers()),
                    new Workers(fx, background));
    private final RunQueue queue = session.queue();
    private final Runs runs = session.runs();

    @Test
    void repeatsAreTrainedOneAfterAnotherWithTheSeedsThatFollow() {
        queue.repeat(3, 100);
        settle();
        Batch batch = queue.batchProperty().get().orElseThrow();
        assertThat(run().options().steps()).hasValue(100);
        assertThat(run().orders()).containsExactly("start");
        complete(100);
        assertThat(trainer.runs()).hasSize(2);
        assertThat(trainer.runs().getFirst().orders()).endsWith("close");
        assertThat(run().orders()).as("without being asked").containsExactly("start");
        assertThat(batch.done()).isEqualTo(1);
        complete(100);
        complete(100);

        assertThat(seeds()).containsExactly(SEED, SEED + 1, SEED + 2);
        assertThat(trainer.runs()).hasSize(3);
        assertThat(queue.batchProperty().get()).isEmpty();
        assertThat(batch.overProperty().get()).isTrue();
        assertThat(batch.done()).isEqualTo(3);
        assertThat(batch.runs()).isEqualTo(runs.all());
    }

    @Test
    void repeatsStandBelowTheFirstAndAreDrawnAsABand() {
        queue.repeat(2, 100);
        settle();
        complete(100);
        List<RunEntry> all = runs.all();

        assertThat(all.getFirst().origin().parent()).isEmpty();
        assertThat(all.getLast().origin().parent()).hasValue(all.getFirst().id());
        assertThat(runs.overlays().allProperty().get())
                .containsExactly(new Overlay(all.getFirst().batch().orElseThrow(), 0));
        runs.remove(all.getFirst().id());
        assertThat(all.getLast().batch().orElseThrow().runs()).containsExactly(all.getLast());
    }

    @Test
    void whatIsDoneStaysWhenTheOthersAreStopped() {
        queue.repeat(5, 100);
        settle();
        complete(100);
        queue.stop();
        settle();

        assertThat(queue.batchProperty().get()).isEmpty();
        assertThat(run().orders()).endsWith("pause");
        run().end(new RunEvent.End.Stopped());
        settle();
        assertThat(trainer.runs()).as("no third begins").hasSize(2);
        assertThat(runs.all()).hasSize(2);
    }

    @Test
    void whoeverBeginsAnotherRunStopsTheRest() {
        queue.repeat(3, 100);
        settle();
        run().measure(1);
        settle();
        session.training().reset();
        settle();

        assertThat(queue.batchProperty().get()).isEmpty();
        assertThat(runs.currentProperty().get().orElseThrow().batch()).isEmpty();
        complete(5);
        assertThat(trainer.runs()).hasSize(2);
    }

    @Test
    void aRunThatFailsDoesNotStopTheOthers() {
        queue.repeat(2, 100);
        settle();
        run().measure(1);
        run().end(new RunEvent.End.Failed(new RunFailure.OutOfMemory(OptionalLong.empty()), null));
        settle();

        assertThat(trainer.runs()).hasSize(2);
        assertThat(runs.all().getFirst().standing()).isEqualTo(RunStanding.FAILED);
    }

    @Test
    void editsMeanwhileReachNoneOfThem() {
        queue.repeat(2, 100);
        settle();
        session.editor()
                .edit(new EditName.ChangeSeed(), e -> e.withTraining(t -> t.withTurns(3, 1)));
        settle();

        assertThat(run().orders()).containsExactly("start");
        assertThat(session.training().waitingChangesProperty().get()).isEmpty();
        complete(100);
        assertThat(run().plan().experiment().training().discriminatorSteps())
                .as("the second is as it was ordered")
                .isEqualTo(1);
    }

    @Test
    void anExperimentWithProblemsIsNotRepeated() {
        session.documents().load("article");
        settle();
        queue.repeat(3, 100);
        settle();

        assertThat(trainer.runs()).isEmpty();
        assertThat(queue.batchProperty().get()).isEmpty();
    }

    @Test
    void aTwinHasTheSameSeedAndLengthAndBothAreDrawn() {
        session.training().train();
        settle();
        run().measure(250);
        settle();
        RunEntry first = runs.all().getFirst();
        session.editor()
                .edit(
                        new EditName.ChangeSeed(),
                        e -> e.withSeed(7).withTraining(t -> t.withBatchSize(32)));
        queue.twin(first);
        settle();

        assertThat(run().plan().experiment())
                .isEqualTo(first.experiment().withTraining(t -> t.withBatchSize(32)));
        assertThat(run().options().steps()).hasValue(250);
        RunEntry twin = runs.currentProperty().get().orElseThrow();
        assertThat(twin.origin().parent()).hasValue(first.id());
        assertThat(runs.overlays().contains(first)).isTrue();
        complete(250);
        assertThat(queue.batchProperty().get()).isEmpty();
    }

    private List<Long> seeds() {
        return trainer.runs().stream().map(run -> run.plan().experiment().seed()).toList();
    }

    /** The run does its last step and ends. */
    private void complete(long step) {
        run().measure(step);
        run().end(new RunEvent.End.Completed());
        settle();
    }

    private FakeRun run() {
        return trainer.run();
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
