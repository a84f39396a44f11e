package org.ganatelier.sweep;

import org.ganatelier.project.sweep.CellResult;
import org.ganatelier.project.sweep.CellResult.Leg;
import org.ganatelier.project.sweep.CellResult.Outcome;
import org.ganatelier.train.Goal;
import org.ganatelier.train.quality.Coverage;
import org.ganatelier.train.quality.Estimate;
import org.ganatelier.train.quality.Quality;
import org.ganatelier.train.quality.Score;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Trains nothing, and says of each cell what a test wants. */
final class FakeBackend implements SweepBackend {
    private final ToDoubleFunction<CellTask> distance;
    private final List<String> done = new ArrayList<>();
    private int most = Integer.MAX_VALUE;
    private boolean stopped;

    /**
     * @param distance of what a task leads to; not a number where it diverges, infinite where it
     *     cannot be done
     */
    FakeBackend(ToDoubleFunction<CellTask> distance) {
        this.distance = distance;
    }

    /** Is stopped after so many tasks. */
    FakeBackend stoppingAfter(int tasks) {
        most = tasks;
        return this;
    }

    /** Seed and goal of each task, in order. */
    List<String> done() {
        return done;
    }

    static Optional<Score> score(double distance) {
        var quality =
                new Quality(
                        100,
                        new Estimate(100, distance, 0.1),
                        0.5,
                        new Coverage(List.of(0.5, 0.5)),
                        Optional.empty());
        return Optional.of(new Score(quality, quality));
    }

    @Override
    public int slots() {
        return 1;
    }

    @Override
    public void run(List<CellTask> tasks, ResultFolder folder, Listener listener)
            throws IOException {
        for (CellTask task : tasks) {
            if (stopped || done.size() == most) {
                return;
            }
            listener.started(task);
            long steps = ((Goal.Steps) task.goal()).steps();
            done.add(task.cell().seed() + " to " + steps);
            double result = distance.applyAsDouble(task);
            if (Double.isInfinite(result)) {
                listener.failed(task, new IOException("no machine"));
            } else {
                Files.createDirectories(folder.of(task.cell()));
                listener.finished(task, result(task, steps, result));
            }
        }
    }

    private static CellResult result(CellTask task, long steps, double distance) {
        var legs = new ArrayList<Leg>();
        task.before().ifPresent(before -> legs.addAll(before.legs()));
        boolean lost = Double.isNaN(distance);
        legs.add(new Leg(steps, 1, lost ? Optional.empty() : score(distance)));
        return new CellResult(
                task.cell().name(),
                lost ? Outcome.DIVERGED : Outcome.REACHED,
                legs,
                new CellResult.Place("here", "a, processor"),
                1,
                "00ff");
    }

    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public void close() {}
}
