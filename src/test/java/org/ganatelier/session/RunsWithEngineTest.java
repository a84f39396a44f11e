package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Runs of the real engine that take each other's place; the test's thread is the FX thread. */
class RunsWithEngineTest {
    private static final long PATIENCE_SECONDS = 120;

    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Thread fxThread = Thread.currentThread();
    private final Session session =
            Session.of(
                    Documents.preset("mlp"),
                    new EngineTrainer(),
                    new FakeClassifiers(),
                    new Workers(
                            tasks::add,
                            task -> Thread.ofPlatform().daemon().start(task),
                            () -> Thread.currentThread() == fxThread));
    private final Training training = session.training();
    private final Runs runs = session.runs();

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void aRunThatWasResetWhileItTrainedGoesOnFromWhereItWas() throws Exception {
        training.train();
        until(() -> step() >= 3);
        RunEntry first = shown();
        training.reset();
        until(() -> shown() != first && step() >= 2);

        Checkpoint kept = first.checkpoint().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(first.run()).as("it is closed and freed").isEmpty();
        assertThat(kept.step()).isGreaterThanOrEqualTo(3);
        assertThat(first.record().checkpoints().getFirst().step()).isEqualTo(kept.step());

        training.goOnWith(first.id());
        until(() -> training.stateProperty().get() == TrainingState.PAUSED);
        assertThat(runs.all()).hasSize(3);
        Checkpoint again = shown().checkpoint().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(again.step()).isEqualTo(kept.step());
        assertThat(again.counters()).isEqualTo(kept.counters());
        assertThat(again.arrays().keySet()).isEqualTo(kept.arrays().keySet());
        kept.arrays()
                .forEach((name, values) -> assertThat(again.arrays().get(name)).isEqualTo(values));

        training.step(Run.Turn.GENERATOR);
        until(() -> step() == kept.step() + 1);
        assertThat(shown().record().playerSteps()).hasSize(1);
        assertThat(shown().history().firstStep()).as("its curves go on").isEqualTo(1);
        assertThat(shown().history().lastStep()).isEqualTo(kept.step() + 1);
    }

    private RunEntry shown() {
        return runs.shownProperty().get().orElseThrow();
    }

    private long step() {
        return training.historyProperty().get().lastStep();
    }

    /** Does what waits for the FX thread until something is so. */
    private void until(BooleanSupplier reached) throws InterruptedException {
        while (!reached.getAsBoolean()) {
            Objects.requireNonNull(
                            tasks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS),
                            "the session came to rest too early")
                    .run();
        }
    }
}
