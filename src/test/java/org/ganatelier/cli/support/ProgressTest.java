package org.ganatelier.cli.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.train.Goal;
import org.ganatelier.train.Metrics;
import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;

final class ProgressTest {
    private static final int TERMINAL = 80;

    private final StringWriter text = new StringWriter();

    @Test
    void aFileGetsALineEveryFewSecondsAndTheLastStep() {
        Progress lines = new Output(new PrintWriter(text), false).progress(new Goal.Steps(120));
        for (int step = 1; step <= 120; step++) {
            lines.show(at(step, step / 10.0));
        }
        lines.end();
        assertThat(text.toString().lines().map(line -> line.split(" · ", 2)[0]))
                .containsExactly("step 50", "step 100", "step 120");
    }

    @Test
    void aTerminalGetsABarThatFitsAndIsWrittenOver() {
        Progress bar = new Output(new PrintWriter(text), true).progress(new Goal.Steps(2_000_000));
        bar.show(at(1_000_000, 7200));
        assertThat(text.toString())
                .startsWith("\r█████░░░░░  50%  step 1,000,000 · 7200 s")
                .doesNotContain("\n");
        String drawn = text.toString().replaceAll("\u001b\\[K|\r", "");
        assertThat(drawn.codePointCount(0, drawn.length())).isLessThan(TERMINAL);
        bar.end();
        assertThat(text.toString()).endsWith("D(real) 0.60 D(fake) 0.40" + System.lineSeparator());
    }

    /** Of a run that diverges; a loss just below zero has no sign. */
    @Test
    void figuresOfAnySizeFit() {
        Progress bar = new Output(new PrintWriter(text), true).progress(new Goal.Steps(1_000_000));
        bar.show(new Metrics(1_000_000, 0, 7200, -4.13e33, 1e38, 0.6, 0.4, 3904));
        String drawn = text.toString().replaceAll("\u001b\\[K|\r", "");
        assertThat(drawn.codePointCount(0, drawn.length())).isLessThan(TERMINAL);
        assertThat(drawn).contains("loss G −4.1e33 D 1.0e38");
        assertThat(Progress.text(new Metrics(1, 0, 1, -0.0001, 1.4, -250, 0.4, 9)))
                .endsWith("loss G 0.000 D 1.400 · D(real) −250.00 D(fake) 0.40");
    }

    @Test
    void timeIsAGoalToo() {
        assertThat(new Goal.Seconds(60).fraction(at(5, 15))).isEqualTo(0.25);
        assertThat(new Goal.Seconds(60).fraction(at(5, 61))).isEqualTo(1);
    }

    private static Metrics at(long step, double seconds) {
        return new Metrics(step, 0, seconds, 0.7, 1.4, 0.6, 0.4, 3904);
    }
}
