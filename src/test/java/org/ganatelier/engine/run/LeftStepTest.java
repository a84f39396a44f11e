package org.ganatelier.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Datasets;
import org.ganatelier.data.Samples;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunEvent.State;
import org.ganatelier.train.RunOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Steps that take half a minute, and somebody who does not wait so long. */
@Timeout(120)
class LeftStepTest {
    private final LinkedBlockingQueue<RunEvent> events = new LinkedBlockingQueue<>();
    private final EngineTrainer trainer = new EngineTrainer();
    private final Plan plan;

    /** DCGAN in large batches, and with as many turns as there can be. */
    LeftStepTest() throws Exception {
        Experiment slow =
                Presets.load("dcgan")
                        .withTraining(
                                t -> t.withBatchSize(512).withTurns(10, 10).withAverageDecay(0.9));
        plan = Nets.ready(slow);
    }

    @Test
    void aPauseInTheMiddleOfAStepIsThePauseBeforeIt() throws Exception {
        Run left = startAndReachTheMiddle(Run::pause);
        waitFor(
                event ->
                        event instanceof RunEvent.StateChanged(_, State now)
                                && now == State.PAUSED);
        Run untouched = start(digits(), RunOptions.live().startingPaused());
        assertSame(left.checkpoint().get(), untouched.checkpoint().get());

        for (Run run : List.of(left, untouched)) {
            run.edit(Nets.ready(plan.experiment().withTraining(t -> t.withTurns(1, 1))));
            run.step(Run.Turn.BOTH);
        }
        Checkpoint next = left.checkpoint().get();
        assertThat(next.step()).isEqualTo(1);
        assertSame(next, untouched.checkpoint().get());
        left.close();
        untouched.close();
    }

    @Test
    void aRunThatEndsInTheMiddleOfAStepIsAsBeforeIt() throws Exception {
        Run left = startAndReachTheMiddle(Run::stop);
        waitFor(RunEvent.Ended.class::isInstance);
        Checkpoint kept = left.checkpoint().get();
        assertThat(kept.step()).isZero();
        Run untouched = start(digits(), RunOptions.live().startingPaused());
        assertSame(kept, untouched.checkpoint().get());
        left.close();
        untouched.close();
    }

    private Run startAndReachTheMiddle(Consumer<Run> order) throws Exception {
        var gate = new Gate(digits());
        Run run = start(gate, RunOptions.live());
        assertThat(gate.reached.await(60, TimeUnit.SECONDS)).isTrue();
        order.accept(run);
        gate.open.countDown();
        return run;
    }

    private Dataset digits() throws Exception {
        return Datasets.open(plan.experiment().data());
    }

    private Run start(Dataset images, RunOptions options) {
        return trainer.start(plan, images, Optional.empty(), options, events::add);
    }

    private void waitFor(Predicate<RunEvent> event) throws InterruptedException {
        RunEvent next;
        do {
            next = Objects.requireNonNull(events.poll(60, TimeUnit.SECONDS), "the run is silent");
        } while (!event.test(next));
    }

    /** Bit for bit; one by one, for a million differences are too many to describe. */
    private static void assertSame(Checkpoint actual, Checkpoint expected) {
        assertThat(actual)
                .usingRecursiveComparison()
                .ignoringFields("seconds", "arrays")
                .isEqualTo(expected);
        assertThat(actual.arrays()).containsOnlyKeys(expected.arrays().keySet());
        expected.arrays()
                .forEach(
                        (name, values) ->
                                assertThat(actual.arrays().get(name)).as(name).isEqualTo(values));
    }

    /** Real images that tell when a step is on its way, and let it go on when they are told to. */
    private static final class Gate implements Dataset {
        private final Dataset images;
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        Gate(Dataset images) {
            this.images = images;
        }

        @Override
        public int size() {
            return images.size();
        }

        @Override
        public Shape shape() {
            return images.shape();
        }

        @Override
        public Optional<byte[]> labels() {
            return images.labels();
        }

        @Override
        public void read(int index, float[] target, int offset) {
            reached.countDown();
            try {
                assertThat(open.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            images.read(index, target, offset);
        }

        @Override
        public Samples pick(int... indices) {
            return images.pick(indices);
        }
    }
}
