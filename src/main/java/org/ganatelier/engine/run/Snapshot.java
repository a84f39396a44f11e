package org.ganatelier.engine.run;

import org.ganatelier.engine.gan.Average;
import org.ganatelier.engine.gan.GameState;
import org.ganatelier.engine.network.Network;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Weights;

import java.util.List;

/** A copy of a network's weights and running statistics, free to travel between threads. */
interface Snapshot {
    /** Called by the other network's own thread. */
    void writeTo(Network network);

    /** Called by the network's own thread. */
    static Snapshot of(Network network) {
        return new Values(
                network.parameters().stream()
                        .map(named -> named.parameter().value().heap().clone())
                        .toList());
    }

    /** Of a network's averages; called by the network's own thread. */
    static Snapshot of(Average average) {
        return new Values(average.values().stream().map(float[]::clone).toList());
    }

    /** Of D in a state that nobody writes to any more: nothing is copied. */
    static Snapshot ofDiscriminator(Checkpoint state) {
        return network -> GameState.write(state.arrays(), Side.DISCRIMINATOR, network, Weights.RAW);
    }

    /** In the order of the network's parameters. */
    record Values(List<float[]> values) implements Snapshot {
        @Override
        public void writeTo(Network network) {
            List<Network.Named> parameters = network.parameters();
            for (int i = 0; i < values.size(); i++) {
                float[] source = values.get(i);
                float[] target = parameters.get(i).parameter().value().heapToWrite();
                System.arraycopy(source, 0, target, 0, source.length);
            }
        }
    }
}
