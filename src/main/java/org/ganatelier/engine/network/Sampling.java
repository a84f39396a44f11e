package org.ganatelier.engine.network;

import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.train.GeneratorInput;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** From noise to pictures, in a generator's inference mode. */
public final class Sampling {
    /** Images made at once: enough to keep the processor busy, few enough to stay in its cache. */
    public static final int MOST = 64;

    private Sampling() {}

    public static Images images(Network generator, Shape.Image shape, GeneratorInput wanted) {
        int latent = generator.inputSize();
        float[] noise = wanted.noise();
        int count = noise.length / latent;
        int size = (int) shape.size();
        var pixels = new byte[count * size];
        for (int done = 0; done < count; ) {
            int some = Math.min(MOST, count - done);
            Network.Chain chain = generator.chain(bufferFor(some));
            float[] input = chain.entry().samples();
            Arrays.fill(input, 0);
            System.arraycopy(noise, done * latent, input, 0, some * latent);
            chain.entry().tell(wanted.part(done, done + some, latent).labels(), 0);
            chain.entry().enter();
            chain.forward(false, Sampling::noRandomness);
            float[] values = chain.output().heap();
            for (int i = 0; i < some * size; i++) {
                pixels[done * size + i] = Images.toPixel(values[i]);
            }
            done += some;
        }
        return new Images(count, shape, pixels);
    }

    /** The next power of two, so that a handful of buffers serves every count. */
    public static int bufferFor(int count) {
        return count <= 1 ? 1 : Integer.highestOneBit(count - 1) << 1;
    }

    private static RandomGenerator noRandomness() {
        throw new IllegalStateException("Inference draws no random numbers");
    }
}
