package org.ganatelier.cli.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

final class InterruptTest {
    private final Interrupt interrupt = new Interrupt();
    private final List<String> asked = new ArrayList<>();

    @Test
    void aCommandThatHasNothingToSaveIsNotWaitedFor() {
        assertThat(interrupt.ask()).isEmpty();
    }

    @Test
    void aCommandIsAskedToStopAndItsExitCodeIsTheProgrammes() {
        interrupt.whenAsked(
                () -> {
                    asked.add("stop");
                    interrupt.finished(ExitCode.DONE);
                });
        assertThat(interrupt.ask()).isEqualTo(OptionalInt.of(ExitCode.DONE));
        assertThat(asked).containsExactly("stop");
    }

    @Test
    void ofSeveralRunsTheOneThatGoesOnIsStopped() {
        interrupt.whenAsked(
                () -> {
                    asked.add("first");
                    interrupt.finished(ExitCode.FAILED);
                });
        interrupt.whenAsked(
                () -> {
                    asked.add("second");
                    interrupt.finished(ExitCode.DONE);
                });
        assertThat(interrupt.ask()).isEqualTo(OptionalInt.of(ExitCode.DONE));
        assertThat(asked).containsExactly("second");
    }

    @Test
    void aRunThatBeginsAfterTheWishToEndIsStoppedAtOnce() {
        interrupt.whenAsked(
                () -> {
                    asked.add("first");
                    interrupt.whenAsked(() -> asked.add("second"));
                    interrupt.finished(ExitCode.DONE);
                });
        assertThat(interrupt.ask()).isEqualTo(OptionalInt.of(ExitCode.DONE));
        assertThat(asked).containsExactly("first", "second");
    }

    @Test
    void aCommandThatHasEndedIsLeftAlone() {
        interrupt.whenAsked(() -> asked.add("stop"));
        interrupt.finished(ExitCode.FAILED);
        assertThat(interrupt.ask()).isEmpty();
        assertThat(asked).isEmpty();
    }
}
