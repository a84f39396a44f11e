package org.ganatelier.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Labels as they stand in files, unsigned bytes, and as classes, which count from 0. */
final class Labels {
    private static final int VALUES = 256;

    private Labels() {}

    /** Which labels occur, ascending. */
    static List<Integer> values(byte[] labels) {
        var occurs = new boolean[VALUES];
        for (byte label : labels) {
            occurs[Byte.toUnsignedInt(label)] = true;
        }
        return IntStream.range(0, VALUES).filter(value -> occurs[value]).boxed().toList();
    }

    /**
     * The class of each label: its place among the values. A label that is not among them gets the
     * number of classes or more, so that whoever needs classes can tell.
     *
     * @param values the labels that are known, ascending
     */
    static byte[] toClasses(byte[] labels, List<Integer> values) {
        var classes = new byte[VALUES];
        Arrays.fill(classes, (byte) values.size());
        for (int i = 0; i < values.size(); i++) {
            classes[values.get(i)] = (byte) i;
        }
        var mapped = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            mapped[i] = classes[Byte.toUnsignedInt(labels[i])];
        }
        return mapped;
    }
}
