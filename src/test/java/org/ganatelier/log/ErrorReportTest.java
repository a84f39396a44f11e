package org.ganatelier.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

final class ErrorReportTest {
    private static final String HOME = System.getProperty("user.home");

    @Test
    void whatTheAuthorsNeedIsInIt() {
        var report =
                new ErrorReport(
                        Optional.of("DL4J, 2 threads"),
                        new IllegalStateException("broken", new ArithmeticException("why")),
                        3,
                        List.of("a line of the log\n"));
        assertThat(report.text())
                .contains(
                        "program: GAN Atelier",
                        "java: ",
                        "system: " + System.getProperty("os.name"),
                        "engine: DL4J, 2 threads",
                        "errors: 4",
                        "java.lang.IllegalStateException: broken",
                        "Caused by: java.lang.ArithmeticException: why",
                        "\tat org.ganatelier.log.ErrorReportTest.",
                        "a line of the log");
    }

    @Test
    void theHomeFolderIsNotNamed() {
        assertThat(text(HOME + "/secret/run.atelier is away"))
                .contains("~/secret/run.atelier is away")
                .doesNotContain(HOME);
        assertThat(text(HOME + "-of-others")).contains(HOME + "-of-others");
    }

    @Test
    void aStackWithoutAnEndIsCut() {
        assertThat(text("x".repeat(1_000_000))).hasSizeLessThan(30_000);
    }

    private static String text(String message) {
        return new ErrorReport(Optional.empty(), new IllegalStateException(message), 0, List.of())
                .text();
    }
}
