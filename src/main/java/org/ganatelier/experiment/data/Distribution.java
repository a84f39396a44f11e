package org.ganatelier.experiment.data;

import org.ganatelier.experiment.basics.Shape;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Distributions of points in the plane, which are drawn instead of read from files. Each is a
 * mixture of narrow normal distributions, its modes: how many of them a generator covers can be
 * seen at a glance (as in L. Metz et al., "Unrolled Generative Adversarial Networks", 2017).
 */
public enum Distribution {
    /** Eight modes on a circle. */
    RING("ring", 8),

    /** Twenty-five modes in five rows. */
    GRID("grid", 25);

    /** Every point has two coordinates, x and y. */
    public static final Shape.Flat SHAPE = new Shape.Flat(2);

    /** How many points a data set holds: about as many as there are images of digits. */
    public static final int POINTS = 50_000;

    private final String id;
    private final int modes;

    Distribution(String id, int modes) {
        this.id = id;
        this.modes = modes;
    }

    /** The distribution of that name in files. */
    public static Optional<Distribution> find(String id) {
        return Stream.of(values()).filter(one -> one.id.equals(id)).findFirst();
    }

    /** Its name in files. */
    public String id() {
        return id;
    }

    /** How many modes it has. A point's class is the mode that it was drawn from. */
    public int modes() {
        return modes;
    }
}
