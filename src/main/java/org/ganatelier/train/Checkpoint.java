package org.ganatelier.train;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A copy of all that a run has learnt: enough to go on with the same bits. Immutable by agreement:
 * nobody writes to the arrays.
 *
 * @param experiment as it was at that step, edits included
 * @param step steps done
 * @param seconds of training so far
 * @param arrays weights, running statistics and optimizer state by name, such as {@code
 *     generator.0.weight}, in a fixed order
 * @param counters of the random streams and the optimizers, by name
 * @param interventions what was done to the run while it went on
 * @param threads of the engine, in every step; empty where that changed on the way. The last bits
 *     of sums depend on them
 */
public record Checkpoint(
        Experiment experiment,
        long step,
        double seconds,
        Map<String, float[]> arrays,
        Map<String, Long> counters,
        Interventions interventions,
        OptionalInt threads) {
    public Checkpoint {
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
        counters = Collections.unmodifiableMap(new LinkedHashMap<>(counters));
    }

    /** Of a run on one thread that was left alone. */
    public Checkpoint(
            Experiment experiment,
            long step,
            double seconds,
            Map<String, float[]> arrays,
            Map<String, Long> counters) {
        this(experiment, step, seconds, arrays, counters, Interventions.NONE, OptionalInt.of(1));
    }

    /**
     * What {@link #arrays} calls the moving average of a parameter.
     *
     * @param name what it calls the parameter itself
     */
    public static String averageOf(String name) {
        return name + ".average";
    }

    /**
     * The numbers of a layer's parameter.
     *
     * @param layer its index in the network
     * @param parameter its name in the layer, as the plan has it
     * @param weights of which kind, where the run keeps an average of the parameter
     * @return the array itself; empty where the run has no such parameter
     */
    public Optional<float[]> values(Side side, int layer, String parameter, Weights weights) {
        String network =
                switch (side) {
                    case GENERATOR -> "generator";
                    case DISCRIMINATOR -> "discriminator";
                };
        String name = network + "." + layer + "." + parameter;
        Optional<float[]> raw = Optional.ofNullable(arrays.get(name));
        return switch (weights) {
            case RAW -> raw;
            case AVERAGED -> Optional.ofNullable(arrays.get(averageOf(name))).or(() -> raw);
        };
    }

    /** Edits made while the run went on, in order. */
    public List<Edit> edits() {
        return interventions.edits();
    }

    /**
     * The experiment that the run began with.
     *
     * @throws IllegalArgumentException where the edits hold values that cannot be
     */
    public Experiment beginning() {
        Experiment result = experiment;
        for (Edit edit : edits().reversed()) {
            result = edit.undoIn(result);
        }
        return result;
    }
}
