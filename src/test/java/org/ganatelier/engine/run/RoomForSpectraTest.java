package org.ganatelier.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.ganatelier.campaign.HeldBytes;
import org.ganatelier.data.Datasets;
import org.ganatelier.data.Samples;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.engine.onednn.FourierConvolutions;
import org.ganatelier.engine.onednn.OneDnn;
import org.ganatelier.plan.memory.RunMemory;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.BenchNets;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.Question;
import org.ganatelier.train.Run;
import org.ganatelier.train.Run.Turn;
import org.ganatelier.train.RunOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** A run holds no more than the planner counted, with spectra and without. */
class RoomForSpectraTest {
    private static final int ROOM = 64;
    private static final int NO_ROOM = 80;

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
        assumeTrue(OneDnn.isThere(), "no oneDNN 3");
    }

    private static Plan tutorial(int batch) throws Exception {
        return Nets.ready(BenchNets.load("tutorial").withTraining(t -> t.withBatchSize(batch)));
    }

    /** What a run holds when both networks have been trained, and a copy of G been asked. */
    private static HeldBytes held(Plan plan) throws Exception {
        RunOptions options =
                RunOptions.batch(OptionalLong.empty(), Optional.empty(), OptionalInt.of(2));
        Run run =
                new EngineTrainer()
                        .start(
                                plan,
                                Datasets.open(plan.experiment().data()),
                                Optional.empty(),
                                options.startingPaused(),
                                _ -> {});
        try {
            run.step(Turn.BOTH);
            run.checkpoint().join();
            var made = new CompletableFuture<Samples>();
            run.ask(
                    new Question.Generate(GeneratorInput.sampled(plan.experiment(), 2, 1)),
                    made::complete);
            made.join();
            return HeldBytes.by(run);
        } finally {
            run.close();
        }
    }

    @Test
    void aRunWithRoomComputesBySpectra() throws Exception {
        Plan plan = tutorial(ROOM);
        HeldBytes held = held(plan);
        assertThat(held.has(FourierConvolutions.class)).isTrue();
        assertThat(held.outside()).isLessThanOrEqualTo(RunMemory.of(plan).outside());
    }

    @Test
    void aRunWithoutRoomComputesNoNetworkBySpectra() throws Exception {
        Plan plan = tutorial(NO_ROOM);
        HeldBytes held = held(plan);
        assertThat(held.has(FourierConvolutions.class)).isFalse();
        assertThat(held.outside()).isLessThanOrEqualTo(RunMemory.of(plan).outside());
    }
}
