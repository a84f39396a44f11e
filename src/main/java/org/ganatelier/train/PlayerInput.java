package org.ganatelier.train;

import org.ganatelier.experiment.basics.Side;

/** What one of the two networks is given. */
public sealed interface PlayerInput permits GeneratorInput, DiscriminatorInput, ExactInput {
    /** The network that it is for. */
    Side side();

    /** How many inputs there are. */
    int count();

    /** The class of each, from 0; empty where the network is told none. */
    byte[] labels();

    /**
     * Writes one as the values that the network sees, without its label.
     *
     * @param target receives the values from {@code offset}
     */
    void read(int index, float[] target, int offset);
}
