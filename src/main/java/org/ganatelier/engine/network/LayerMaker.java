package org.ganatelier.engine.network;

import org.ganatelier.engine.layers.Layer;
import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.plan.model.LayerPlan;

import java.util.List;

/** Makes what computes a layer of a plan. */
@FunctionalInterface
public interface LayerMaker {
    /**
     * The operations of a layer, in order. The first has the layer's parameters.
     *
     * @throws org.ganatelier.train.EngineException where it has none for this layer
     */
    List<Layer> layers(LayerPlan plan, Memory memory);

    /** The program's own layers, which have all that can be planned. */
    static LayerMaker own() {
        return LayerFactory::layers;
    }
}
