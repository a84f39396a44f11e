package org.ganatelier.measure;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The nearest known row of each of some rows. The arrays are not copied.
 *
 * @param nearest its index among the known ones
 * @param distances root mean square differences of all numbers of a row: of pixels, 0 is the same
 *     image and 1 the farthest there is
 * @param copies whether the second nearest is at least {@link Nearest#COPY} times as far away: the
 *     criterion of Gu et al. 2023 (arXiv:2310.02664, section 2) for what was learnt by heart
 */
public record Neighbours(int[] nearest, double[] distances, boolean[] copies) {
    /**
     * Compares all with all.
     *
     * @param known at least two rows, as wide
     * @param abandoned is asked now and then whether anybody still wants the answer
     * @return empty where nobody does
     */
    public static Optional<Neighbours> of(Vectors rows, Vectors known, BooleanSupplier abandoned) {
        return of(rows, known, NearestSearch.nobody(rows.count()), abandoned);
    }

    /**
     * Compares some of the known rows with each of the others.
     *
     * @param known at least three rows
     * @param which of them are compared, by their indices
     */
    public static Optional<Neighbours> among(
            Vectors known, int[] which, BooleanSupplier abandoned) {
        var values = new float[which.length * known.width()];
        for (int i = 0; i < values.length; i++) {
            values[i] = known.value(which[i / known.width()], i % known.width());
        }
        return of(Vectors.of(values, known.width()), known, which, abandoned);
    }

    private static Optional<Neighbours> of(
            Vectors rows, Vectors known, int[] own, BooleanSupplier abandoned) {
        var search = new NearestSearch(rows, known, own, abandoned);
        if (abandoned.getAsBoolean()) {
            return Optional.empty();
        }
        int count = rows.count();
        var found = new Neighbours(new int[count], new double[count], new boolean[count]);
        for (int i = 0; i < count; i++) {
            found.nearest[i] = search.index(i);
            found.distances[i] = Math.sqrt(search.nearest(i) / rows.width());
            found.copies[i] = Nearest.isCopy(search.nearest(i), search.second(i));
        }
        return Optional.of(found);
    }

    /** The distance that half of them stay below. */
    public double median() {
        double[] sorted = distances.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
