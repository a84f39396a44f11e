package org.ganatelier.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Datasets;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.BenchNets;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.PlayerStep;
import org.ganatelier.train.Run;
import org.ganatelier.train.Run.Turn;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunOptions;
import org.ganatelier.train.dissection.StepRecording;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A run of which a step is taken apart goes on as if nobody had looked. */
class DissectedRunTest {
    private static final long PATIENCE_SECONDS = 60;

    private final List<RunEvent> told = new CopyOnWriteArrayList<>();

    @Test
    void aRunGoesOnAsIfNobodyHadLooked() throws Exception {
        Checkpoint alone =
                after(
                        run -> {
                            run.step(Turn.BOTH);
                            run.step(Turn.BOTH);
                            run.step(Turn.BOTH);
                        });
        told.clear();
        Checkpoint seen =
                after(
                        run -> {
                            run.step(Turn.BOTH);
                            run.dissect(Turn.BOTH);
                            run.step(Turn.BOTH);
                        });

        assertThat(seen.step()).isEqualTo(3);
        assertThat(seen.counters()).isEqualTo(alone.counters());
        assertThat(seen.interventions()).isEqualTo(alone.interventions());
        assertThat(seen.arrays()).containsOnlyKeys(alone.arrays().keySet());
        seen.arrays()
                .forEach(
                        (name, values) ->
                                assertThat(values).as(name).isEqualTo(alone.arrays().get(name)));
        StepRecording recording = all(RunEvent.Dissected.class).getFirst().recording();
        Metrics metrics = all(RunEvent.Measured.class).get(1).metrics();
        assertThat(recording.step()).isEqualTo(metrics.step()).isEqualTo(2);
        assertThat(recording.turns().getFirst().loss()).isEqualTo(metrics.discriminatorLoss());
        assertThat(recording.turns().getLast().loss()).isEqualTo(metrics.generatorLoss());
    }

    @Test
    void aStepOfOnePlayerIsNotedAsOne() throws Exception {
        Checkpoint seen = after(run -> run.dissect(Turn.GENERATOR));

        assertThat(seen.interventions().halfSteps())
                .containsExactly(new PlayerStep(0, Turn.GENERATOR));
        assertThat(all(RunEvent.Dissected.class).getFirst().recording().turns()).hasSize(1);
    }

    private <T extends RunEvent> List<T> all(Class<T> kind) {
        return told.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private Checkpoint after(Consumer<Run> orders) throws Exception {
        Experiment experiment = BenchNets.load("mlp").withTraining(t -> t.withBatchSize(8));
        Plan plan = Nets.ready(experiment);
        Run run =
                new EngineTrainer()
                        .start(
                                plan,
                                Datasets.open(experiment.data()),
                                Optional.empty(),
                                RunOptions.live().startingPaused(),
                                told::add);
        try {
            orders.accept(run);
            return run.checkpoint().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } finally {
            run.close();
        }
    }
}
