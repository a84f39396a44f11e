package org.ganatelier.sweep;

import org.ganatelier.project.JsonLine;
import org.ganatelier.project.sweep.CellResult;
import org.ganatelier.train.quality.Quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of a sweep for other programs: a line for each cell. */
final class ResultTable {
    private final List<Map<String, Object>> lines;

    /**
     * @param rows in the order wanted
     */
    ResultTable(List<Row> rows) {
        lines = rows.stream().map(ResultTable::line).toList();
    }

    private static Map<String, Object> line(Row row) {
        var line = new LinkedHashMap<String, Object>();
        line.put("cell", row.cell().map(Cell::name).orElse(""));
        line.put("experiment", row.base());
        line.putAll(row.settings());
        line.put("seed", row.seed().isPresent() ? row.seed().getAsLong() : "");
        var result = row.result();
        line.put("step", result.<Object>map(of -> of.last().step()).orElse(""));
        line.put("seconds", result.<Object>map(of -> rounded(of.last().seconds())).orElse(""));
        putScore(row, line);
        line.put("end", row.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        line.put("problem", row.problem());
        line.put("attempt", result.<Object>map(CellResult::attempt).orElse(""));
        line.put("host", result.map(of -> of.place().host()).orElse(""));
        line.put("processor", result.map(of -> of.place().processor()).orElse(""));
        line.put("sha256", result.map(CellResult::sha256).orElse(""));
        return line;
    }

    private static void putScore(Row row, Map<String, Object> line) {
        for (String column : List.of("frechet", "spread", "baseline", "classes", "evenness")) {
            line.put(column, "");
        }
        line.put("confidence", "");
        line.put("class_accuracy", "");
        row.result()
                .flatMap(CellResult::score)
                .ifPresent(
                        score -> {
                            Quality images = score.images();
                            line.put("frechet", rounded(images.frechet().value()));
                            line.put("spread", rounded(images.frechet().spread()));
                            line.put("baseline", rounded(score.baseline().frechet().value()));
                            line.put("classes", images.coverage().seen());
                            line.put("evenness", rounded(images.coverage().evenness()));
                            line.put("confidence", rounded(images.confidence()));
                            images.classAccuracy()
                                    .ifPresent(
                                            accuracy ->
                                                    line.put(
                                                            "class_accuracy",
                                                            rounded(accuracy.right())));
                        });
    }

    private static double rounded(double value) {
        return Math.round(value * 1e5) / 1e5;
    }

    /** RFC 4180, but with line feeds; empty where something is not known. */
    String csv() {
        var text = new StringBuilder();
        List<String> columns = columns();
        text.append(columns.stream().map(ResultTable::quoted).collect(Collectors.joining(",")))
                .append('\n');
        for (Map<String, Object> line : lines) {
            text.append(
                            columns.stream()
                                    .map(column -> String.valueOf(line.getOrDefault(column, "")))
                                    .map(ResultTable::quoted)
                                    .collect(Collectors.joining(",")))
                    .append('\n');
        }
        return text.toString();
    }

    private List<String> columns() {
        return lines.isEmpty() ? List.of() : new ArrayList<>(lines.getFirst().keySet());
    }

    private static String quoted(String value) {
        boolean plain =
                value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }

    /** A list of objects; what is not known is left out. */
    String json() {
        List<Map<String, Object>> known =
                lines.stream()
                        .map(
                                line -> {
                                    var some = new LinkedHashMap<>(line);
                                    some.values().removeIf(""::equals);
                                    return (Map<String, Object>) some;
                                })
                        .toList();
        return JsonLine.of(known) + "\n";
    }
}
