package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.exchange.Formats;
import org.ganatelier.exchange.model.Imported;
import org.ganatelier.exchange.model.Remark;
import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.Weights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Weights of another framework in the real engine; the test's thread is the FX thread. */
class ImportsWithEngineTest {
    private static final long PATIENCE_SECONDS = 120;
    private static final Path DISCRIMINATOR =
            Path.of("src/test/resources/fixtures/torch-pooled.onnx").toAbsolutePath();

    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Thread fxThread = Thread.currentThread();
    private final Session session =
            Session.of(
                    Documents.preset("digits"),
                    new EngineTrainer(),
                    new FakeClassifiers(),
                    new Workers(
                            tasks::add,
                            task -> Thread.ofPlatform().daemon().start(task),
                            () -> Thread.currentThread() == fxThread));

    @AfterEach
    void close() {
        session.close();
    }

    /** A run that waits, so that the images of the weights are to be seen. */
    @Test
    void theWeightsOfAModelAreThereToGoOnFrom() throws Exception {
        Imported read = Formats.read(DISCRIMINATOR, Optional.empty());
        session.imports().open(List.of(DISCRIMINATOR));
        until(() -> session.training().stateProperty().get() == TrainingState.PAUSED);

        RunEntry run = session.runs().shownProperty().get().orElseThrow();
        Checkpoint state = run.checkpoint().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        float[] imported = read.stacks().getFirst().arrays().getFirst().get("weight");
        assertThat(state.values(Side.DISCRIMINATOR, 0, "weight", Weights.RAW))
                .hasValueSatisfying(values -> assertThat(values).isEqualTo(imported));
        assertThat(report().remarks())
                .extracting(Remark::fact)
                .contains(new Fact.Untrained(Side.GENERATOR))
                .doesNotContain(new Fact.WeightsLeft());
        assertThat(session.documents().current().unsavedProperty().get()).isTrue();
    }

    private ImportReport report() {
        return session.imports().reportProperty().get().orElseThrow();
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
