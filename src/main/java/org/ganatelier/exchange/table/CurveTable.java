package org.ganatelier.exchange.table;

import org.ganatelier.files.SafeFile;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.LongToDoubleFunction;

/**
 * Curves over steps as comma-separated values: a line for each step in which something was
 * measured, an empty field where a curve was not.
 *
 * @param from first step
 * @param to last step
 */
public record CurveTable(long from, long to, List<Column> columns) {
    /**
     * One curve.
     *
     * @param name in the first line; letters, digits and underscores
     * @param values by step; NaN where nothing was measured
     * @param clock whether it tells only when a step was: it makes no line of its own
     */
    public record Column(String name, LongToDoubleFunction values, boolean clock) {}

    public CurveTable {
        columns = List.copyOf(columns);
    }

    /** Writes it, whole or not at all. */
    public void write(Path file) throws IOException {
        SafeFile.write(
                file,
                out -> {
                    try (var text =
                            new BufferedWriter(
                                    new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                        write(text);
                    }
                });
    }

    private void write(Writer text) throws IOException {
        text.append("step");
        for (Column column : columns) {
            text.append(',').append(column.name());
        }
        text.append('\n');
        for (long step = from; step <= to; step++) {
            String line = line(step);
            if (!line.isEmpty()) {
                text.append(line);
            }
        }
    }

    /** Empty where nothing was measured. */
    private String line(long step) {
        var line = new StringBuilder().append(step);
        boolean measured = false;
        for (Column column : columns) {
            double value = column.values().applyAsDouble(step);
            line.append(',');
            if (Double.isFinite(value)) {
                // Seven digits: all that the engine's float arithmetic knows.
                line.append(String.format(Locale.ROOT, "%.7g", value));
                measured = measured || !column.clock();
            }
        }
        return measured ? line.append('\n').toString() : "";
    }
}
