package org.ganatelier.exchange.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import org.ganatelier.train.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

final class MetricsCsvTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void everyStepIsALine() throws Exception {
        Path file = folder.resolve("metrics.csv");
        try (var csv = MetricsCsv.begin(file)) {
            csv.add(
                    new Metrics(
                            1, 0.002, 0.25, 0.6931472, 1.386294, 0.5, 0.25, 3904.26, 0.125, 1e-3,
                            5e-4, List.of(), 0.5, 0.25));
            csv.add(new Metrics(2, 0.004, 0.5, Double.NaN, 1e-9, 1, 0, 1e6));
        }
        assertThat(file)
                .hasContent(
                        """
                        step,seconds,g_loss,d_loss,d_real,d_fake,images_per_s,gradient_penalty,g_rate,d_rate,g_gradient,d_gradient
                        1,0.2500,0.6931472,1.386294,0.5000000,0.2500000,3904.3,0.1250000,0.001000000,0.0005000000,0.5000000,0.2500000
                        2,0.5000,NaN,1.000000e-09,1.000000,0.000000,1000000.0,NaN,NaN,NaN,NaN,NaN
                        """);
    }

    private static Metrics step(long step) {
        return new Metrics(step, step, step, 0.5, 0.5, 0.5, 0.5, 100);
    }

    private Path written(long steps) throws Exception {
        Path file = folder.resolve("steps.csv");
        try (var csv = MetricsCsv.begin(file)) {
            for (long step = 1; step <= steps; step++) {
                csv.add(step(step));
            }
        }
        return file;
    }

    @Test
    void laterStepsAreCutOffBeforeAFileGoesOn() throws Exception {
        Path whole = written(4);
        List<String> expected = Files.readAllLines(whole);
        Path file = written(9);
        // As a killed program leaves it: in the middle of a line.
        Files.writeString(file, "10,10.00", StandardOpenOption.APPEND);
        try (var csv = MetricsCsv.goOn(file, 3)) {
            csv.add(step(4));
        }
        assertThat(Files.readAllLines(file)).isEqualTo(expected);
    }

    @Test
    void anIncompleteLineIsCutOffToo() throws Exception {
        Path file = written(2);
        List<String> expected = Files.readAllLines(file);
        Files.writeString(file, "3,3.0000,0.5", StandardOpenOption.APPEND);
        MetricsCsv.goOn(file, 100).close();
        assertThat(Files.readAllLines(file)).isEqualTo(expected);
    }

    /** As versions of the program wrote it that kept no gradients. */
    @Test
    void aFileWithFewerColumnsGoesOnWithThem() throws Exception {
        String old =
                """
                step,seconds,g_loss,d_loss,d_real,d_fake,images_per_s,gradient_penalty,g_rate,d_rate
                1,1.0000,0.5000000,0.5000000,0.5000000,0.5000000,100.0,NaN,NaN,NaN
                """;
        Path file = Files.writeString(folder.resolve("old.csv"), old + "2,2.0000\n");
        try (var csv = MetricsCsv.goOn(file, 1)) {
            csv.add(step(2));
        }
        assertThat(file)
                .hasContent(
                        old
                                + "2,2.0000,0.5000000,0.5000000,0.5000000,0.5000000,100.0,NaN,NaN,NaN\n");
    }

    @Test
    void aFileOfAnotherKindIsBegunAnew() throws Exception {
        Path file = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        MetricsCsv.goOn(file, 1).close();
        assertThat(Files.readAllLines(file)).hasSize(1).first().asString().startsWith("step,");
        MetricsCsv.goOn(folder.resolve("missing.csv"), 5).close();
        assertThat(folder.resolve("missing.csv")).content().hasLineCount(1);
    }

    /** Linux has a device that is always full. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whatCannotBeWrittenWaitsAndThenIsGivenUp() throws Exception {
        var csv = MetricsCsv.begin(Path.of("/dev/full"));
        for (long step = 1; !csv.enoughWait(); step++) {
            csv.add(step(step));
        }
        assertThatIOException().isThrownBy(csv::flush);
        assertThat(csv.enoughWait()).isTrue();
        for (long step = 1; csv.lost() < 3; step++) {
            csv.add(step(step));
        }
        assertThatIOException().isThrownBy(csv::close);
    }
}
