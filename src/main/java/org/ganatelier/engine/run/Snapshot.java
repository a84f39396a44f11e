package org.ganatelier.engine.run;

import org.ganatelier.engine.gan.Average;
import org.ganatelier.engine.network.Network;

import java.util.List;

/** A copy of a network's weights and running statistics, free to travel between threads. */
record Snapshot(List<float[]> values) {
    /** Called by the network's own thread. */
    static Snapshot of(Network network) {
        return new Snapshot(
                network.parameters().stream()
                        .map(named -> named.parameter().value().heap().clone())
                        .toList());
    }

    /** Of a network's averages; called by the network's own thread. */
    static Snapshot of(Average average) {
        return new Snapshot(average.values().stream().map(float[]::clone).toList());
    }

    /** Called by the other network's own thread. */
    void writeTo(Network network) {
        List<Network.Named> parameters = network.parameters();
        for (int i = 0; i < values.size(); i++) {
            float[] source = values.get(i);
            System.arraycopy(
                    source,
                    0,
                    parameters.get(i).parameter().value().heapToWrite(),
                    0,
                    source.length);
        }
    }
}
