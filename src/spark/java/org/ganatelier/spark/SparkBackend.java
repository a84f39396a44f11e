package org.ganatelier.spark;

import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.ganatelier.project.CellResultJson;
import org.ganatelier.sweep.CellTask;
import org.ganatelier.sweep.ClusterException;
import org.ganatelier.sweep.ResultFolder;
import org.ganatelier.sweep.SweepBackend;
import org.ganatelier.train.Metrics;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Each cell is a Spark job of one task. In one job of many tasks a cell that fails four times would
 * end all others.
 */
final class SparkBackend implements SweepBackend {
    /** So many more jobs than slots are handed over, so that a slot finds its next one at once. */
    private static final int AHEAD = 2;

    private static final long REST_MILLIS = 50;
    private static final String GROUP = "sweep";

    private final JavaSparkContext context;
    private final Watch watch;
    private final Map<String, CellTask> underway = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    SparkBackend(JavaSparkContext context) {
        this.context = context;
        watch = new Watch(context.sc());
    }

    /** A cell on its way. */
    private record Job(CellTask task, JavaFutureAction<List<Delivery>> future) {}

    @Override
    public int slots() {
        return Math.max(1, context.defaultParallelism());
    }

    @Override
    public void run(List<CellTask> tasks, ResultFolder folder, Listener listener)
            throws IOException {
        Consumer<Tick> ticks = tick -> tell(tick, listener);
        Ticks.listen(ticks);
        try {
            runAll(new ArrayDeque<>(tasks), folder, listener);
        } finally {
            Ticks.forget(ticks);
        }
    }

    private void runAll(Deque<CellTask> waiting, ResultFolder folder, Listener listener)
            throws IOException {
        // A killed task's thread is interrupted, which ends its training.
        context.setJobGroup(GROUP, "Trainings of a sweep", true);
        List<Job> running = new ArrayList<>();
        while (!stopped && (!waiting.isEmpty() || !running.isEmpty())) {
            watch.requireLife();
            while (!waiting.isEmpty() && running.size() < slots() + AHEAD) {
                running.add(begin(waiting.removeFirst(), folder));
            }
            settle(running, folder, listener);
            rest();
        }
    }

    private Job begin(CellTask task, ResultFolder folder) throws IOException {
        context.setJobDescription(task.cell().name());
        underway.put(task.cell().name(), task);
        Order order = Order.of(task, folder.of(task.cell()));
        return new Job(
                task, context.parallelize(List.of(order), 1).map(Workshop::make).collectAsync());
    }

    private void settle(List<Job> running, ResultFolder folder, Listener listener) {
        for (Iterator<Job> jobs = running.iterator(); jobs.hasNext(); ) {
            Job job = jobs.next();
            if (job.future().isDone()) {
                jobs.remove();
                underway.remove(job.task().cell().name());
                settle(job, folder, listener);
            }
        }
    }

    private void settle(Job job, ResultFolder folder, Listener listener) {
        if (stopped) {
            return;
        }
        try {
            Delivery delivery = job.future().get().getFirst();
            delivery.files().writeTo(folder.of(job.task().cell()));
            listener.finished(job.task(), CellResultJson.of(delivery.result()).orElseThrow());
        } catch (ExecutionException e) {
            listener.failed(job.task(), failure(e));
        } catch (IOException e) {
            listener.failed(job.task(), e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stop();
        }
    }

    /** What the executor said, without the places in its code. */
    private static ClusterException failure(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String said = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return new ClusterException(ClusterException.Reason.CELL_FAILED, said);
    }

    /** A tick may come later than what it tells of. */
    private void tell(Tick tick, Listener listener) {
        CellTask task = underway.get(tick.cell());
        if (task != null && tick.step() == 0) {
            listener.started(task);
        } else if (task != null) {
            listener.progressed(task, Metrics.unmeasured(tick.step(), tick.seconds()));
        }
    }

    private void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stop();
        }
    }

    @Override
    public void stop() {
        stopped = true;
        try {
            context.cancelJobGroup(GROUP);
        } catch (IllegalStateException _) {
            // Spark listens for Ctrl-C too, and was faster.
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
