package org.ganatelier.engine.stock;

import org.ganatelier.engine.layers.Layer;
import org.ganatelier.engine.layers.Parameter;
import org.ganatelier.engine.layers.Pass;
import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.engine.network.LayerMaker;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.RandomWhileTraining;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.train.EngineException;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A layer of a game that DL4J's own layers compute, with the numbers and the initial weights that
 * the program's own layer has. Slow: every pass copies what goes in and what comes out.
 */
final class StockLayer implements Layer {
    private final Layer own;
    private final LayerPlan plan;

    private StockLayer(Layer own, LayerPlan plan) {
        this.own = own;
        this.plan = plan;
    }

    /**
     * DL4J's layers. What only gives numbers another shape is none there, and what draws random
     * numbers shall draw those of the experiment: these remain the program's own.
     *
     * @throws EngineException where DL4J has no such layer, or not one with these settings
     */
    static List<Layer> of(LayerPlan plan, Memory memory) {
        List<Layer> own = LayerMaker.own().layers(plan, memory);
        return remainsOwn(plan.layer()) || own.isEmpty()
                ? own
                : List.of(new StockLayer(own.getFirst(), plan));
    }

    private static boolean remainsOwn(LayerSpec layer) {
        return layer instanceof Reshape
                || layer instanceof Flatten
                || layer instanceof RandomWhileTraining;
    }

    @Override
    public List<Parameter> parameters() {
        return own.parameters();
    }

    @Override
    public void initialize(Initialization scheme, RandomGenerator random) {
        own.initialize(scheme, random);
    }

    @Override
    public Pass bind(Memory memory, Tensor input, Tensor inputGradient) {
        var network = new StockNetwork(new NetworkPlan(plan.input().orElseThrow(), List.of(plan)));
        memory.hold(network::close);
        return new StockPass(
                network, plan, parameters(), statistics(), memory, input, inputGradient);
    }

    private Optional<RunningStatistics> statistics() {
        return plan.layer() instanceof BatchNorm norm
                ? Optional.of(new RunningStatistics(norm.momentum(), parameters()))
                : Optional.empty();
    }
}
