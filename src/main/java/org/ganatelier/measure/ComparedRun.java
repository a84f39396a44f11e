package org.ganatelier.measure;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Samples;
import org.ganatelier.train.quality.Variety;
import org.ganatelier.train.quality.VarietyPoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The samples that a run shows, compared with each other and with real ones again and again while
 * it trains. They are made of fixed noise. As with {@link LiveScorer}, what it costs stays below a
 * twentieth of one core, but for the first seconds. Asked by one thread.
 */
public final class ComparedRun {
    private static final Logger LOG = LoggerFactory.getLogger(ComparedRun.class);

    /** It rests so many times as long as it worked. */
    private static final int REST = 19;

    /** More often than every second nothing changes that anybody could see. */
    private static final long LEAST_REST = 1_000_000_000L;

    private final Supplier<Dataset> data;
    private final Executor thread;
    private final LongSupplier nanoTime;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile long restsUntil;
    private long newest;

    // Below: the measuring thread only.
    private @Nullable Comparison comparison;
    private long searchesAgain;

    /**
     * @param data that the run learns from; read when it shows samples
     * @param thread runs one task at a time: {@link LiveScorer#thread}, or {@code Runnable::run}
     * @param nanoTime {@code System::nanoTime}
     */
    public ComparedRun(Supplier<Dataset> data, Executor thread, LongSupplier nanoTime) {
        this.data = data;
        this.thread = thread;
        this.nanoTime = nanoTime;
        restsUntil = nanoTime.getAsLong();
        searchesAgain = restsUntil;
    }

    /**
     * The run has shown samples: compares them, unless it has not rested enough.
     *
     * @param step at which they were made
     * @param answer hears it on the measuring thread; not at all where it fails, which is logged
     */
    public void shown(long step, Samples made, Consumer<VarietyPoint> answer) {
        if (step > newest
                && nanoTime.getAsLong() - restsUntil >= 0
                && busy.compareAndSet(false, true)) {
            newest = step;
            thread.execute(() -> compare(step, made, answer));
        }
    }

    private void compare(long step, Samples made, Consumer<VarietyPoint> answer) {
        try {
            Comparison ready = comparison(made.count());
            long begin = nanoTime.getAsLong();
            boolean search = begin - searchesAgain >= 0;
            Variety variety = search ? ready.withReal(made) : ready.among(made);
            long worked = nanoTime.getAsLong() - begin;
            if (search) {
                searchesAgain = begin + REST * worked;
            }
            restsUntil = begin + Math.max(LEAST_REST, search ? 0 : REST * worked);
            busy.set(false);
            answer.accept(new VarietyPoint(step, variety, ready.real()));
        } catch (RuntimeException failure) {
            // Still busy: it is not tried again.
            LOG.error("Samples could not be compared", failure);
        }
    }

    private Comparison comparison(int count) {
        if (comparison == null) {
            comparison = new Comparison(data.get(), count);
        }
        return comparison;
    }
}
