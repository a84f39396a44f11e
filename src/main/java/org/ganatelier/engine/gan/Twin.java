package org.ganatelier.engine.gan;

import org.ganatelier.engine.network.Network;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * A second network with the weights of a first: what it is asked leaves the first as it is. Made
 * when it is first used. Owned by the training thread.
 */
final class Twin implements AutoCloseable {
    private final Network first;
    private @Nullable Network second;

    Twin(Network first) {
        this.first = first;
    }

    /** The second network with the weights that the first has now. */
    Network now() {
        Network twin = second;
        if (twin == null) {
            twin = first.another();
            second = twin;
        }
        twin.drawMasks(first.masks());
        List<Network.Named> from = first.parameters();
        for (int i = 0; i < from.size(); i++) {
            float[] values = from.get(i).parameter().value().heap();
            float[] target = twin.parameters().get(i).parameter().value().heapToWrite();
            System.arraycopy(values, 0, target, 0, values.length);
        }
        return twin;
    }

    /** The second network as it is. */
    Network network() {
        return Objects.requireNonNull(second, "not made yet");
    }

    @Override
    public void close() {
        if (second != null) {
            second.close();
        }
    }
}
