package org.ganatelier.train;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.data.Samples;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.ParameterPlan;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.dissection.StepRecording;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Runs that learn nothing and tell only what a test makes them tell: for tests of what happens to
 * the events, never of training.
 */
public final class FakeTrainer implements Trainer {
    private final List<FakeRun> runs = new ArrayList<>();
    private Optional<EngineException> missing = Optional.empty();
    private OptionalDouble speed = OptionalDouble.empty();
    private int trials;
    private @Nullable FakeTrainer stock;

    /** Every run started, oldest first. */
    public List<FakeRun> runs() {
        return runs;
    }

    /** The run started last. */
    public FakeRun run() {
        return runs.getLast();
    }

    /** The same with stock layers, which has runs of its own. */
    @Override
    public FakeTrainer withStockLayers() {
        FakeTrainer known = stock;
        if (known == null) {
            known = new FakeTrainer();
            stock = known;
        }
        return known;
    }

    /** From now on the engine cannot be loaded. */
    public void loseEngine(RunFailure failure) {
        missing = Optional.of(new EngineException(failure));
    }

    @Override
    public EngineInfo warmUp(DoubleConsumer unpacked) {
        missing.ifPresent(
                failure -> {
                    throw failure;
                });
        return new EngineInfo("Fake 1.0", 2);
    }

    @Override
    public Run start(
            Plan plan,
            Dataset data,
            Optional<Checkpoint> from,
            RunOptions options,
            Consumer<RunEvent> listener) {
        var run = new FakeRun(plan, from, options, listener);
        runs.add(run);
        return run;
    }

    /** From now on it says that runs would be so fast. */
    public void tellSpeed(double stepsPerSecond) {
        speed = OptionalDouble.of(stepsPerSecond);
    }

    /** How often it was asked how fast a run would be. */
    public int trials() {
        return trials;
    }

    @Override
    public OptionalDouble stepsPerSecond(
            Plan plan, OptionalInt threads, Duration budget, BooleanSupplier left) {
        trials++;
        return left.getAsBoolean() ? OptionalDouble.empty() : speed;
    }

    @Override
    public Checkpoint beginning(Plan plan) {
        return new Checkpoint(plan.experiment(), 0, 0, Map.of(), Map.of());
    }

    @Override
    public Samples sample(Plan plan, Checkpoint checkpoint, GeneratorInput input, Weights weights) {
        return FakeRun.grey(input.count(), 0);
    }

    @Override
    public LayerOutput compute(
            Plan plan, Checkpoint checkpoint, PlayerInput input, Weights weights) {
        Shape shape = plan.network(input.side()).output().orElseThrow();
        var values = new float[Math.toIntExact(input.count() * shape.size())];
        return new LayerOutput(input.count(), shape, values);
    }

    /** Writes down what it is told to do. */
    public static final class FakeRun implements Run {
        private static final AtomicLong IDS = new AtomicLong();

        private final long id = IDS.incrementAndGet();
        private Plan plan;
        private final Optional<Checkpoint> from;
        private final Consumer<RunEvent> listener;
        private final RunOptions options;
        private final List<String> orders = new ArrayList<>();
        private boolean knowing;
        private Optional<Consumer<Inspection>> inspector = Optional.empty();
        private final Queue<Runnable> samples = new ConcurrentLinkedQueue<>();
        private final List<DiscriminatorInput> scored = new ArrayList<>();
        private final List<DiscriminatorInput> gradients = new ArrayList<>();

        FakeRun(
                Plan plan,
                Optional<Checkpoint> from,
                RunOptions options,
                Consumer<RunEvent> listener) {
            this.plan = plan;
            this.from = from;
            this.listener = listener;
            this.options = options;
            orders.add(options.paused() ? "start paused" : "start");
        }

        /** What it was told to do, speed limits left out. */
        public List<String> orders() {
            return orders;
        }

        /** How it is to train. */
        public RunOptions options() {
            return options;
        }

        /** What it goes on from. */
        public Optional<Checkpoint> from() {
            return from;
        }

        /** From now on there are numbers for all parameters in its checkpoints, all of them 0. */
        public void knowAll() {
            knowing = true;
        }

        /** Tells its state. */
        public void tell(RunEvent.State state) {
            listener.accept(new RunEvent.StateChanged(id, state));
        }

        /** Tells these figures. */
        public void tell(Metrics metrics) {
            listener.accept(new RunEvent.Measured(id, metrics));
        }

        /** Tells the figures of a step. */
        public void measure(long step, Metrics.Sigma... sigmas) {
            listener.accept(
                    new RunEvent.Measured(
                            id,
                            new Metrics(
                                    step,
                                    step / 10.0,
                                    step,
                                    0.7,
                                    1.4,
                                    0.6,
                                    0.4,
                                    640,
                                    Double.NaN,
                                    1e-3,
                                    1e-3,
                                    List.of(sigmas),
                                    Double.NaN,
                                    Double.NaN)));
        }

        /** Tells a preview of 64 images, all pixels of one brightness. */
        public void paintPreview(long step, int brightness) {
            paintPreview(step, brightness, 64);
        }

        /** Tells a preview of so many images, all pixels of one brightness. */
        public void paintPreview(long step, int brightness, int count) {
            listener.accept(new RunEvent.Preview(id, step, grey(count, brightness)));
        }

        /** Tells a preview of the averaged weights and of the weights as they are. */
        public void paintBoth(long step, int averaged, int raw) {
            listener.accept(
                    new RunEvent.Preview(id, step, grey(64, averaged), Optional.of(grey(64, raw))));
        }

        /** Tells a change of G's learning rate. */
        public void tellEdit(long step, String before, String after) {
            LiveSetting rate =
                    LiveSettings.at("training.generatorOptimizer.learningRate").orElseThrow();
            listener.accept(new RunEvent.Edited(id, new Edit(step, rate, before, after)));
        }

        /** Tells a step of one player alone. */
        public void tellStep(long step, Turn turn) {
            listener.accept(new RunEvent.Stepped(id, new PlayerStep(step, turn)));
        }

        /** Tells a step that was taken apart. */
        public void tellDissected(StepRecording recording) {
            listener.accept(new RunEvent.Dissected(id, recording));
        }

        /** Tells its end. */
        public void end(RunEvent.End end) {
            listener.accept(new RunEvent.Ended(id, end));
        }

        @Override
        public long id() {
            return id;
        }

        @Override
        public Plan plan() {
            return plan;
        }

        @Override
        public void resume() {
            orders.add("resume");
        }

        @Override
        public void pause() {
            orders.add("pause");
        }

        @Override
        public void step(Turn turn) {
            orders.add("step " + turn);
        }

        @Override
        public void dissect(Turn turn) {
            orders.add("dissect " + turn);
        }

        @Override
        public void limitSpeed(double stepsPerSecond) {}

        @Override
        public void edit(Plan changed) {
            orders.add("edit");
            plan = changed;
        }

        @Override
        public void showRaw(boolean wanted) {
            orders.add("show raw " + wanted);
        }

        @Override
        public void inspect(Optional<Consumer<Inspection>> wanted) {
            inspector = wanted;
        }

        /** Who looks inside it. */
        public Optional<Consumer<Inspection>> inspector() {
            return inspector;
        }

        @Override
        public void stop() {
            orders.add("stop");
        }

        @Override
        public CompletableFuture<Checkpoint> checkpoint() {
            Map<String, float[]> arrays =
                    knowing ? zeros() : Map.of("generator.0.weight", new float[] {1, 2});
            return CompletableFuture.completedFuture(
                    new Checkpoint(plan.experiment(), 7, 1.5, arrays, new LinkedHashMap<>()));
        }

        private Map<String, float[]> zeros() {
            var all = new LinkedHashMap<String, float[]>();
            for (Side side : Side.values()) {
                List<LayerPlan> layers = plan.network(side).layers();
                for (int i = 0; i < layers.size(); i++) {
                    for (ParameterPlan parameter : layers.get(i).parameters()) {
                        all.put(
                                side.name().toLowerCase(Locale.ROOT)
                                        + "."
                                        + i
                                        + "."
                                        + parameter.name(),
                                new float[Math.toIntExact(parameter.count())]);
                    }
                }
            }
            return all;
        }

        @Override
        public <A> void ask(Question<A> question, Consumer<A> answer) {
            question.putTo(new Answers(), answer);
        }

        /** Its D's logit of a sample is the sample's first value. */
        private static float[] firstValues(DiscriminatorInput input) {
            var logits = new float[input.count()];
            var values = new float[(int) input.samples().shape().size()];
            for (int i = 0; i < logits.length; i++) {
                input.read(i, values, 0);
                logits[i] = values[0];
            }
            return logits;
        }

        /** What D was asked to score, in this order. */
        public List<DiscriminatorInput> scored() {
            return scored;
        }

        /** Of what the gradient of D's score was asked. */
        public List<DiscriminatorInput> gradients() {
            return gradients;
        }

        /** Grey images and zeros, at once; images of {@link Question.GenerateAll} on demand. */
        private final class Answers implements Question.Respondent {
            @Override
            public void generate(GeneratorInput input, Consumer<Samples> answer) {
                answer.accept(grey(input.count(), 128));
            }

            @Override
            public void generateAll(GeneratorInput input, Consumer<Samples> answer) {
                samples.add(() -> answer.accept(grey(input.count(), 128)));
            }

            @Override
            public void score(DiscriminatorInput input, Consumer<float[]> answer) {
                scored.add(input);
                answer.accept(firstValues(input));
            }

            @Override
            public void scoreGradient(DiscriminatorInput input, Consumer<float[]> answer) {
                gradients.add(input);
                int size = (int) input.samples().shape().size();
                var slopes = new float[input.count() * size];
                for (int i = 0; i < slopes.length; i += size) {
                    slopes[i] = 1;
                }
                answer.accept(slopes);
            }

            @Override
            public void activations(PlayerInput input, int layer, Consumer<LayerOutput> answer) {
                var one = new Shape.Flat(1);
                answer.accept(new LayerOutput(input.count(), one, new float[input.count()]));
            }

            @Override
            public void weightsOf(Side side, int layer, Consumer<LayerWeights> answer) {
                answer.accept(
                        new LayerWeights(
                                plan.network(side).layers().get(layer).parameters().stream()
                                        .map(FakeRun::zeros)
                                        .toList()));
            }
        }

        /** Answers the oldest request for a sample that waits; false where there is none. */
        public boolean answerSample() {
            Runnable oldest = samples.poll();
            if (oldest != null) {
                oldest.run();
            }
            return oldest != null;
        }

        @Override
        public void close() {
            orders.add("close");
        }

        private static LayerWeights.Named zeros(ParameterPlan plan) {
            return new LayerWeights.Named(plan, new float[Math.toIntExact(plan.count())]);
        }

        private static Images grey(int count, int brightness) {
            var pixels = new byte[count * 28 * 28];
            Arrays.fill(pixels, (byte) brightness);
            return new Images(count, new Shape.Image(28, 28, 1), pixels);
        }
    }
}
