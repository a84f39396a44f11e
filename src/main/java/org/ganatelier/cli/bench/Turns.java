package org.ganatelier.cli.bench;

import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.data.Dataset;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunOptions;
import org.ganatelier.train.watch.WatchedRun;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Trains the same again and again, in turns that are compared.
 *
 * @param time that each turn trains
 * @param inspected whether the networks are looked into in place of images that are shown
 */
record Turns(WatchedRun training, Plan plan, Dataset data, Duration time, boolean inspected) {
    private static final double NANOS = 1e9;

    /** What came of a turn that showed images. */
    record Shown(double stepsPerSecond, int scores) {}

    /** The steps per second of a turn that shows nothing. */
    double without() throws IOException {
        return stepsPerSecond(0, Optional.empty(), false);
    }

    /** A turn that shows as many images as a window does, and has some scored. */
    Shown with(Optional<PauseScorer> scorer) throws IOException {
        int previews = inspected ? 0 : RunOptions.live().previews();
        double speed = stepsPerSecond(previews, scorer, inspected);
        return new Shown(speed, scorer.map(PauseScorer::finish).orElse(0));
    }

    private double stepsPerSecond(int previews, Optional<PauseScorer> scorer, boolean looks)
            throws IOException {
        var watch = new Watch(scorer, looks);
        var options =
                new RunOptions(
                        OptionalLong.empty(),
                        Optional.of(time),
                        OptionalInt.empty(),
                        false,
                        previews,
                        RunOptions.live().previewInterval(),
                        RunOptions.live().replay(),
                        RunOptions.live().masks());
        WatchedRun.Result result =
                training.train(new WatchedRun.Beginning(plan, data), options, watch);
        return switch (result.end()) {
            case RunEvent.End.Failed failed -> throw CommandFailure.of(failed);
            case RunEvent.End.Stopped() ->
                    throw new CommandFailure("Stopped before all turns were done.");
            case RunEvent.End.Completed() -> watch.stepsPerSecond();
        };
    }

    /** The time on the wall: what a step takes itself is not all that may be slowed down. */
    private static final class Watch implements WatchedRun.Watcher {
        private final Optional<PauseScorer> scorer;
        private final boolean looks;
        private long first;
        private long last;
        private long steps = -1;

        Watch(Optional<PauseScorer> scorer, boolean looks) {
            this.scorer = scorer;
            this.looks = looks;
        }

        @Override
        public void started(WatchedRun.Watched watched) {
            scorer.ifPresent(s -> s.begin(watched.run()));
            if (looks) {
                watched.run().inspect(Optional.of(_ -> {}));
            }
        }

        @Override
        public void measured(Metrics metrics) {
            last = System.nanoTime();
            if (steps < 0) {
                first = last;
            }
            steps++;
        }

        @Override
        public void shown(RunEvent.Preview preview) {
            scorer.ifPresent(s -> s.shown(preview.step()));
        }

        double stepsPerSecond() {
            if (steps < 1) {
                throw new CommandFailure(
                        "A turn was over before its second step: give it more --seconds");
            }
            return steps * NANOS / (last - first);
        }
    }
}
