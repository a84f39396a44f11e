package org.ganatelier.engine.network;

import org.ganatelier.data.SampleBuffer;
import org.ganatelier.data.Samples;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.train.GeneratorInput;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** From noise to samples, in a generator's inference mode. */
public final class Sampling {
    /** Samples made at once: enough to keep the processor busy, few enough to stay in its cache. */
    public static final int MOST = 64;

    private Sampling() {}

    public static Samples samples(Network generator, Shape shape, GeneratorInput wanted) {
        int latent = generator.inputSize();
        float[] noise = wanted.noise();
        int count = noise.length / latent;
        var made = SampleBuffer.of(shape, count);
        for (int done = 0; done < count; ) {
            int some = Math.min(MOST, count - done);
            Network.Chain chain = generator.chain(bufferFor(some));
            float[] input = chain.entry().samples();
            Arrays.fill(input, 0);
            System.arraycopy(noise, done * latent, input, 0, some * latent);
            chain.entry().tell(wanted.part(done, done + some, latent).labels(), 0);
            chain.entry().enter();
            chain.forward(false, Sampling::noRandomness);
            made.put(done, some, chain.output().heap());
            done += some;
        }
        return made.samples();
    }

    /** The next power of two, so that a handful of buffers serves every count. */
    public static int bufferFor(int count) {
        return count <= 1 ? 1 : Integer.highestOneBit(count - 1) << 1;
    }

    private static RandomGenerator noRandomness() {
        throw new IllegalStateException("Inference draws no random numbers");
    }
}
