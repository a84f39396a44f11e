package org.ganatelier.engine.gan;

import org.ganatelier.engine.network.Network;
import org.ganatelier.engine.optimizer.Optimizer;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.train.DropoutMasks;
import org.ganatelier.train.EngineException;
import org.ganatelier.train.RunFailure;
import org.ganatelier.train.Weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names in a checkpoint of all that a game has to remember. */
public final class GameState {
    public static final String STEPS = "steps";

    private static final String NOISE = "noise";
    private static final String DROPOUT = "dropout";
    private static final String INSTANCE_NOISE = "instance-noise";
    private static final String PENALTY = "penalty";
    private static final String LABELS = "labels";
    private static final String IMAGES = "images";
    private static final String GENERATOR = "generator";
    private static final String DISCRIMINATOR = "discriminator";
    private static final String UPDATES = ".updates";
    private static final String AVERAGE = "generator.average.updates";

    private GameState() {}

    /** How far everything that counts has come. */
    static Map<String, Long> counters(Game game) {
        var counters = new LinkedHashMap<String, Long>();
        counters.put(STEPS, game.steps());
        counters.put(NOISE, game.noise.count());
        counters.put(DROPOUT, game.dropout.count());
        game.masks().writeTo(counters);
        counters.put(INSTANCE_NOISE, game.instanceNoise.count());
        counters.put(PENALTY, game.penalty.count());
        if (game.labels.told()) {
            counters.put(LABELS, game.labels.draws().count());
        }
        counters.put(IMAGES, game.batches.drawn());
        counters.put(GENERATOR + UPDATES, game.generatorOptimizer.updates());
        counters.put(DISCRIMINATOR + UPDATES, game.discriminatorOptimizer.updates());
        game.average().ifPresent(average -> counters.put(AVERAGE, average.updates()));
        return counters;
    }

    /** Weights, statistics and optimizer state: the arrays themselves, not copies. */
    static Map<String, float[]> arrays(Game game) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        collect(GENERATOR, game.generator, game.generatorOptimizer, arrays);
        collect(DISCRIMINATOR, game.discriminator, game.discriminatorOptimizer, arrays);
        game.average().ifPresent(average -> arrays.putAll(average.arrays(GENERATOR)));
        return arrays;
    }

    private static void collect(
            String side, Network network, Optimizer optimizer, Map<String, float[]> arrays) {
        int trained = 0;
        for (Network.Named named : network.parameters()) {
            String name = side + "." + named.name();
            arrays.put(name, named.parameter().value().heap());
            if (named.parameter().trained()) {
                for (var memory : optimizer.memory().entrySet()) {
                    arrays.put(name + "." + memory.getKey(), memory.getValue().get(trained));
                }
                trained++;
            }
        }
    }

    /**
     * All but the average.
     *
     * @throws EngineException if something is missing, of another size or of a later program
     */
    static void restore(Game game, Map<String, float[]> saved, Map<String, Long> counters) {
        game.drawMasks(DropoutMasks.of(counters));
        for (Network network : List.of(game.generator, game.discriminator)) {
            // The heap side becomes the newest, so that the copies below reach the native side too.
            network.parameters().forEach(named -> named.parameter().value().heapToWrite());
        }
        var wanted = new LinkedHashMap<String, float[]>();
        collect(GENERATOR, game.generator, game.generatorOptimizer, wanted);
        collect(DISCRIMINATOR, game.discriminator, game.discriminatorOptimizer, wanted);
        wanted.forEach((name, target) -> copy(name, Optional.ofNullable(saved.get(name)), target));
        game.noise.skipTo(counters.getOrDefault(NOISE, 0L));
        game.dropout.skipTo(counters.getOrDefault(DROPOUT, 0L));
        game.instanceNoise.skipTo(counters.getOrDefault(INSTANCE_NOISE, 0L));
        game.penalty.skipTo(counters.getOrDefault(PENALTY, 0L));
        game.labels.draws().skipTo(counters.getOrDefault(LABELS, 0L));
        game.batches.skipTo(counters.getOrDefault(IMAGES, 0L));
        game.generatorOptimizer.setUpdates(counters.getOrDefault(GENERATOR + UPDATES, 0L));
        game.discriminatorOptimizer.setUpdates(counters.getOrDefault(DISCRIMINATOR + UPDATES, 0L));
    }

    /** The average, where one was saved. */
    static void restore(Average average, Map<String, float[]> saved, Map<String, Long> counters) {
        Long updates = counters.get(AVERAGE);
        if (updates != null) {
            average.arrays(GENERATOR)
                    .forEach(
                            (name, target) ->
                                    copy(name, Optional.ofNullable(saved.get(name)), target));
            average.setUpdates(updates);
        }
    }

    /**
     * Gives a network the weights of a checkpoint.
     *
     * @param weights of which kind, where an average of the side's weights was saved
     * @throws EngineException if something is missing or of another size
     */
    public static void write(
            Map<String, float[]> saved, Side side, Network network, Weights weights) {
        String prefix =
                switch (side) {
                    case GENERATOR -> GENERATOR;
                    case DISCRIMINATOR -> DISCRIMINATOR;
                };
        for (Network.Named named : network.parameters()) {
            String name = prefix + "." + named.name();
            float[] raw = saved.get(name);
            float[] shown =
                    switch (weights) {
                        case RAW -> raw;
                        case AVERAGED -> saved.getOrDefault(Average.name(prefix, named), raw);
                    };
            copy(name, Optional.ofNullable(shown), named.parameter().value().heapToWrite());
        }
    }

    private static void copy(String name, Optional<float[]> source, float[] target) {
        float[] values =
                source.filter(found -> found.length == target.length)
                        .orElseThrow(() -> new EngineException(new RunFailure.UnfitState(name)));
        System.arraycopy(values, 0, target, 0, target.length);
    }
}
