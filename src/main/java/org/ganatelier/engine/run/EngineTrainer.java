package org.ganatelier.engine.run;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.data.Points;
import org.ganatelier.data.Samples;
import org.ganatelier.engine.gan.Game;
import org.ganatelier.engine.gan.GameState;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.network.Inference;
import org.ganatelier.engine.network.LayerMaker;
import org.ganatelier.engine.network.Network;
import org.ganatelier.engine.stock.StockLayers;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.memory.RunMemory;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.EngineInfo;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.LayerOutput;
import org.ganatelier.train.PlayerInput;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunOptions;
import org.ganatelier.train.Trainer;
import org.ganatelier.train.Weights;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** Trains on this machine's processor, with ND4J's native operations. */
public final class EngineTrainer implements Trainer {
    /** A run that is only tried takes at most this part of the memory. */
    private static final int SHARE_FOR_TRIALS = 3;

    /** The first trial takes so many times its budget, as Java has compiled nothing yet. */
    private static final int FIRST_TRIAL = 5;

    private final LayerMaker layers;
    private final String suffix;
    private final AtomicLong runs = new AtomicLong();
    private final AtomicReference<@Nullable EngineRun> newest = new AtomicReference<>();
    private final AtomicBoolean tried = new AtomicBoolean();

    /** Trains with the program's own layers. */
    public EngineTrainer() {
        this(LayerMaker.own(), "");
    }

    /**
     * @param layers makes what computes the layers of a run
     * @param suffix of the engine's name
     */
    private EngineTrainer(LayerMaker layers, String suffix) {
        this.layers = layers;
        this.suffix = suffix;
    }

    @Override
    public EngineInfo warmUp(DoubleConsumer unpacked) {
        EngineInfo info = Natives.load(Natives.DEFAULT_THREADS, unpacked);
        return new EngineInfo(info.name() + suffix, Cores.standard());
    }

    @Override
    public Trainer withStockLayers() {
        return new EngineTrainer(StockLayers.maker(), " (stock)");
    }

    @Override
    public Run start(
            Plan plan,
            Dataset data,
            Optional<Checkpoint> from,
            RunOptions options,
            Consumer<RunEvent> listener) {
        if (!data.shape().equals(plan.experiment().data().shape())) {
            throw new IllegalArgumentException(
                    "The images are " + data.shape() + ", not " + plan.experiment().data().shape());
        }
        EngineRun before = newest.get();
        CompletableFuture<Void> room =
                before == null ? CompletableFuture.completedFuture(null) : before.room();
        var run =
                new EngineRun(
                        runs.incrementAndGet(), plan, data, layers, from, options, room, listener);
        newest.set(run);
        run.start();
        return run;
    }

    @Override
    public Checkpoint beginning(Plan plan) {
        Natives.load(Natives.DEFAULT_THREADS);
        Experiment experiment = plan.experiment();
        // No image is asked for.
        Dataset none = blank(experiment.data().shape());
        try (var game = new Game(plan, none)) {
            var arrays = new LinkedHashMap<String, float[]>();
            game.arrays().forEach((name, values) -> arrays.put(name, values.clone()));
            return new Checkpoint(experiment, 0, 0, arrays, game.counters());
        }
    }

    private static Dataset blank(Shape shape) {
        Samples one =
                switch (shape) {
                    case Shape.Image image ->
                            new Images(1, image, new byte[Math.toIntExact(image.size())]);
                    case Shape.Flat flat -> new Points(1, flat, new float[flat.units()]);
                };
        return Dataset.of(one, Optional.empty());
    }

    @Override
    public OptionalDouble stepsPerSecond(
            Plan plan, OptionalInt threads, Duration budget, BooleanSupplier left) {
        if (!canBeTried(plan, Runtime.getRuntime().maxMemory())) {
            return OptionalDouble.empty();
        }
        Natives.load(Natives.DEFAULT_THREADS);
        Duration time = tried.get() ? budget : budget.multipliedBy(FIRST_TRIAL);
        int used = threads.orElseGet(Cores::standard);
        OptionalDouble rate = SpeedTrial.of(plan, layers, used, time, left);
        if (rate.isPresent()) {
            tried.set(true);
        }
        return rate;
    }

    /** A trial takes steps and nothing else. */
    static boolean canBeTried(Plan plan, long memory) {
        return RunMemory.ofSteps(plan).heap() <= memory / SHARE_FOR_TRIALS;
    }

    @Override
    public Samples sample(Plan plan, Checkpoint checkpoint, GeneratorInput input, Weights weights) {
        Natives.load(Natives.DEFAULT_THREADS);
        try (var generator = new Network(plan.generator())) {
            GameState.write(checkpoint.arrays(), Side.GENERATOR, generator, weights);
            return Inference.samples(
                    generator,
                    plan.experiment().data().shape(),
                    input,
                    plan.experiment().training().mostAsked());
        }
    }

    @Override
    public LayerOutput compute(
            Plan plan, Checkpoint checkpoint, PlayerInput input, Weights weights) {
        Natives.load(Natives.DEFAULT_THREADS);
        NetworkPlan asked = plan.network(input.side());
        try (var network = new Network(asked)) {
            GameState.write(checkpoint.arrays(), input.side(), network, weights);
            return Inference.activations(
                    network,
                    asked.layers().size() - 1,
                    asked.output().orElseThrow(),
                    input,
                    Inference.MOST);
        }
    }
}
