package org.ganatelier.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.engine.classifier.EngineClassifierTrainer;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.project.SweepJson;
import org.ganatelier.train.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** Cells in this process, with the real engine. */
final class LocalBackendTest {
    @TempDir private Path place = Path.of("");

    /** A training without end: it ends because it is asked to. */
    @Test
    void whatGoesOnIsGivenUpWhenTheSweepIsStopped() throws Exception {
        Sweep sweep =
                new SweepPlanner(SweepPlanner.in(place))
                        .plan(
                                SweepJson.read(
                                        """
                                        {"format": 1, "experiments": ["mlp"], "seeds": [1, 2, 3],
                                         "settings": {"training.batchSize": [2]},
                                         "goal": {"steps": 1000000000}}
                                        """));
        var folder = new ResultFolder(place);
        var trainer = new EngineTrainer();
        var listener = new StoppingAtOnce();
        try (var hold = folder.hold().orElseThrow();
                var scorers = new Scorers(trainer, new EngineClassifierTrainer());
                var backend =
                        new LocalBackend(
                                new CellRunner(trainer, scorers, ThisMachine.place()), 2)) {
            var run = new SweepRun(sweep, folder, backend, listener, new NoWords());
            listener.stop = run::stop;
            assertThat(run.run().rows()).extracting(Row::state).containsOnly(Row.State.UNFINISHED);
            assertThat(run.stopped()).isTrue();
            assertThat(hold).isNotNull();
        }
        assertThat(folder.read(sweep)).isEmpty();
    }

    @Test
    void thisMachineHasANameAndAProcessor() {
        assertThat(ThisMachine.place().host()).isNotBlank();
        assertThat(ThisMachine.place().processor()).isNotBlank();
    }

    private static final class StoppingAtOnce implements SweepListener {
        private volatile Runnable stop = () -> {};

        @Override
        public void progressed(CellTask task, Metrics metrics) {
            stop.run();
        }
    }

    private static final class NoWords implements SweepRun.SweepWords {
        @Override
        public String of(Throwable failure) {
            throw new AssertionError(failure);
        }

        @Override
        public String of(Rejected rejected) {
            throw new AssertionError(rejected);
        }
    }
}
