package org.ganatelier.data;

import org.ganatelier.experiment.basics.Shape;

/** What data holds and a generator makes: {@link Images} or {@link Points}. Immutable. */
public sealed interface Samples permits Images, Points {
    /** How many there are. */
    int count();

    /** The shape of one. */
    Shape shape();

    /** One alone. */
    Samples get(int index);

    /** Those at some indices, in that order. */
    Samples pick(int... indices);

    /** The first ones, as many as there are but at most so many. */
    Samples first(int most);

    /**
     * These and others behind them.
     *
     * @throws IllegalArgumentException where the others have another shape
     */
    Samples and(Samples others);

    /**
     * Writes one as the values that a network sees, channels first.
     *
     * @param target receives shape().size() values from {@code offset}
     */
    void read(int index, float[] target, int offset);

    /** What there is to look at: images as they are, points all together in one picture. */
    Images pictures();
}
