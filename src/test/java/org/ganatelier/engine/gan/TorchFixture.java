package org.ganatelier.engine.gan;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What src/test/python/make_step_fixtures.py wrote, and the generator of what it began with.
 *
 * @param losses of each step: D's, G's
 * @param lossError the largest of PyTorch's own losses in float32, against float64
 */
record TorchFixture(int batch, double[][] losses, double lossError, List<End> ends) {
    private static final int MOST_SAMPLES = 64;

    /**
     * Where an array ended, computed in float64.
     *
     * @param meanWay mean of end minus start
     * @param way root mean square of end minus start
     * @param error root mean square of what float32 in PyTorch is off by
     * @param largestError of its values
     * @param samples values at i * size / samples
     */
    record End(
            String name,
            int size,
            double meanWay,
            double way,
            double error,
            double largestError,
            double[] samples) {}

    static TorchFixture read(String net) throws IOException {
        try (var in =
                new DataInputStream(
                        new BufferedInputStream(
                                Objects.requireNonNull(
                                        TorchFixture.class.getResourceAsStream(
                                                "/fixtures/" + net + ".steps"))))) {
            int batch = in.readInt();
            var losses = new double[in.readInt()][];
            for (int i = 0; i < losses.length; i++) {
                losses[i] = doubles(in, 2);
            }
            double lossError = in.readDouble();
            int arrays = in.readInt();
            List<End> ends = new ArrayList<>();
            for (int i = 0; i < arrays; i++) {
                String name = new String(in.readNBytes(in.readShort()), StandardCharsets.US_ASCII);
                int size = in.readInt();
                double[] figures = doubles(in, 4);
                ends.add(
                        new End(
                                name,
                                size,
                                figures[0],
                                figures[1],
                                figures[2],
                                figures[3],
                                doubles(in, Math.min(size, MOST_SAMPLES))));
            }
            return new TorchFixture(batch, losses, lossError, ends);
        }
    }

    private static double[] doubles(DataInputStream in, int count) throws IOException {
        var values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }

    /** One value in [-1, 1), of 24 bits: SplitMix64 (Steele et al. 2014). */
    static float uniform(long stream, long index) {
        long z = stream * 0xD1B54A32D192ED03L + (index + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return (float) ((z >>> 40) / (double) (1 << 23) - 1);
    }
}
