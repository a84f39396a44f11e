package org.ganatelier.cli.command;

import org.ganatelier.checkpoints.CheckpointFile;
import org.ganatelier.checkpoints.Distances;
import org.ganatelier.text.Foreign;
import org.ganatelier.text.SettingText;
import org.ganatelier.text.Words;
import org.ganatelier.train.Edit;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.RunPast;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The checkpoints of a run, for a person or a program.
 *
 * @param rows in the order of their steps, at least one
 */
record HistoryTable(Path folder, List<Row> rows) {
    private static final String COLUMNS = "%10s %9s %10s %10s %10s  %s";
    private static final String UNKNOWN = "-";

    HistoryTable {
        rows = List.copyOf(rows);
    }

    /**
     * A checkpoint.
     *
     * @param best whether its images were the best of all
     * @param told what its file tells; empty where that is damaged
     * @param problem why it cannot be read, if so
     */
    record Row(
            CheckpointFile file, boolean best, Optional<RunPast> told, Optional<String> problem) {
        private Optional<Metrics> figures() {
            return told.flatMap(past -> past.history().latest());
        }

        private List<Edit> edits() {
            return told.map(past -> past.history().edits()).orElse(List.of());
        }

        private OptionalDouble distance() {
            return told.map(Distances::of).orElseGet(OptionalDouble::empty);
        }

        private String remarks() {
            return Stream.of(
                            best ? "best" : "",
                            file.marked() ? "marked" : "",
                            problem.map(sentence -> "damaged: " + sentence).orElse(""))
                    .filter(remark -> !remark.isEmpty())
                    .collect(Collectors.joining(", "));
        }
    }

    /** Several lines: a title, a head, and each checkpoint below the edits before it. */
    String text() {
        var lines = new ArrayList<String>();
        lines.add(title());
        lines.add(COLUMNS.formatted("step", "time", "G loss", "D loss", "distance", ""));
        int told = 0;
        for (Row row : rows) {
            List<Edit> edits = row.edits();
            edits.stream().skip(told).map(HistoryTable::line).forEach(lines::add);
            told = Math.max(told, edits.size());
            lines.add(line(row));
        }
        return lines.stream()
                .map(String::stripTrailing)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private String title() {
        long bytes = rows.stream().mapToLong(row -> row.file().bytes()).sum();
        String what =
                rows.stream()
                        .flatMap(row -> row.told().stream())
                        .reduce((_, last) -> last)
                        .map(past -> "“%s”, ".formatted(name(past)))
                        .orElse("");
        return "%s%,d %s in %s (%,.1f MB)"
                .formatted(
                        what,
                        rows.size(),
                        rows.size() == 1 ? "checkpoint" : "checkpoints",
                        folder,
                        bytes / (double) (1 << 20));
    }

    private static String name(RunPast past) {
        return Foreign.shown(past.history().experiment().name());
    }

    private static String line(Row row) {
        return COLUMNS.formatted(
                "%,d".formatted(row.file().step()),
                row.figures().map(of -> time(of.seconds())).orElse(UNKNOWN),
                number(row.figures().map(Metrics::generatorLoss)),
                number(row.figures().map(Metrics::discriminatorLoss)),
                number(row.distance().stream().boxed().findFirst()),
                row.remarks());
    }

    private static String line(Edit edit) {
        return "%10s   edit after step %,d: %s %s → %s"
                .formatted(
                        "",
                        edit.step(),
                        SettingText.name(Words.english(), edit.setting()),
                        Foreign.shown(edit.before()),
                        Foreign.shown(edit.after()));
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        return whole >= 3600
                ? "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60)
                : "%d:%02d".formatted(whole / 60, whole % 60);
    }

    private static String number(Optional<Double> value) {
        return value.filter(Double::isFinite)
                .map(of -> String.format(Locale.ROOT, "%.4g", of))
                .orElse(UNKNOWN);
    }

    /** All of it, for a program. */
    Map<String, Object> json() {
        var values = new LinkedHashMap<String, Object>();
        rows.stream()
                .flatMap(row -> row.told().stream())
                .reduce((_, last) -> last)
                .ifPresent(past -> values.put("experiment", past.history().experiment().name()));
        values.put("folder", folder.toString());
        var checkpoints = new ArrayList<Map<String, Object>>();
        int told = 0;
        for (Row row : rows) {
            checkpoints.add(json(row, told));
            told = Math.max(told, row.edits().size());
        }
        values.put("checkpoints", checkpoints);
        return values;
    }

    private static Map<String, Object> json(Row row, int told) {
        var values = new LinkedHashMap<String, Object>();
        values.put("step", row.file().step());
        row.figures()
                .ifPresent(
                        of -> {
                            put(values, "seconds", of.seconds());
                            put(values, "g_loss", of.generatorLoss());
                            put(values, "d_loss", of.discriminatorLoss());
                            put(values, "d_real", of.dReal());
                            put(values, "d_fake", of.dFake());
                        });
        row.distance().ifPresent(distance -> put(values, "distance", distance));
        values.put("best", row.best());
        values.put("marked", row.file().marked());
        values.put("bytes", row.file().bytes());
        values.put("file", row.file().file().toString());
        row.problem().ifPresent(problem -> values.put("problem", problem));
        values.put("edits", row.edits().stream().skip(told).map(HistoryTable::json).toList());
        return values;
    }

    /** JSON has no numbers that are not finite: what was not measured is left out. */
    private static void put(Map<String, Object> values, String name, double value) {
        if (Double.isFinite(value)) {
            values.put(name, value);
        }
    }

    private static Map<String, Object> json(Edit edit) {
        var values = new LinkedHashMap<String, Object>();
        values.put("step", edit.step());
        values.put("path", edit.setting().path());
        values.put("before", edit.before());
        values.put("after", edit.after());
        return values;
    }
}
