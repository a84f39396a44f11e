package org.ganatelier.data;

import org.ganatelier.experiment.data.DataSpec.Collection;

import java.util.stream.IntStream;

/**
 * A bundled set in two parts: what a judge is taught with, and what it is examined with and never
 * sees before. All classes are equally frequent in both, in the order of the set.
 */
public record Split(Dataset training, Dataset heldOut) {
    /** 5,000 in all, as many as are scored unless told otherwise: like is compared with like. */
    private static final int MNIST_PER_CLASS = 500;

    /** 2,000 in all, a fifth: of so small a set more cannot be spared. */
    private static final int FASHION_PER_CLASS = 200;

    /** Holds out the last images of each class: 500 of MNIST, 200 of Fashion-MNIST. */
    public static Split of(Collection collection) {
        return of(
                Bundled.open(collection),
                switch (collection) {
                    case MNIST -> MNIST_PER_CLASS;
                    case FASHION_MNIST -> FASHION_PER_CLASS;
                });
    }

    /**
     * Holds out the last images of each class.
     *
     * @param all with labels
     * @param perClass at least 1, and fewer than any class has
     */
    public static Split of(Dataset all, int perClass) {
        byte[] labels = all.labels().orElseThrow();
        var seen = new int[Byte.MAX_VALUE + 1];
        var held = new boolean[labels.length];
        for (int i = labels.length - 1; i >= 0; i--) {
            held[i] = seen[labels[i]]++ < perClass;
        }
        return new Split(
                all.pick(IntStream.range(0, held.length).filter(i -> !held[i]).toArray()),
                all.pick(IntStream.range(0, held.length).filter(i -> held[i]).toArray()));
    }
}
