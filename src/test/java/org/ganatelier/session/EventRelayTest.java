package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.PlayerStep;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class EventRelayTest {
    private static final long RUN = 3;

    private final LaterExecutor fx = new LaterExecutor();
    private final List<RunEvent> received = new ArrayList<>();
    private final EventRelay relay = new EventRelay(fx, received::add);

    @Test
    void atMostOneTaskWaitsHoweverManyEventsCome() {
        for (int step = 1; step <= 1000; step++) {
            relay.accept(measured(step));
        }

        assertThat(fx.waiting()).isEqualTo(1);
    }

    @Test
    void noMeasurementIsDroppedAndTheirOrderIsKept() {
        var told = new ArrayList<RunEvent>();
        for (int step = 1; step <= 1000; step++) {
            told.add(measured(step));
            relay.accept(measured(step));
        }
        fx.runAll();

        assertThat(received).isEqualTo(told);
    }

    @Test
    void ofPreviewsAndStatesOnlyTheNewestArrives() {
        RunEvent newest = preview(2);
        relay.accept(new RunEvent.StateChanged(RUN, RunEvent.State.TRAINING));
        relay.accept(preview(1));
        relay.accept(new RunEvent.StateChanged(RUN, RunEvent.State.PAUSED));
        relay.accept(newest);
        fx.runAll();

        assertThat(received)
                .containsExactly(new RunEvent.StateChanged(RUN, RunEvent.State.PAUSED), newest);
    }

    @Test
    void noStepOfOnePlayerIsDropped() {
        var told = new ArrayList<RunEvent>();
        for (int step = 0; step < 3; step++) {
            told.add(new RunEvent.Stepped(RUN, new PlayerStep(step, Run.Turn.GENERATOR)));
        }
        told.forEach(relay);
        fx.runAll();

        assertThat(received).isEqualTo(told);
    }

    @Test
    void theEndComesLast() {
        RunEvent end = new RunEvent.Ended(RUN, new RunEvent.End.Stopped());
        relay.accept(preview(9));
        relay.accept(end);
        relay.accept(measured(9));
        fx.runAll();

        assertThat(received).hasSize(3).last().isEqualTo(end);
    }

    @Test
    void whatComesAfterADeliveryIsDeliveredToo() {
        relay.accept(measured(1));
        fx.runAll();
        relay.accept(measured(2));
        fx.runAll();

        assertThat(received).containsExactly(measured(1), measured(2));
    }

    @Test
    void aRunDoesNotReplaceThePreviewOfAnother() {
        RunEvent old = new RunEvent.Preview(1, 5, image());
        RunEvent fresh = new RunEvent.Preview(2, 0, image());
        relay.accept(fresh);
        relay.accept(old);
        fx.runAll();

        assertThat(received).containsExactlyInAnyOrder(old, fresh);
    }

    @Test
    void eventsOfManyThreadsAllArrive() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int t = 0; t < 4; t++) {
            int run = t;
            threads.add(
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        for (int step = 1; step <= 500; step++) {
                                            relay.accept(measured(run, step));
                                        }
                                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        fx.runAll();

        assertThat(received).hasSize(2000).doesNotHaveDuplicates();
    }

    private static RunEvent measured(long step) {
        return measured(RUN, step);
    }

    private static RunEvent measured(long run, long step) {
        return new RunEvent.Measured(run, new Metrics(step, 0, 0, 1, 1, 0.5, 0.5, 100));
    }

    private static RunEvent preview(long step) {
        return new RunEvent.Preview(RUN, step, image());
    }

    private static Images image() {
        return new Images(1, new Shape.Image(1, 1, 1), new byte[1]);
    }
}
