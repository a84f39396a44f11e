package org.ganatelier.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Datasets;
import org.ganatelier.data.Points;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.data.Distribution;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunOptions;
import org.ganatelier.train.Weights;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A generator of points learns where the points are. */
final class PointsRunTest {
    private static final int STEPS = 3000;
    private static final int POINTS = 1000;

    /** A share of 12.5 % each would be even. */
    private static final int FEWEST = POINTS / 50;

    @Test
    void allModesOfTheRingAreCovered() throws Exception {
        Experiment experiment = Presets.load("points");
        Plan plan = Planner.check(experiment).plan();
        Dataset data = Datasets.open(experiment.data());
        var trainer = new EngineTrainer();
        var ended = new CompletableFuture<RunEvent.End>();
        var options = RunOptions.batch(OptionalLong.of(STEPS), Optional.empty(), OptionalInt.of(1));
        Run run =
                trainer.start(
                        plan,
                        data,
                        Optional.empty(),
                        options,
                        event -> {
                            if (event instanceof RunEvent.Ended(_, RunEvent.End end)) {
                                ended.complete(end);
                            }
                        });
        assertThat(ended.get(2, TimeUnit.MINUTES)).isInstanceOf(RunEvent.End.Completed.class);
        Checkpoint learnt = run.checkpoint().get();
        run.close();
        var made =
                (Points)
                        trainer.sample(
                                plan,
                                learnt,
                                GeneratorInput.sampled(experiment, POINTS, 1),
                                Weights.AVERAGED);

        var covered = new int[Distribution.RING.modes()];
        for (int i = 0; i < made.count(); i++) {
            double angle = Math.atan2(made.at(i, 1), made.at(i, 0));
            int mode = (int) Math.round(angle / (2 * Math.PI) * covered.length);
            if (Math.abs(Math.hypot(made.at(i, 0), made.at(i, 1)) - 0.8) < 0.2) {
                covered[Math.floorMod(mode, covered.length)]++;
            }
        }
        for (int count : covered) {
            assertThat(count).isGreaterThan(FEWEST);
        }
    }
}
