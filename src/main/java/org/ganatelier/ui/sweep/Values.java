package org.ganatelier.ui.sweep;

import org.ganatelier.sweep.Row;
import org.ganatelier.sweep.SettingNames;
import org.ganatelier.sweep.Standing;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** In what the trainings of a sweep differ, and what each has of it. */
final class Values {
    /** Stands for the seed among the paths of settings. */
    static final String SEED = "seed";

    private Values() {}

    /** What is varied: short names by paths. */
    static Map<String, String> names(Standing standing) {
        var names = new LinkedHashMap<>(SettingNames.of(standing.sweep().file().axes()));
        if (standing.sweep().file().seeds().size() > 1) {
            names.put(SEED, SEED);
        }
        return names;
    }

    /** What a training has of it. */
    static String of(Row row, String path) {
        if (path.equals(SEED)) {
            return row.seed().isPresent() ? Long.toString(row.seed().getAsLong()) : "";
        }
        return row.settings().getOrDefault(path, "");
    }

    /** All values that there are, numbers by size. */
    static List<String> all(Standing standing, String path) {
        List<String> texts =
                standing.rows().stream()
                        .filter(row -> row.cell().isPresent())
                        .map(row -> of(row, path))
                        .distinct()
                        .toList();
        boolean numbers = texts.stream().allMatch(text -> Typed.decimal(text).isPresent());
        return numbers
                ? texts.stream()
                        .sorted(Comparator.comparingDouble(t -> Typed.decimal(t).orElseThrow()))
                        .toList()
                : texts;
    }

    /** The middle one of the distances of some trainings; empty where none has one. */
    static Optional<Double> median(List<Row> rows) {
        List<Double> distances =
                rows.stream()
                        .map(Row::distance)
                        .filter(Double::isFinite)
                        .sorted()
                        .collect(Collectors.toList());
        return distances.isEmpty()
                ? Optional.empty()
                : Optional.of(distances.get((distances.size() - 1) / 2));
    }
}
