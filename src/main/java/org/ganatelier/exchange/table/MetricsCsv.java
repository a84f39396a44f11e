package org.ganatelier.exchange.table;

import org.ganatelier.train.Metrics;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The figures of a training as comma-separated values, a line for each step, for spreadsheets and
 * plotting programs. What was not measured is {@code NaN}.
 */
public final class MetricsCsv implements AutoCloseable {
    private static final String HEADER =
            "step,seconds,g_loss,d_loss,d_real,d_fake,images_per_s,gradient_penalty,g_rate,d_rate\n";

    private final BufferedWriter writer;

    /** Begins a file, replacing what it held. */
    public MetricsCsv(Path file) throws IOException {
        writer = Files.newBufferedWriter(file);
        writer.write(HEADER);
    }

    /** Adds a line. */
    public void add(Metrics m) throws IOException {
        // Seven digits: all that the engine's float arithmetic knows.
        writer.write(
                String.format(
                        Locale.ROOT,
                        "%d,%.4f,%.7g,%.7g,%.7g,%.7g,%.1f,%.7g,%.7g,%.7g\n",
                        m.step(),
                        m.seconds(),
                        m.generatorLoss(),
                        m.discriminatorLoss(),
                        m.dReal(),
                        m.dFake(),
                        m.imagesPerSecond(),
                        m.gradientPenalty(),
                        m.generatorRate(),
                        m.discriminatorRate()));
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
