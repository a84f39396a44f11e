package org.ganatelier.spark;

import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.ganatelier.sweep.ClusterException;
import org.ganatelier.sweep.ClusterException.Reason;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Notices when a cluster would let us wait for ever: jobs of a context that has stopped never end,
 * and executors that die at once are started anew without end.
 */
final class Watch extends SparkListener {
    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();
    private static final int MOST_LOST = 5;

    /** What an application is called that no master has named. */
    private static final String NO_ID = "spark-application";

    private final SparkContext context;
    private final long begin = System.nanoTime();
    private final AtomicInteger lost = new AtomicInteger();
    private volatile boolean served;

    Watch(SparkContext context) {
        this.context = context;
        context.addSparkListener(this);
    }

    @Override
    public void onExecutorAdded(SparkListenerExecutorAdded added) {
        served = true;
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        lost.incrementAndGet();
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd ended) {
        if (ended.taskInfo().successful()) {
            lost.set(0);
        }
    }

    /**
     * Looks at what was heard.
     *
     * @throws ClusterException where there is nothing to wait for
     */
    void requireLife() throws ClusterException {
        if (context.isStopped()) {
            throw problem(whyStopped());
        }
        if (lost.get() >= MOST_LOST) {
            throw problem(Reason.EXECUTORS_END);
        }
        if (!isServed() && System.nanoTime() - begin > PATIENCE) {
            throw problem(Reason.NO_EXECUTORS);
        }
    }

    private Reason whyStopped() {
        if (isServed()) {
            return Reason.ENDED;
        }
        // A master that gives up on us after ten tries to start an executor has given us an id.
        boolean known = !context.applicationId().startsWith(NO_ID);
        return known ? Reason.EXECUTORS_END : Reason.UNREACHABLE;
    }

    /** Executors may have come before anybody listened. */
    private boolean isServed() {
        if (!served
                && !context.isStopped()
                && (context.isLocal() || context.statusTracker().getExecutorInfos().length > 1)) {
            served = true;
        }
        return served;
    }

    private ClusterException problem(Reason reason) {
        return new ClusterException(reason, context.master());
    }
}
