package org.ganatelier.train.dl4j;

import org.ganatelier.train.RandomStream;

import java.util.function.LongFunction;
import java.util.random.RandomGenerator;

/** One random stream of an experiment, and how far it has come. */
final class Draws {
    private final LongFunction<RandomGenerator> source;
    private long count;

    /**
     * @param source the generator of each draw, by its number
     */
    Draws(LongFunction<RandomGenerator> source) {
        this.source = source;
    }

    static Draws of(RandomStream stream, long seed) {
        return new Draws(draw -> stream.draw(seed, draw));
    }

    /** A fresh generator for one use. */
    RandomGenerator next() {
        return source.apply(count++);
    }

    /** Draws so far. */
    long count() {
        return count;
    }

    void skipTo(long draws) {
        count = draws;
    }
}
