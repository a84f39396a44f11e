package org.ganatelier.engine.run;

import org.ganatelier.data.Samples;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.network.Network;
import org.ganatelier.engine.network.Sampling;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.GeneratorInput;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A second generator that only makes images, on a thread of its own, with the weights of the newest
 * snapshot. Its methods may be called from any thread and never wait.
 */
final class Painter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Painter.class);

    /** As many as in a preview: a latent slider can wait for that. */
    private static final int PART = 64;

    private record Request(GeneratorInput input, Consumer<Samples> answer) {}

    private record Sample(GeneratorInput input, Snapshot weights, Consumer<Samples> answer) {}

    private final Plan plan;
    private final ExecutorService thread;
    private final AtomicReference<@Nullable Snapshot> newest = new AtomicReference<>();
    private final AtomicReference<@Nullable Request> pending = new AtomicReference<>();
    private volatile boolean hasWeights;
    private volatile boolean previewing;
    private volatile long previewNanos;

    // Below: made and used by the painting thread.
    private @Nullable Network generator;
    private @Nullable Snapshot loaded;
    private boolean released;

    Painter(Plan plan, String threadName) {
        this(
                plan,
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name(threadName).daemon().factory()));
    }

    /**
     * @param thread does one task at a time, in order
     */
    Painter(Plan plan, ExecutorService thread) {
        this.plan = plan;
        this.thread = thread;
    }

    /** Weights to paint with from now on. */
    void update(Snapshot snapshot) {
        newest.set(snapshot);
        hasWeights = true;
        if (pending.get() != null) {
            submit(this::answerPending);
        }
    }

    /** Answers once there are weights; a newer request replaces one that has not begun. */
    void paint(GeneratorInput input, Consumer<Samples> answer) {
        pending.set(new Request(input, answer));
        if (hasWeights) {
            submit(this::answerPending);
        }
    }

    /**
     * Paints with weights that were handed over before; every call is answered, in order.
     *
     * @param other weights to paint a second picture with, beside the first
     */
    void preview(
            GeneratorInput input,
            Optional<Snapshot> other,
            BiConsumer<Samples, Optional<Samples>> answer) {
        previewing = true;
        submit(
                () -> {
                    long begin = System.nanoTime();
                    Samples first = samples(input);
                    answer.accept(first, other.map(snapshot -> samples(snapshot, input)));
                    previewNanos = System.nanoTime() - begin;
                    previewing = false;
                });
    }

    /**
     * Paints with weights that were handed over before; every call is answered, but whatever else
     * is asked for need not wait until it is done.
     */
    void sample(GeneratorInput input, Consumer<Samples> answer) {
        submit(
                () -> {
                    var weights = Objects.requireNonNull(newest.get(), "No weights yet");
                    paintPart(new Sample(input, weights, answer), Optional.empty());
                });
    }

    /** Paints the next part and comes back for the rest later. */
    private void paintPart(Sample sample, Optional<Samples> before) {
        int size = plan.experiment().latentSize();
        int count = sample.input.noise().length / size;
        int from = before.map(Samples::count).orElse(0);
        int to = Math.min(count, from + PART);
        Samples part = samples(sample.weights, sample.input.part(from, to, size));
        Samples all = before.map(done -> done.and(part)).orElse(part);
        if (to < count) {
            submit(() -> paintPart(sample, Optional.of(all)));
        } else {
            sample.answer.accept(all);
        }
    }

    /** Whether a preview is on its way. */
    boolean previewing() {
        return previewing;
    }

    /** How long the last preview took; 0 before the first. */
    long previewNanos() {
        return previewNanos;
    }

    private void answerPending() {
        Request request = pending.getAndSet(null);
        if (request != null) {
            request.answer().accept(samples(request.input()));
        }
    }

    private Samples samples(GeneratorInput input) {
        return samples(Objects.requireNonNull(newest.get(), "No weights yet"), input);
    }

    private Samples samples(Snapshot snapshot, GeneratorInput input) {
        if (generator == null) {
            // One thread: the others are training.
            Natives.load(1);
            generator = new Network(plan.generator());
        }
        if (!snapshot.equals(loaded)) {
            snapshot.writeTo(generator);
            loaded = snapshot;
        }
        return Sampling.samples(generator, plan.experiment().data().shape(), input);
    }

    private void submit(Runnable task) {
        try {
            thread.execute(() -> run(task));
        } catch (RejectedExecutionException closed) {
            LOG.debug("A picture was asked for after the run was closed", closed);
        }
    }

    /**
     * The top of the painting thread: a failed picture is missed by nobody as much as a run would
     * be. A task may still come between the release of the network and the end of this thread: it
     * would write to memory that is no longer ours.
     */
    private void run(Runnable task) {
        if (released) {
            return;
        }
        try {
            task.run();
        } catch (Throwable failure) {
            LOG.error("A picture could not be made", failure);
            previewing = false;
        }
    }

    @Override
    public void close() {
        submit(
                () -> {
                    released = true;
                    if (generator != null) {
                        generator.close();
                    }
                });
        thread.shutdown();
    }
}
