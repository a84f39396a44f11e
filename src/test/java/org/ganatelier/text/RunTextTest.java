package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RunTextTest {
    @Test
    void timeIsSaidAsAClockShowsIt() {
        assertThat(RunText.time(0)).isEqualTo("0:00");
        assertThat(RunText.time(65.9)).isEqualTo("1:05");
        assertThat(RunText.time(7_807)).isEqualTo("2:10:07");
    }
}
