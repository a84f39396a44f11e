package org.ganatelier.engine.run;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.data.Points;
import org.ganatelier.data.Samples;
import org.ganatelier.engine.gan.Game;
import org.ganatelier.engine.nd4j.Leaving;
import org.ganatelier.engine.nd4j.SideWork;
import org.ganatelier.engine.network.LayerMaker;
import org.ganatelier.engine.network.Profile;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Run.Turn;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * A few steps of a throwaway run, on black images. One thread's time on the processor counts, so
 * that other programs that happen to run are not counted; of two, which wait for each other, the
 * time that passes. The first half of the steps is for Java's compiler.
 */
final class SpeedTrial {
    private static final int FEWEST = 3;
    private static final int SAMPLES = 64;
    private static final double SECOND = 1e9;

    /** Of the steps that count, so many are faster: what disturbs makes steps only slower. */
    private static final double PLACE = 0.25;

    /** Beside its steps a run keeps states and shows images. */
    private static final double REST = 0.05;

    private SpeedTrial() {}

    /** See {@link org.ganatelier.train.Trainer#stepsPerSecond}. */
    static OptionalDouble of(
            Plan plan, LayerMaker layers, int threads, Duration budget, BooleanSupplier left) {
        SideWork beside = Cores.use(threads);
        LongSupplier clock = beside.helps() ? System::nanoTime : SpeedTrial::now;
        try (var game = new Game(plan, black(plan), layers, Profile.off(), beside)) {
            List<Long> nanos = steps(game, budget, left, clock);
            List<Long> counted = new ArrayList<>(nanos.subList(nanos.size() / 2, nanos.size()));
            Collections.sort(counted);
            long typical = counted.get((int) (PLACE * counted.size()));
            return OptionalDouble.of(SECOND * (1 - REST) / Math.max(1, typical));
        } catch (Leaving.LeftException _) {
            return OptionalDouble.empty();
        }
    }

    private static List<Long> steps(
            Game game, Duration budget, BooleanSupplier left, LongSupplier clock) {
        var nanos = new ArrayList<Long>();
        long begin = System.nanoTime();
        while (nanos.size() < FEWEST || System.nanoTime() - begin < budget.toNanos()) {
            long start = clock.getAsLong();
            Leaving.during(left, () -> game.step(Turn.BOTH));
            nanos.add(clock.getAsLong() - start);
        }
        return nanos;
    }

    private static long now() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threads.isCurrentThreadCpuTimeSupported()
                ? threads.getCurrentThreadCpuTime()
                : System.nanoTime();
    }

    private static Dataset black(Plan plan) {
        Shape shape = plan.experiment().data().shape();
        Samples samples =
                switch (shape) {
                    case Shape.Image image ->
                            new Images(
                                    SAMPLES,
                                    image,
                                    new byte[Math.toIntExact(SAMPLES * image.size())]);
                    case Shape.Flat flat ->
                            new Points(SAMPLES, flat, new float[SAMPLES * flat.units()]);
                };
        return Dataset.of(samples, Optional.of(new byte[SAMPLES]));
    }
}
