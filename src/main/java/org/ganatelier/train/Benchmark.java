package org.ganatelier.train;

import org.ganatelier.data.Dataset;
import org.ganatelier.plan.model.Plan;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Measures how long the steps of an experiment take. */
public interface Benchmark {
    /** Whose layers compute. */
    enum Layers {
        /** The program's own. */
        ATELIER,
        /**
         * Those that the library beneath has for everybody: what the program's are compared with.
         */
        STOCK
    }

    /**
     * What to measure.
     *
     * @param data real images of the experiment's shape
     * @param threads of the engine, or its own choice
     * @param warmUp how long to train before measuring, so that the just-in-time compiler is done
     * @param steps to measure, at least 1
     * @param profiled whether to find out where the time goes, which takes some itself; only the
     *     program's own layers tell
     */
    record Task(
            Plan plan,
            Dataset data,
            Layers layers,
            OptionalInt threads,
            Duration warmUp,
            int steps,
            boolean profiled) {
        public Task {
            if (steps < 1) {
                throw new IllegalArgumentException("There must be at least one step to measure");
            }
        }
    }

    /** What was at work. */
    sealed interface Place {
        /**
         * A layer or an optimizer.
         *
         * @param name such as "D 0 Conv2D"
         */
        record Named(String name) implements Place {}

        /** What has no name of its own. */
        enum Work implements Place {
            NOISE,
            REAL_IMAGES,
            PENALTY,
            WHOLE_STEP
        }
    }

    /** Which part of its work. */
    enum Part {
        FORWARD,
        /** The gradients of the weights and of the input. */
        BACKWARD,
        /** The gradient of the weights alone. */
        WEIGHTS_ONLY,
        /** The gradient of the input alone. */
        INPUT_ONLY,
        /** All of it. */
        ALL
    }

    /**
     * Where a part of the time went.
     *
     * @param milliseconds per step
     * @param multiplyAdds per step, those of kernels and weight matrices, as {@link
     *     org.ganatelier.plan.model.LayerPlan#multiplyAdds} counts them; 0 where nobody counts
     */
    record Share(Place place, Part part, double milliseconds, double multiplyAdds) {}

    /**
     * What was measured.
     *
     * @param threads the engine used
     * @param nanos of each step, at least one
     * @param shares in the order of a step, the last being the whole step; empty if not asked for
     * @param peak multiply-adds that a core does at best in a nanosecond, measured in a large
     *     product; empty if not asked for
     */
    record Result(int threads, long[] nanos, List<Share> shares, OptionalDouble peak) {
        private static final double NANOS_PER_MILLISECOND = 1e6;

        public Result {
            shares = List.copyOf(shares);
        }

        /**
         * A share's part of what a core could have done in its time; empty of what nobody counts.
         */
        public OptionalDouble ofPeak(Share share) {
            return peak.isPresent() && share.multiplyAdds() > 0
                    ? OptionalDouble.of(
                            share.multiplyAdds()
                                    / (share.milliseconds() * NANOS_PER_MILLISECOND)
                                    / peak.getAsDouble())
                    : OptionalDouble.empty();
        }

        /** The median step. */
        public double milliseconds() {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            int half = sorted.length / 2;
            double median =
                    sorted.length % 2 == 1
                            ? sorted[half]
                            : (sorted[half - 1] + (double) sorted[half]) / 2;
            return median / NANOS_PER_MILLISECOND;
        }
    }

    /**
     * Trains from fresh weights on the calling thread and returns when all is measured.
     *
     * @throws EngineException where the engine cannot run on this machine
     */
    Result run(Task task);
}
