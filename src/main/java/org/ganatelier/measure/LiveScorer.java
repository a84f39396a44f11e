package org.ganatelier.measure;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.train.Classifier;
import org.ganatelier.train.quality.Score;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Scores images beside a training, on a thread that owns the classifier from its making to its
 * closing. After each score it rests so long that the images and their scores together take at most
 * a twentieth of one core; only the first rests of a run are shorter, as most changes then. Its
 * methods may be called from any thread and never wait.
 */
public final class LiveScorer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveScorer.class);

    /** It rests so many times as long as it worked: of twenty parts of the time it works one. */
    private static final int REST = 19;

    /** The longest first rest of a run; each later one may be twice as long as the one before. */
    private static final long FIRST_REST = 2_000_000_000L;

    /** From here on only the share of the time counts. */
    private static final int LAST_SHORT_REST = 8;

    /** Images to score, and how long it took to have them. */
    private record Request(
            Images images, byte[] asked, long sampledNanos, Consumer<Score> answer) {}

    private final Supplier<Classifier> classifiers;
    private final Supplier<Dataset> heldOut;
    private final Executor thread;
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable Request> pending = new AtomicReference<>();
    private final AtomicInteger rests = new AtomicInteger(LAST_SHORT_REST);
    private volatile long restsUntil;
    private volatile boolean busy;
    private volatile boolean over;
    private volatile boolean failed;

    // Below: the scoring thread only.
    private @Nullable Classifier classifier;
    private @Nullable Scorer scorer;

    /**
     * Nothing is made before the first images come.
     *
     * @param classifiers makes the classifier, which is closed with this
     * @param heldOut gives real images that the classifier did not learn from
     * @param thread runs one task at a time, in order: {@link #thread}, or {@code Runnable::run}
     * @param nanoTime {@code System::nanoTime}
     */
    public LiveScorer(
            Supplier<Classifier> classifiers,
            Supplier<Dataset> heldOut,
            Executor thread,
            LongSupplier nanoTime) {
        this.classifiers = classifiers;
        this.heldOut = heldOut;
        this.thread = thread;
        this.nanoTime = nanoTime;
        restsUntil = nanoTime.getAsLong();
    }

    /** A daemon thread of the lowest priority, which few systems heed: hence the rests. */
    @SuppressWarnings("ThreadPriorityCheck") // a wish: the rests keep the promise
    public static ExecutorService thread() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform()
                        .name("scorer")
                        .daemon()
                        .priority(Thread.MIN_PRIORITY)
                        .factory());
    }

    /**
     * Another run begins: it need not wait for the rest of the last one, and its own first rests
     * are short. What a score of so many images needs is made ready.
     */
    public void begin(int images) {
        rests.set(0);
        restsUntil = nanoTime.getAsLong();
        thread.execute(() -> prepare(images));
    }

    /** Whether it is time for other images: none are being scored, and it has rested enough. */
    public boolean rested() {
        return free() && nanoTime.getAsLong() - restsUntil >= 0;
    }

    /** Whether no images are being scored, so that others can be, rested or not. */
    public boolean free() {
        return !over && !busy;
    }

    /** Whether a score could not be made, after which there are no more. */
    public boolean failed() {
        return failed;
    }

    /**
     * Has images made and answers with their score, on its own thread. Images that wait give way to
     * newer ones; after a failure, which is logged, and after {@link #close} there is no answer.
     *
     * <p>The time from here to the images counts as work, whoever makes them: a large generator
     * takes longer for them than their score does.
     *
     * @param sample makes at least {@link Scorer#FEWEST} images of the classifier's shape, on any
     *     thread
     * @param asked the class that each was asked to be of; empty where none was
     */
    public void ask(Consumer<Consumer<Images>> sample, byte[] asked, Consumer<Score> answer) {
        long begin = nanoTime.getAsLong();
        sample.accept(
                images -> submit(new Request(images, asked, nanoTime.getAsLong() - begin, answer)));
    }

    private void submit(Request request) {
        busy = true;
        pending.set(request);
        thread.execute(this::answerPending);
    }

    /** The top of the scoring thread: training goes on without a score. */
    private void answerPending() {
        Request request = pending.getAndSet(null);
        if (request == null || over) {
            return;
        }
        long begin = nanoTime.getAsLong();
        try {
            Scorer ready = scorer();
            ready.prepare(request.images().count());
            // What is done once, above, must not delay the second score by minutes.
            begin = nanoTime.getAsLong();
            Score score = ready.score(request.images(), request.asked());
            busy = pending.get() != null;
            request.answer().accept(score);
        } catch (Throwable failure) {
            fail(failure);
        } finally {
            long end = nanoTime.getAsLong();
            restsUntil = end + rest(request.sampledNanos() + (end - begin));
        }
    }

    private long rest(long worked) {
        int before = Math.min(rests.getAndIncrement(), LAST_SHORT_REST);
        long share = REST * worked;
        return before < LAST_SHORT_REST ? Math.min(share, FIRST_REST << before) : share;
    }

    private void prepare(int images) {
        if (over) {
            return;
        }
        try {
            scorer().prepare(images);
        } catch (Throwable failure) {
            fail(failure);
        }
    }

    private void fail(Throwable failure) {
        LOG.error("Images could not be scored; there are no more scores", failure);
        over = true;
        failed = true;
    }

    private Scorer scorer() {
        if (scorer == null) {
            classifier = classifiers.get();
            scorer = new Scorer(classifier, heldOut.get());
        }
        return scorer;
    }

    @Override
    public void close() {
        over = true;
        thread.execute(
                () -> {
                    if (classifier != null) {
                        classifier.close();
                        classifier = null;
                    }
                });
    }
}
