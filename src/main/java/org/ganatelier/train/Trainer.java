package org.ganatelier.train;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Samples;
import org.ganatelier.plan.model.Plan;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** An engine that trains experiments. Safe to call from any thread. */
public interface Trainer {
    /**
     * Loads the engine's native libraries, once; later calls return at once. Takes a second, or
     * several where they must be unpacked first. {@link #start} does it too, on the run's own
     * thread.
     *
     * @param unpacked hears which share of them is unpacked, 0 to 1, now and then and on another
     *     thread; nothing where all are
     * @throws EngineException where the engine cannot run on this machine
     */
    EngineInfo warmUp(DoubleConsumer unpacked);

    /**
     * The same engine with the layers of the library that it stands on in place of its own: much
     * slower, to compare. A run of a layer that the library lacks ends with {@link
     * RunFailure.UnsupportedByStock}. An engine without any of its own is that already.
     */
    default Trainer withStockLayers() {
        return this;
    }

    /**
     * Starts a run on a thread of its own and returns at once.
     *
     * @param plan of a ready experiment
     * @param data real images of the experiment's shape
     * @param from where to go on, or empty to begin with fresh weights
     * @param listener receives the events in order, on the run's threads, and must not block;
     *     exactly one {@link RunEvent.Ended} comes, last
     */
    Run start(
            Plan plan,
            Dataset data,
            Optional<Checkpoint> from,
            RunOptions options,
            Consumer<RunEvent> listener);

    /**
     * A run of no steps: initial weights of both networks, and optimizers that have seen nothing.
     * The same experiment gives the same bits, those that a run of it begins with.
     *
     * @param plan of a ready experiment
     */
    Checkpoint beginning(Plan plan);

    /**
     * How fast a run of this would go on this machine, from a few steps of one that is thrown away.
     * Takes as long as it is given, and longer only where steps are slow.
     *
     * @param plan of a ready experiment
     * @param threads of the engine; empty: its own choice
     * @param budget the usual time
     * @param left whether nobody waits for the answer any more; asked often
     * @return steps in a second; empty where it was left, where the run would take much of the
     *     memory, or where the engine cannot tell
     */
    default OptionalDouble stepsPerSecond(
            Plan plan, OptionalInt threads, Duration budget, BooleanSupplier left) {
        return OptionalDouble.empty();
    }

    /** Samples of a trained generator, in its inference mode. */
    Samples sample(Plan plan, Checkpoint checkpoint, GeneratorInput input, Weights weights);

    /**
     * What a trained network computes in its inference mode: what comes out of its last layer, of a
     * generator before it is rounded to pixels, of a discriminator its logits. A discriminator that
     * compares the samples of a batch with each other compares 64 at a time.
     *
     * @param weights which of the generator's, where the run kept an average
     */
    LayerOutput compute(Plan plan, Checkpoint checkpoint, PlayerInput input, Weights weights);

    /**
     * Samples of a trained generator; where it is told classes, of all classes in turn.
     *
     * @param seed of the noise: the same seed gives the same images
     */
    default Samples sample(
            Plan plan, Checkpoint checkpoint, int count, long seed, Weights weights) {
        return sample(
                plan, checkpoint, GeneratorInput.sampled(plan.experiment(), count, seed), weights);
    }

    /** With averaged weights where the run kept an average. */
    default Samples sample(Plan plan, Checkpoint checkpoint, int count, long seed) {
        return sample(plan, checkpoint, count, seed, Weights.AVERAGED);
    }
}
