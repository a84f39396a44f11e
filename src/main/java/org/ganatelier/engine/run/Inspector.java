package org.ganatelier.engine.run;

import org.ganatelier.engine.gan.Game;
import org.ganatelier.engine.gan.StepWatcher;
import org.ganatelier.engine.layers.Parameter;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.engine.network.Network;
import org.ganatelier.engine.optimizer.Sums;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Inspection;
import org.ganatelier.train.LayerFigures;
import org.ganatelier.train.Spread;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Measures what the layers of both networks hold during one step: of a player that is updated
 * several times, at its first update. It reads only. The training thread only.
 */
final class Inspector implements StepWatcher {
    private final Game game;
    private final Plan plan;
    private final Map<Side, List<LayerSpread>> outputs = new EnumMap<>(Side.class);
    private final Map<Side, List<Before>> before = new EnumMap<>(Side.class);
    private final Map<Side, List<Optional<LayerFigures.Trained>>> trained =
            new EnumMap<>(Side.class);

    private long nanos;

    /** What comes out of a layer. */
    private record LayerSpread(Spread activations, double resting) {}

    /** A layer that is about to be updated: copies of its weights, and what is known of them. */
    private record Before(
            List<Parameter> parameters, List<float[]> values, Spread weights, Spread gradients) {}

    Inspector(Game game, Plan plan) {
        this.game = game;
        this.plan = plan;
    }

    @Override
    public void made(Network.Chain maker) {
        if (!outputs.containsKey(Side.GENERATOR)) {
            timed(() -> outputs.put(Side.GENERATOR, outputs(Side.GENERATOR, maker)));
        }
    }

    @Override
    public void judged(Side turn, Sight sight, Network.Chain judge) {
        boolean whole = turn == Side.DISCRIMINATOR && sight != Sight.REAL;
        if (whole && !outputs.containsKey(Side.DISCRIMINATOR)) {
            timed(() -> outputs.put(Side.DISCRIMINATOR, outputs(Side.DISCRIMINATOR, judge)));
        }
    }

    @Override
    public void aboutToUpdate(Side side) {
        if (!trained.containsKey(side)) {
            timed(
                    () ->
                            before.put(
                                    side,
                                    IntStream.range(0, plan.network(side).layers().size())
                                            .mapToObj(i -> before(network(side).kernels(i)))
                                            .toList()));
        }
    }

    @Override
    public void updated(Side side) {
        List<Before> layers = before.remove(side);
        if (layers != null) {
            timed(() -> trained.put(side, layers.stream().map(Inspector::trained).toList()));
        }
    }

    /** How long it has looked. */
    long nanos() {
        return nanos;
    }

    private void timed(Runnable look) {
        long begin = System.nanoTime();
        look.run();
        nanos += System.nanoTime() - begin;
    }

    /** What was found. */
    Inspection inspection(long step) {
        var figures = new ArrayList<LayerFigures>();
        for (Side side : Side.values()) {
            List<LayerSpread> of = outputs.getOrDefault(side, List.of());
            for (int i = 0; i < of.size(); i++) {
                Optional<LayerFigures.Trained> learnt =
                        trained.containsKey(side) ? trained.get(side).get(i) : Optional.empty();
                LayerSpread output = of.get(i);
                figures.add(
                        new LayerFigures(side, i, learnt, output.activations(), output.resting()));
            }
        }
        return new Inspection(step, figures);
    }

    private Network network(Side side) {
        return switch (side) {
            case GENERATOR -> game.generator;
            case DISCRIMINATOR -> game.discriminator;
        };
    }

    private List<LayerSpread> outputs(Side side, Network.Chain chain) {
        List<LayerPlan> layers = plan.network(side).layers();
        var spreads = new ArrayList<LayerSpread>();
        for (int i = 0; i < layers.size(); i++) {
            Tensor out = chain.output(i);
            spreads.add(
                    new LayerSpread(
                            Spread.sampled(out.size(), out::value),
                            layers.get(i).canRest() ? resting(out) : Double.NaN));
        }
        return spreads;
    }

    /** The share of units without a value above 0. */
    private static double resting(Tensor out) {
        int samples = out.batch();
        int units = out.length(1);
        int pixels = out.size() / (samples * units);
        int still = units;
        for (int unit = 0; unit < units; unit++) {
            if (isAwake(out, unit, units, pixels)) {
                still--;
            }
        }
        return (double) still / units;
    }

    private static boolean isAwake(Tensor out, int unit, int units, int pixels) {
        for (int sample = 0; sample < out.batch(); sample++) {
            int from = (sample * units + unit) * pixels;
            for (int i = from; i < from + pixels; i++) {
                if (out.value(i) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Before before(List<Parameter> parameters) {
        List<float[]> weights = parameters.stream().map(p -> p.value().heap().clone()).toList();
        return new Before(
                parameters,
                weights,
                spread(weights),
                spread(parameters.stream().map(p -> p.gradient().heap()).toList()));
    }

    private static Optional<LayerFigures.Trained> trained(Before layer) {
        if (layer.parameters().isEmpty()) {
            return Optional.empty();
        }
        var updates = new ArrayList<float[]>();
        for (int i = 0; i < layer.values().size(); i++) {
            updates.add(
                    difference(layer.parameters().get(i).value().heap(), layer.values().get(i)));
        }
        return Optional.of(
                new LayerFigures.Trained(layer.weights(), layer.gradients(), spread(updates)));
    }

    /** Overwrites what was before. */
    private static float[] difference(float[] now, float[] before) {
        for (int i = 0; i < before.length; i++) {
            before[i] = now[i] - before[i];
        }
        return before;
    }

    private static Spread spread(List<float[]> arrays) {
        double squares = 0;
        int size = 0;
        for (float[] values : arrays) {
            squares += Sums.squares(values);
            size += values.length;
        }
        if (arrays.size() == 1) {
            float[] only = arrays.getFirst();
            return Spread.of(size, squares, i -> only[i]);
        }
        float[] all = joined(arrays, size);
        return Spread.of(size, squares, i -> all[i]);
    }

    private static float[] joined(List<float[]> arrays, int size) {
        var all = new float[size];
        int at = 0;
        for (float[] values : arrays) {
            System.arraycopy(values, 0, all, at, values.length);
            at += values.length;
        }
        return all;
    }
}
