package org.ganatelier.engine.network;

import org.ganatelier.data.SampleBuffer;
import org.ganatelier.data.Samples;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.train.DiscriminatorInput;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.LayerOutput;
import org.ganatelier.train.PlayerInput;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** What a network says in its inference mode: with running statistics, without noise. */
public final class Inference {
    /** Samples at once: enough to keep the processor busy, few enough to stay in its cache. */
    public static final int MOST = 64;

    private Inference() {}

    /** From noise to samples, as many at once as pay. */
    public static Samples samples(Network generator, Shape shape, GeneratorInput input) {
        return samples(generator, shape, input, MOST);
    }

    /**
     * From noise to samples.
     *
     * @param most samples at once, a power of two
     */
    public static Samples samples(Network generator, Shape shape, GeneratorInput input, int most) {
        var made = SampleBuffer.of(shape, input.count());
        forEachBatch(
                generator,
                input,
                most,
                (from, count, chain) -> made.put(from, count, chain.output().heap()));
        return made.samples();
    }

    /** A discriminator's logit of each sample. */
    public static float[] scores(Network discriminator, DiscriminatorInput input, int most) {
        var scores = new float[input.count()];
        forEachBatch(
                discriminator,
                input,
                most,
                (from, count, chain) ->
                        System.arraycopy(chain.output().heap(), 0, scores, from, count));
        return scores;
    }

    /** The gradient of each sample's logit by that sample, as many values as the samples have. */
    public static float[] scoreGradients(
            Network discriminator, DiscriminatorInput input, int most) {
        int size = discriminator.inputSize();
        var gradients = new float[input.count() * size];
        forEachBatch(
                discriminator,
                input,
                most,
                (from, count, chain) -> {
                    float[] wanted = chain.outputGradient().heapToWrite();
                    Arrays.fill(wanted, 0);
                    Arrays.fill(wanted, 0, count, 1);
                    chain.backward(false, true);
                    System.arraycopy(
                            chain.entry().gradients(), 0, gradients, from * size, count * size);
                });
        return gradients;
    }

    /**
     * What comes out of a layer.
     *
     * @param layer its index in the network's plan
     * @param shape of what comes out
     */
    public static LayerOutput activations(
            Network network, int layer, Shape shape, PlayerInput input, int most) {
        int size = (int) shape.size();
        var values = new float[input.count() * size];
        forEachBatch(
                network,
                input,
                most,
                (from, count, chain) ->
                        System.arraycopy(
                                chain.output(layer).heap(), 0, values, from * size, count * size));
        return new LayerOutput(input.count(), shape, values);
    }

    /** Takes what a batch gave. */
    private interface Taker {
        /**
         * @param from the place of the batch's first sample in the input
         * @param count how many samples of the batch count
         */
        void take(int from, int count, Network.Chain chain);
    }

    private static void forEachBatch(Network network, PlayerInput input, int most, Taker taker) {
        for (int from = 0; from < input.count(); from += most) {
            int count = Math.min(most, input.count() - from);
            Network.Chain chain = network.chain(bufferFor(count));
            enter(input, from, count, chain);
            chain.forward(false, Inference::noRandomness);
            taker.take(from, count, chain);
        }
    }

    /**
     * A batch that is not full repeats its samples: a network that compares them with each other
     * finds no others in it.
     */
    private static void enter(PlayerInput input, int from, int count, Network.Chain chain) {
        int buffer = chain.input().batch();
        float[] samples = chain.entry().samples();
        int size = samples.length / buffer;
        byte[] given = input.labels();
        var labels = new byte[given.length == 0 ? 0 : buffer];
        for (int i = 0; i < buffer; i++) {
            int index = from + i % count;
            input.read(index, samples, i * size);
            if (labels.length > 0) {
                labels[i] = given[index];
            }
        }
        chain.entry().tell(labels, 0);
        chain.entry().enter();
    }

    /** The next power of two, so that a handful of buffers serves every count. */
    public static int bufferFor(int count) {
        return count <= 1 ? 1 : Integer.highestOneBit(count - 1) << 1;
    }

    private static RandomGenerator noRandomness() {
        throw new IllegalStateException("Inference draws no random numbers");
    }
}
