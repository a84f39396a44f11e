package org.ganatelier.data;

import java.util.stream.IntStream;

/**
 * A set in two parts: what a classifier is trained on, and what it is evaluated on and never saw
 * before. All classes are equally frequent in both, in the order of the set.
 */
public record Split(Dataset training, Dataset heldOut) {
    private static final int LABELS = 256;

    /** Holds out the last images of each class, as many as the set's description says. */
    public static Split of(BundledSet set) {
        return of(set.open(), set.heldOutPerClass());
    }

    /**
     * Holds out the last images of each class.
     *
     * @param all with labels
     * @param perClass at least 1, and fewer than any class has
     */
    public static Split of(Dataset all, int perClass) {
        byte[] labels = all.labels().orElseThrow();
        var seen = new int[LABELS];
        var held = new boolean[labels.length];
        for (int i = labels.length - 1; i >= 0; i--) {
            held[i] = seen[Byte.toUnsignedInt(labels[i])]++ < perClass;
        }
        return new Split(
                all.part(IntStream.range(0, held.length).filter(i -> !held[i]).toArray()),
                all.part(IntStream.range(0, held.length).filter(i -> held[i]).toArray()));
    }
}
