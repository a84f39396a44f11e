package org.ganatelier.engine.gan;

import org.ganatelier.train.RandomStream;

import java.util.function.LongFunction;
import java.util.random.RandomGenerator;

/** One random stream of an experiment, and how far it has come. */
final class RandomDraws {
    private final LongFunction<RandomGenerator> source;
    private long count;

    /**
     * @param source the generator of each draw, by its number
     */
    RandomDraws(LongFunction<RandomGenerator> source) {
        this.source = source;
    }

    static RandomDraws of(RandomStream stream, long seed) {
        return new RandomDraws(draw -> stream.draw(seed, draw));
    }

    /** A fresh generator for one use. */
    RandomGenerator next() {
        return source.apply(count++);
    }

    /**
     * The same stream from a draw on; this one stays where it is.
     *
     * @param draw its number
     */
    RandomDraws from(long draw) {
        var again = new RandomDraws(source);
        again.skipTo(draw);
        return again;
    }

    /** Draws so far. */
    long count() {
        return count;
    }

    void skipTo(long draws) {
        count = draws;
    }
}
