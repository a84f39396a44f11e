package org.ganatelier.exchange.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.train.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

final class MetricsCsvTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void everyStepIsALine() throws Exception {
        Path file = folder.resolve("metrics.csv");
        try (var csv = new MetricsCsv(file)) {
            csv.add(
                    new Metrics(
                            1, 0.002, 0.25, 0.6931472, 1.386294, 0.5, 0.25, 3904.26, 0.125, 1e-3,
                            5e-4, List.of()));
            csv.add(new Metrics(2, 0.004, 0.5, Double.NaN, 1e-9, 1, 0, 1e6));
        }
        assertThat(file)
                .hasContent(
                        """
                        step,seconds,g_loss,d_loss,d_real,d_fake,images_per_s,gradient_penalty,g_rate,d_rate
                        1,0.2500,0.6931472,1.386294,0.5000000,0.2500000,3904.3,0.1250000,0.001000000,0.0005000000
                        2,0.5000,NaN,1.000000e-09,1.000000,0.000000,1000000.0,NaN,NaN,NaN
                        """);
    }
}
