package org.ganatelier.train;

import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.train.RunFailure.UnsupportedByStock.Lack;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * Models as the library beneath the engine keeps them, of the layers that it has for everybody.
 * Safe to call from any thread.
 */
public interface StockModels {
    /**
     * What the library cannot compute as it is computed here.
     *
     * @param layer its index in the network
     */
    record Missing(int layer, Lack lack) {}

    /** All that hinders a network; empty where it can be written. */
    List<Missing> missing(NetworkPlan plan);

    /**
     * Writes the library's own zip: configuration and weights, without an optimizer's memory. Of a
     * network that finds labels joined to its input, the input has them; one that is told them by
     * projection has a second input, with a value for each class.
     *
     * @param plan of a ready network in which nothing is missing
     * @param arrays a map for each layer, by the names of its parameters, in this program's axes
     * @param out is not closed
     * @throws EngineException where the engine cannot run on this machine
     */
    void write(NetworkPlan plan, List<Map<String, float[]>> arrays, OutputStream out)
            throws IOException;
}
