package org.ganatelier.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ganatelier.data.Datasets;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.EngineException;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunEvent.End;
import org.ganatelier.train.RunFailure;
import org.ganatelier.train.RunOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Networks whose optimizers overflow while all losses stay small. */
@Timeout(120)
class OverflowTest {
    private static final String FOLDER = "src/test/resources/fixtures/experiments/";

    private final CompletableFuture<End> end = new CompletableFuture<>();

    private Run start(String experiment, long steps) throws Exception {
        Plan plan = Nets.ready(Presets.open(FOLDER + experiment));
        return new EngineTrainer()
                .start(
                        plan,
                        Datasets.open(plan.experiment().data()),
                        Optional.empty(),
                        RunOptions.batch(
                                OptionalLong.of(steps), Optional.empty(), OptionalInt.of(1)),
                        event -> {
                            if (event instanceof RunEvent.Ended ended) {
                                end.complete(ended.end());
                            }
                        });
    }

    private RunFailure.Overflowed overflow() throws Exception {
        return (RunFailure.Overflowed) ((End.Failed) end.get(100, TimeUnit.SECONDS)).failure();
    }

    @Test
    void aRunWhoseOptimizerOverflowsDoesNotComplete() throws Exception {
        Run run = start("optimizer-overflows.json", 1_000_000);
        RunFailure.Overflowed failure = overflow();
        Checkpoint kept = run.checkpoint().get();
        assertThat(failure.array()).startsWith("discriminator.").endsWith(".adam-square");
        assertThat(failure.kept()).hasValue(kept.step());
        assertThat(failure.step()).isGreaterThan(kept.step());
        kept.arrays().values().forEach(OverflowTest::assertFinite);
        run.close();
    }

    private static void assertFinite(float[] values) {
        for (float value : values) {
            assertThat(value).isFinite();
        }
    }

    /** Few steps: so it is the last state that is looked at, or soon after the overflow. */
    @Test
    void theLastStateIsLookedAtToo() throws Exception {
        Run run = start("optimizer-overflows.json", 20);
        assertThat(overflow().kept()).hasValue(1);
        run.close();
    }

    @Test
    void aFirstStepThatOverflowsLeavesNothing() throws Exception {
        Run run = start("optimizer-overflows-at-once.json", 60);
        assertThat(overflow())
                .extracting(RunFailure.Overflowed::step, RunFailure.Overflowed::kept)
                .containsExactly(1L, OptionalLong.empty());
        assertThatThrownBy(() -> run.checkpoint().get())
                .hasCause(new EngineException(new RunFailure.NothingToSave()));
        run.close();
    }
}
