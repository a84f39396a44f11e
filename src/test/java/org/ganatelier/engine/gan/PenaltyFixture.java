package org.ganatelier.engine.gan;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What src/test/python/make_objective_fixtures.py wrote of one discriminator. */
final class PenaltyFixture implements AutoCloseable {
    /** The stream of the places between real and generated images. */
    static final int SHARES = 3000;

    private static final int MOST_SAMPLES = 64;

    private final DataInputStream in;
    private final int batch;

    /**
     * A penalty, in float64.
     *
     * @param mean over the batch
     * @param arrays its gradient by each parameter
     */
    record Penalty(double mean, Map<String, Array> arrays) {}

    /**
     * A gradient.
     *
     * @param rms root mean square of its values
     * @param samples values at i * size / samples
     */
    record Array(int size, double rms, double[] samples) {}

    PenaltyFixture(String net) throws IOException {
        in =
                new DataInputStream(
                        new BufferedInputStream(
                                Objects.requireNonNull(
                                        PenaltyFixture.class.getResourceAsStream(
                                                "/fixtures/" + net + ".penalty"))));
        batch = in.readInt();
    }

    int batch() {
        return batch;
    }

    /** WGAN-GP's penalty first, then R1's. */
    Penalty next() throws IOException {
        double mean = in.readDouble();
        int arrays = in.readInt();
        var gradients = new HashMap<String, Array>();
        for (int i = 0; i < arrays; i++) {
            String name = new String(in.readNBytes(in.readShort()), StandardCharsets.US_ASCII);
            int size = in.readInt();
            double rms = in.readDouble();
            var samples = new double[Math.min(MOST_SAMPLES, size)];
            for (int j = 0; j < samples.length; j++) {
                samples[j] = in.readDouble();
            }
            gradients.put(name, new Array(size, rms, samples));
        }
        return new Penalty(mean, gradients);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
