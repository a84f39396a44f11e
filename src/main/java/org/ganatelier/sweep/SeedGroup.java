package org.ganatelier.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one combination of settings reached with different seeds: one seed alone says little of it.
 *
 * @param base what the sweep file calls the experiment
 * @param settings that differ from it, by path
 * @param seeds that have a distance
 * @param median of their distances
 * @param least of them
 * @param most of them
 */
public record SeedGroup(
        String base,
        Map<String, String> settings,
        int seeds,
        double median,
        double least,
        double most) {
    /** Of rows of the same settings; empty where none has a distance. */
    static Optional<SeedGroup> of(List<Row> rows) {
        double[] sorted =
                rows.stream()
                        .mapToDouble(Row::distance)
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray();
        if (sorted.length == 0) {
            return Optional.empty();
        }
        Row first = rows.getFirst();
        return Optional.of(
                new SeedGroup(
                        first.base(),
                        first.settings(),
                        sorted.length,
                        median(sorted),
                        sorted[0],
                        Arrays.stream(sorted).max().orElseThrow()));
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
