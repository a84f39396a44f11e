package org.ganatelier.engine.gan;

import org.ganatelier.engine.network.Network;

/**
 * One batch that G made, with all that is needed to let a copy of G make it again.
 *
 * @param noise z of the whole batch
 * @param labels that were asked for; empty where G is told none
 * @param draws how many random numbers had been drawn for layers before it
 * @param samples what G made
 */
record Making(float[] noise, byte[] labels, long draws, float[] samples) {
    /** What a network makes of it: with the same dropped values, and statistics of its batch. */
    float[] again(Network maker, RandomDraws stream) {
        Network.Chain chain = maker.chain(noise.length / maker.inputSize());
        System.arraycopy(noise, 0, chain.entry().samples(), 0, noise.length);
        chain.entry().tell(labels, 0);
        chain.entry().enter();
        chain.forward(true, stream.from(draws)::next);
        return chain.output().heap().clone();
    }
}
