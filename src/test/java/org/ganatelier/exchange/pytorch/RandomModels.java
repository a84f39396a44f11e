package org.ganatelier.exchange.pytorch;

import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.exchange.model.Examples;
import org.ganatelier.exchange.model.Export;
import org.ganatelier.exchange.model.PortableNetwork;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.ParameterPlan;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Models with random weights and running statistics, none as it was before training. */
final class RandomModels {
    private RandomModels() {}

    /** As if a run had saved it. */
    static Checkpoint checkpoint(Plan plan, long seed) {
        var random = new Random(seed);
        var arrays = new LinkedHashMap<String, float[]>();
        for (Side side : Side.values()) {
            List<LayerPlan> layers = plan.network(side).layers();
            for (int i = 0; i < layers.size(); i++) {
                for (ParameterPlan parameter : layers.get(i).parameters()) {
                    arrays.put(
                            "%s.%d.%s".formatted(TorchCode.fileName(side), i, parameter.name()),
                            values(parameter, random));
                }
            }
        }
        return new Checkpoint(plan.experiment(), 1, 1, arrays, Map.of());
    }

    private static float[] values(ParameterPlan parameter, Random random) {
        var values = new float[Math.toIntExact(parameter.count())];
        double deviation = deviation(parameter);
        for (int i = 0; i < values.length; i++) {
            double drawn = random.nextGaussian();
            values[i] =
                    (float)
                            switch (parameter.name()) {
                                case "variance" -> 0.5 + Math.abs(drawn);
                                case "gamma" -> 1 + 0.3 * drawn;
                                case "slope" -> 0.25 + 0.1 * drawn;
                                default -> deviation * drawn;
                            };
        }
        return values;
    }

    /** Such that values neither vanish nor grow from layer to layer. */
    private static double deviation(ParameterPlan parameter) {
        List<Long> shape = parameter.shape();
        return switch (parameter.axes()) {
            case CHANNELS -> parameter.name().equals("u") ? 1 : 0.1;
            case IN_OUT -> Math.sqrt(2.0 / shape.get(0));
            case OUT_IN_ROWS_COLUMNS ->
                    Math.sqrt(1.0 / (shape.get(1) * shape.get(2) * shape.get(3)));
            case IN_OUT_ROWS_COLUMNS ->
                    Math.sqrt(1.0 / (shape.get(0) * shape.get(2) * shape.get(3)));
            case CLASSES_FEATURES -> Math.sqrt(1.0 / shape.get(1));
        };
    }

    /** Both networks, with examples of the engine. */
    static Export export(Plan plan, long seed) {
        Checkpoint checkpoint = checkpoint(plan, seed);
        List<PortableNetwork> networks =
                Stream.of(Side.GENERATOR, Side.DISCRIMINATOR)
                        .map(side -> PortableNetwork.trained(plan, side, checkpoint, Weights.RAW))
                        .toList();
        Examples examples = Examples.of(new EngineTrainer(), plan, checkpoint, Weights.RAW);
        return new Export(plan, networks, Optional.of(examples));
    }
}
