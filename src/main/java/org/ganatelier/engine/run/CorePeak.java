package org.ganatelier.engine.run;

import org.ganatelier.engine.layers.DenseLayer;
import org.ganatelier.engine.layers.Pass;
import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.experiment.Initialization;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** What one core does at best: the largest product of a network, by the engine's own operations. */
final class CorePeak {
    /** The products of so large matrices hardly wait for memory. */
    private static final int SIZE = 1024;

    private static final long BUDGET = TimeUnit.MILLISECONDS.toNanos(400);

    private CorePeak() {}

    /** Multiply-adds in a nanosecond of processor time, the engine's libraries being loaded. */
    static double multiplyAddsPerNano() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        try (var memory = new Memory()) {
            var layer = new DenseLayer(memory, SIZE, SIZE, false);
            layer.initialize(Initialization.GLOROT_UNIFORM, random);
            Tensor input = memory.tensor(SIZE, SIZE);
            float[] values = input.heapToWrite();
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextFloat();
            }
            Pass pass = layer.bind(memory, input, memory.tensor(SIZE, SIZE));
            return (double) SIZE * SIZE * SIZE / fastest(() -> pass.forward(true, () -> random));
        }
    }

    private static long fastest(Runnable product) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long begin = clock.getCurrentThreadCpuTime();
        long fastest = Long.MAX_VALUE;
        long start = begin;
        do {
            product.run();
            long end = clock.getCurrentThreadCpuTime();
            fastest = Math.min(fastest, Math.max(1, end - start));
            start = end;
        } while (start - begin < BUDGET);
        return fastest;
    }
}
