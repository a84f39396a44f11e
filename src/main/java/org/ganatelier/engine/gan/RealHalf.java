package org.ganatelier.engine.gan;

import org.ganatelier.engine.layers.Parameter;
import org.ganatelier.engine.network.Network;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The half of D's turn that is about real images, on a second network with D's weights, so that it
 * may be done on another thread. What it finds is for the training thread, after that other thread
 * is done.
 */
final class RealHalf implements AutoCloseable {
    private final Twin twin;
    private double loss;

    RealHalf(Network discriminator) {
        twin = new Twin(discriminator);
    }

    /**
     * Whether D judges real and generated images in passes of their own, and the second would be
     * the same without the first.
     */
    static boolean fits(Network discriminator) {
        return discriminator.mixesSamples() && !discriminator.followsStatistics();
    }

    /** Takes over D's weights as they are. */
    Network.Chain chain(int batch) {
        return twin.now().chain(batch);
    }

    /**
     * Judges, and goes back to the weights.
     *
     * @param chain as of {@link #chain}, with images in it
     * @param losses reads the scores and writes their gradients
     */
    void judge(Network.Chain chain, RandomDraws draws, ToDoubleFunction<Network.Chain> losses) {
        chain.forward(true, draws::next);
        loss = losses.applyAsDouble(chain);
        chain.keepStatistics();
        chain.backward(true, false);
    }

    /** Of the real images. */
    double loss() {
        return loss;
    }

    /** The second network. */
    Network network() {
        return twin.network();
    }

    /** Adds what it found to D's gradients. */
    void addGradients(List<Parameter> parameters) {
        List<Parameter> found = network().trained();
        for (int i = 0; i < parameters.size(); i++) {
            add(found.get(i).gradient().heap(), parameters.get(i).gradient().heapToUpdate());
        }
    }

    private static void add(float[] values, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
    }

    @Override
    public void close() {
        twin.close();
    }
}
