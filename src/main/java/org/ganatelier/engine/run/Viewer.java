package org.ganatelier.engine.run;

import org.ganatelier.data.Samples;
import org.ganatelier.engine.network.Inference;
import org.ganatelier.engine.network.Network;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.DiscriminatorInput;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.LayerOutput;
import org.ganatelier.train.LayerWeights;
import org.ganatelier.train.PlayerInput;
import org.ganatelier.train.Question;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Answers questions about a run on a thread of its own, with second networks that have the weights
 * of the newest snapshots. Its methods may be called from any thread and never wait.
 */
final class Viewer implements Question.Respondent, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Viewer.class);

    /** As many as in a preview: a latent slider can wait for that. */
    private static final int PART = 64;

    /**
     * A question that has not been answered.
     *
     * @param about the network it is about
     */
    private record Asked(Side about, Consumer<Snapshots> work) {
        boolean aboutDiscriminator() {
            return about == Side.DISCRIMINATOR;
        }

        boolean canBeAnswered(Snapshots from) {
            return !aboutDiscriminator() || from.discriminator().isPresent();
        }
    }

    /** The kind of a question about one layer. */
    private record LayerKind(Side side, int layer) {}

    /** The kind of a question about a layer's numbers. */
    private record WeightsKind(Side side, int layer) {}

    private final Plan plan;
    private final ExecutorService thread;
    private final AtomicReference<@Nullable Snapshots> newest = new AtomicReference<>();

    /** By kind: of each, the newest. */
    private final Map<Object, Asked> pending = new ConcurrentHashMap<>();

    private volatile boolean discriminatorWanted;
    private volatile boolean previewing;
    private volatile long previewNanos;

    // Below: the viewer's thread only.
    private final NetworkCopy generator;
    private final NetworkCopy discriminator;
    private boolean released;

    Viewer(Plan plan, String threadName) {
        this(
                plan,
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name(threadName).daemon().factory()));
    }

    /**
     * @param thread does one task at a time, in order
     */
    Viewer(Plan plan, ExecutorService thread) {
        this.plan = plan;
        this.thread = thread;
        generator = new NetworkCopy(plan.generator());
        discriminator = new NetworkCopy(plan.discriminator());
    }

    /** What to answer from, from now on. */
    void update(Snapshots snapshots) {
        newest.set(snapshots);
        pending.keySet().forEach(kind -> submit(() -> answer(kind)));
    }

    /** Answers from now on what is asked about D from a state that nobody writes to any more. */
    void update(Snapshot ofDiscriminator) {
        Snapshots now = newest.get();
        if (now != null && now.discriminator().isEmpty()) {
            update(new Snapshots(now.generator(), Optional.of(ofDiscriminator)));
        }
    }

    /** Whether D has been asked about since this was last called. */
    boolean takeDiscriminatorWanted() {
        boolean wanted = discriminatorWanted;
        discriminatorWanted = false;
        return wanted;
    }

    /** Whether a question about D waits until {@link #update} brings it. */
    boolean lacksDiscriminator() {
        Snapshots now = newest.get();
        boolean there = now != null && now.discriminator().isPresent();
        return !there && pending.values().stream().anyMatch(Asked::aboutDiscriminator);
    }

    @Override
    public void generate(GeneratorInput input, Consumer<Samples> answer) {
        ask(
                Question.Generate.class,
                new Asked(Side.GENERATOR, from -> answer.accept(samples(from.generator(), input))));
    }

    @Override
    public void generateAll(GeneratorInput input, Consumer<Samples> answer) {
        // A kind of its own: nothing overtakes it.
        ask(
                new Object(),
                new Asked(
                        Side.GENERATOR,
                        from -> answerPart(input, from.generator(), answer, Optional.empty())));
    }

    @Override
    public void score(DiscriminatorInput input, Consumer<float[]> answer) {
        requireDataShape(input);
        ask(
                Question.Score.class,
                new Asked(
                        Side.DISCRIMINATOR,
                        from ->
                                answer.accept(
                                        Inference.scores(
                                                network(Side.DISCRIMINATOR, from),
                                                input,
                                                most()))));
    }

    @Override
    public void scoreGradient(DiscriminatorInput input, Consumer<float[]> answer) {
        requireDataShape(input);
        ask(
                Question.ScoreGradient.class,
                new Asked(
                        Side.DISCRIMINATOR,
                        from ->
                                answer.accept(
                                        Inference.scoreGradients(
                                                network(Side.DISCRIMINATOR, from),
                                                input,
                                                most()))));
    }

    @Override
    public void activations(PlayerInput input, int layer, Consumer<LayerOutput> answer) {
        if (input instanceof DiscriminatorInput samples) {
            requireDataShape(samples);
        }
        NetworkPlan stack = plan.network(input.side());
        Objects.checkIndex(layer, stack.layers().size());
        Shape shape = stack.layers().get(layer).output().orElseThrow();
        ask(
                new LayerKind(input.side(), layer),
                new Asked(
                        input.side(),
                        from ->
                                answer.accept(
                                        Inference.activations(
                                                network(input.side(), from),
                                                layer,
                                                shape,
                                                input,
                                                most()))));
    }

    @Override
    public void weightsOf(Side side, int layer, Consumer<LayerWeights> answer) {
        NetworkPlan stack = plan.network(side);
        Objects.checkIndex(layer, stack.layers().size());
        LayerPlan asked = stack.layers().get(layer);
        ask(
                new WeightsKind(side, layer),
                new Asked(side, from -> answer.accept(network(side, from).weights(layer, asked))));
    }

    private void requireDataShape(DiscriminatorInput input) {
        Shape shape = plan.experiment().data().shape();
        if (!input.samples().shape().equals(shape)) {
            throw new IllegalArgumentException(
                    "D looks at " + shape + ", not at " + input.samples().shape());
        }
    }

    /** Answers once there are weights; a newer question replaces one that has not begun. */
    private void ask(Object kind, Asked question) {
        pending.put(kind, question);
        if (question.aboutDiscriminator()) {
            discriminatorWanted = true;
        }
        submit(() -> answer(kind));
    }

    private void answer(Object kind) {
        Asked question = pending.get(kind);
        Snapshots from = newest.get();
        if (question != null
                && from != null
                && question.canBeAnswered(from)
                && pending.remove(kind, question)) {
            question.work().accept(from);
        }
    }

    /**
     * Makes samples of fixed noise with weights that were handed over before; every call is
     * answered, in order.
     *
     * @param other weights to make others with, beside the first
     */
    void preview(
            GeneratorInput input,
            Optional<Snapshot> other,
            BiConsumer<Samples, Optional<Samples>> answer) {
        previewing = true;
        submit(
                () -> {
                    long begin = System.nanoTime();
                    Snapshots from = Objects.requireNonNull(newest.get(), "No weights yet");
                    Samples first = samples(from.generator(), input);
                    answer.accept(first, other.map(weights -> samples(weights, input)));
                    previewNanos = System.nanoTime() - begin;
                    previewing = false;
                });
    }

    /** Makes the next part and comes back for the rest later. */
    private void answerPart(
            GeneratorInput input,
            Snapshot weights,
            Consumer<Samples> answer,
            Optional<Samples> before) {
        int from = before.map(Samples::count).orElse(0);
        int to = Math.min(input.count(), from + PART);
        Samples part = samples(weights, input.part(from, to));
        Samples all = before.map(done -> done.and(part)).orElse(part);
        if (to < input.count()) {
            submit(() -> answerPart(input, weights, answer, Optional.of(all)));
        } else {
            answer.accept(all);
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

    private Samples samples(Snapshot weights, GeneratorInput input) {
        return Inference.samples(
                generator.with(weights), plan.experiment().data().shape(), input, most());
    }

    /** Samples at once. */
    private int most() {
        return plan.experiment().training().mostAsked();
    }

    private Network network(Side side, Snapshots from) {
        return switch (side) {
            case GENERATOR -> generator.with(from.generator());
            case DISCRIMINATOR -> discriminator.with(from.discriminator().orElseThrow());
        };
    }

    private void submit(Runnable task) {
        try {
            thread.execute(() -> run(task));
        } catch (RejectedExecutionException closed) {
            LOG.debug("Something was asked after the run was closed", closed);
        }
    }

    /**
     * The top of the viewer's thread: an answer that fails is missed by nobody as much as a run
     * would be. A task may still come between the release of the networks and the end of this
     * thread: it would write to memory that is no longer ours.
     */
    private void run(Runnable task) {
        if (released) {
            return;
        }
        try {
            task.run();
        } catch (Throwable failure) {
            LOG.error("A question could not be answered", failure);
            previewing = false;
        }
    }

    @Override
    public void close() {
        submit(
                () -> {
                    released = true;
                    generator.close();
                    discriminator.close();
                });
        thread.shutdown();
    }
}
